"""A network run by OpenVINO says what it says by PyTorch."""

import subprocess
import sys

import pytest
import torch
from small_detector import RedAgainstBlue

from forensics.detectors import openvino_graphs
from forensics.detectors.crop_detector import crop_detector
from forensics.detectors.openvino_engine import OpenVinoEngine
from forensics.detectors.openvino_graphs import MAX_GRAPHS, GraphError, graph_of
from forensics.detectors.registry import read_detector, weights_dir
from forensics.io.user_data import graphs_folder
from forensics.network import NETWORKS, NetworkInput, NetworkOutput

pytestmark = pytest.mark.slow


def faces(count, side, seed=0):
    generator = torch.Generator().manual_seed(seed)
    return NetworkInput(
        torch.rand(count, 3, side, side, generator=generator), torch.rand(count, 5, 3, 96, 96, generator=generator)
    )


@pytest.mark.parametrize("name", NETWORKS)
def test_shipped_networks_say_the_same_by_both(name, monkeypatch):
    monkeypatch.setenv("TELLTALE_ENGINE", "eager")
    network = crop_detector(read_detector(name, weights_dir(name))).network
    engine = OpenVinoEngine(network, network.input_size)
    for count in (1, 2, 5):
        views = faces(count, network.input_size, seed=count)
        with torch.inference_mode():
            wanted, got = network(views), engine.run(views)
        for field, one, other in zip(NetworkOutput._fields, wanted, got, strict=True):
            assert (one is None) == (other is None), field
            if one is not None:
                torch.testing.assert_close(other, one, atol=1e-4, rtol=0, msg=field)
        torch.testing.assert_close(got.logit, wanted.logit, atol=1e-5, rtol=0)
        torch.testing.assert_close(engine.logits(views), wanted.logit, atol=1e-5, rtol=0)


def test_what_was_answered_stays_when_the_next_faces_come():
    engine = OpenVinoEngine(RedAgainstBlue(), 16)
    answer, logits = engine.run(faces(2, 16)), engine.logits(faces(2, 16))
    before = answer.logit.clone(), logits.clone()
    engine.run(faces(2, 16, seed=1)), engine.logits(faces(2, 16, seed=1))
    assert torch.equal(answer.logit, before[0])
    assert torch.equal(logits, before[1])


class Scaled(RedAgainstBlue):
    def __init__(self, scale):
        super().__init__()
        self.register_buffer("scale", torch.tensor(scale))

    def forward(self, views, _manipulated=None):
        output = super().forward(views)
        return output._replace(logit=output.logit * self.scale)


def test_a_graph_is_made_once_for_each_weights_and_anew_where_it_is_damaged(monkeypatch):
    graph_of(Scaled(1.0), 16), graph_of(Scaled(2.0), 16)
    made = sorted(graphs_folder().glob("*.graph"))
    assert len(made) == 2
    monkeypatch.setattr(openvino_graphs, "_convert", lambda *_: pytest.fail("made again"))
    views = faces(2, 16)
    assert torch.allclose(
        OpenVinoEngine(Scaled(2.0), 16).logits(views), 2 * OpenVinoEngine(Scaled(1.0), 16).logits(views)
    )
    monkeypatch.undo()
    for path, damage in zip(made, (lambda content: content[:-1] + b"x", lambda content: content[:20]), strict=True):
        path.write_bytes(damage(path.read_bytes()))
    assert torch.allclose(
        OpenVinoEngine(Scaled(2.0), 16).logits(views), 2 * OpenVinoEngine(Scaled(1.0), 16).logits(views)
    )


def test_only_the_last_graphs_are_kept_and_none_where_nothing_can_be_written(tmp_path, monkeypatch):
    for number in range(MAX_GRAPHS + 2):
        graph_of(Scaled(float(number)), 16)
    assert len(list(graphs_folder().glob("*.graph"))) == MAX_GRAPHS
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "file"))
    assert OpenVinoEngine(Scaled(1.0), 16).logits(faces(1, 16)).shape == (1,)


def test_a_graph_that_says_something_else_is_refused(monkeypatch):
    other = openvino_graphs._convert(Scaled(2.0), 16)
    monkeypatch.setattr(openvino_graphs, "_convert", lambda *_: other)
    with pytest.raises(GraphError, match="logits of Scaled differ by"):
        graph_of(Scaled(1.0), 16)


def test_importing_it_calls_nobody():
    script = "import sys; import forensics.detectors.openvino_engine; "
    script += "sys.exit(any(name.startswith(('openvino_telemetry.', 'requests', 'urllib3')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
