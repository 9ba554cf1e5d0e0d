"""Networks as graphs that OpenVINO reads, made once and kept on the disk.

A graph belongs to one network with its weights, its code and the versions of what made it: whatever of these changes
asks for another one. It is checked against PyTorch when it is made, and by its hash when it is read.
"""

import hashlib
import logging
import sys
import warnings
from pathlib import Path
from struct import Struct
from struct import error as StructError
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import Tensor, nn

from forensics import network as networks
from forensics.cores import thread_count
from forensics.detectors.patches import PATCH_CENTERS, PATCH_SIZE
from forensics.io.atomic_write import atomic_write
from forensics.io.user_data import graphs_folder
from forensics.network import FaceNetwork, NetworkInput, NetworkOutput

sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # else importing OpenVINO calls home

import openvino  # noqa: E402, after the line above
from openvino.frontend import FrontEndManager  # noqa: E402
from openvino.frontend.pytorch.ts_decoder import TorchScriptPythonDecoder  # noqa: E402

LOG = logging.getLogger(__name__)

MAX_GRAPHS = 8
"""Graphs that are kept, 4 MB each; those used longest ago go."""

MAX_DIFFERENCE = 1e-4
"""By which a logit may differ from PyTorch's; 1e-6 was measured."""

CHECKED_FACES = 3
"""Another number than the graph was made with."""

HEAD = Struct(">32sQ")
"""In front of a kept graph: SHA-256 of the rest, and bytes of its description, behind which its weights lie."""


class GraphError(RuntimeError):
    """A graph that does not say what its network says."""


def graph_of(network: FaceNetwork, side: int) -> openvino.Model:
    """The graph of a network whose weights lie on the CPU: squares (B, 3, S, S) and windows (B, K, 3, W, W) float32 in,
    the fields of NetworkOutput out by their names, those that there are, for any B. side: S.

    Raises RuntimeError, GraphError.
    """
    path = graphs_folder() / f"{_key(network, side)}.graph"
    kept = _read(path)
    if kept is not None:
        return kept
    graph = _convert(network, side)
    check_graph(compiled(graph, thread_count()), network, side)
    try:
        _keep(graph, path)
    except OSError as error:
        LOG.warning("The graph of a network is not kept: %s", error)
    return graph


def compiled(graph: openvino.Model, threads: int) -> openvino.CompiledModel:
    """Ready to run on the CPU in single precision, so many faces at a time with a thread each."""
    return openvino.Core().compile_model(
        graph,
        "CPU",
        {
            "INFERENCE_PRECISION_HINT": "f32",  # bfloat16 moves logits by 0.05
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": str(threads),
            "ENABLE_CPU_PINNING": False,  # a thread tied to a core waits for whoever else runs there
        },
    )


def check_graph(graph: openvino.CompiledModel, network: FaceNetwork, side: int) -> float:
    """The most by which a logit differs from PyTorch's on made-up faces. Raises GraphError above MAX_DIFFERENCE."""
    views = _noise(side, CHECKED_FACES)
    with torch.inference_mode():
        wanted = network(views).logit.numpy()
    difference = float(np.abs(graph([view.numpy() for view in views])["logit"] - wanted).max())
    if not difference <= MAX_DIFFERENCE:
        raise GraphError(f"logits of {type(network).__name__} differ by {difference:g} from PyTorch's")
    return difference


class _Traced(nn.Module):
    """The network with tensors alone."""

    def __init__(self, network: FaceNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, squares: Tensor, windows: Tensor) -> tuple[Tensor, ...]:
        output: NetworkOutput = self.network(NetworkInput(squares, windows))
        return tuple(field for field in output if field is not None)


def _convert(network: FaceNetwork, side: int) -> openvino.Model:
    """By tracing: `torch.export` takes ten times as long, and its graph moves the logits of windows by 0.005."""
    views = _noise(side, 2)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # that shapes of windows become constants, which they are
        traced = torch.jit.trace(_Traced(network).eval(), tuple(views), check_trace=False)
        frontend, decoder = FrontEndManager().load_by_framework("pytorch"), TorchScriptPythonDecoder(traced)
        graph: openvino.Model = frontend.convert(frontend.load(decoder))  # which asks the decoder to the end
        fields = [name for name, field in network(views)._asdict().items() if field is not None]
    for output, name in zip(graph.outputs, fields, strict=True):
        output.get_tensor().set_names({name})
    shapes = zip(graph.inputs, views, strict=True)
    graph.reshape({given: openvino.PartialShape([-1, *view.shape[1:]]) for given, view in shapes})
    return graph


def _noise(side: int, faces: int) -> NetworkInput:
    generator = torch.Generator().manual_seed(0)
    windows = (len(PATCH_CENTERS), 3, PATCH_SIZE, PATCH_SIZE)
    squares = torch.rand(faces, 3, side, side, generator=generator)
    return NetworkInput(squares, torch.rand(faces, *windows, generator=generator))


def _key(network: FaceNetwork, side: int) -> str:
    """A hash of all that a graph is made of."""
    digest = hashlib.sha256(f"{type(network).__name__} {side} {openvino.__version__} {torch.__version__}".encode())
    for path in sorted(Path(networks.__path__[0]).glob("*.py")):
        digest.update(path.read_bytes())
    for name, tensor in network.state_dict().items():
        digest.update(name.encode() + tensor.contiguous().numpy().tobytes())
    return digest.hexdigest()[:32]


def _read(path: Path) -> openvino.Model | None:
    """None where there is none, or a damaged one."""
    try:
        whole = path.read_bytes()
        digest, length = HEAD.unpack_from(whole)
        content = whole[HEAD.size :]
        if digest != hashlib.sha256(content).digest():
            return None
        path.touch()
        weights = openvino.Tensor(np.frombuffer(content[length:], np.uint8))
        return openvino.Core().read_model(content[:length], weights)
    except (OSError, StructError, RuntimeError):
        return None


def _keep(graph: openvino.Model, path: Path) -> None:
    """As one file: hash of the rest, length of the description, description, weights. Raises OSError."""
    with TemporaryDirectory() as folder:
        openvino.save_model(graph, Path(folder, "graph.xml"), compress_to_fp16=False)
        description, weights = Path(folder, "graph.xml").read_bytes(), Path(folder, "graph.bin").read_bytes()
    content = description + weights
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, HEAD.pack(hashlib.sha256(content).digest(), len(description)) + content)
    for old in sorted(path.parent.glob("*.graph"), key=_used, reverse=True)[MAX_GRAPHS:]:
        old.unlink(missing_ok=True)


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process removed it
        return 0.0
