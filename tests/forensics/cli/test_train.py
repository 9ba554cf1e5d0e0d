"""The training command; what is asked of the training itself is tested in tests/forensics/training/test_loop.py."""

import json

import pytest
from tar_files import write_tar
from training_faces import SAMPLES, kept_back, training_faces

from forensics.__main__ import main
from forensics.network import BtasNet
from forensics.training import batches, last_step, loop, publishing, stretch
from forensics.training.dataset import save_faces
from forensics.training.loop import Stage, TrainingSettings

pytestmark = pytest.mark.slow


def test_a_training_that_stops_after_a_stage_leaves_its_checkpoint_and_publishes_nothing(tmp_path, monkeypatch):
    stages = (Stage(1, 1, 1e-3, "blends"), Stage(1, 1, 1e-3, "all families"))
    monkeypatch.setattr(BtasNet, "input_size", 64)
    monkeypatch.setattr(batches, "WEAK_SAMPLE", 4)
    monkeypatch.setattr(loop, "TrainingSettings", lambda **asked: TrainingSettings(stages=stages, workers=0, **asked))
    monkeypatch.setattr(publishing, "publish", lambda *_: pytest.fail("published"))
    faces = [*training_faces(), *kept_back(training_faces(), watched=True)]
    rows = [f"{f.source}.tar,{f.name.split('/', 1)[1]},x,train,0\n" for f in faces]
    (tmp_path / "openforensics.csv").write_text("shard,name,label,split,sha1\n" + "".join(rows))
    save_faces(faces, tmp_path / "faces.npz")
    asked = ["train", "--data", str(tmp_path), "--out", str(tmp_path), "--network", "btas2019", "--last-stage", "0"]
    assert main(asked) == 0
    assert (tmp_path / "btas2019.safetensors").is_file()
    assert len((tmp_path / "btas2019.log").read_text().splitlines()) == 1


def test_a_stretch_is_told_what_to_leave_out_and_prints_a_line_a_state(tmp_path, monkeypatch, capsys):
    faces = training_faces()
    rows = [f"{f.source}.tar,{f.name.split('/', 1)[1]},x,train,0\n" for f in faces]
    (tmp_path / "openforensics.csv").write_text("shard,name,label,split,sha1\n" + "".join(rows))
    save_faces(faces, tmp_path / "faces.npz")
    picture = (SAMPLES / "collins.jpg").read_bytes()
    write_tar(tmp_path / "foreign-val.tar", {"composite/fake/1.jpg": picture, "composite/real/1.jpg": picture})
    asked = ["train", "--data", str(tmp_path), "--out", str(tmp_path), "--stretch", str(tmp_path / "c.safetensors")]

    def noted(faces, checkpoint, settings, log, foreign):
        log({"step": 5, "faces": len(faces), "foreign": len(foreign)})
        assert checkpoint == tmp_path / "c.safetensors"
        assert (settings.minutes, settings.left_out, settings.seed) == (1.5, ("dfdc", "splice"), 4)

    monkeypatch.setattr(stretch, "stretch", noted)
    assert main([*asked, "--minutes", "1.5", "--left-out", "dfdc,splice", "--seed", "4"]) == 0
    assert json.loads(capsys.readouterr().out) == {"step": 5, "faces": 24, "foreign": 2}
    assert main([*asked, "--left-out", "dfcd"]) == 2
    assert "'dfcd' is neither" in capsys.readouterr().err


def test_a_last_step_is_told_its_steps_and_its_share(tmp_path, monkeypatch, capsys):
    faces = training_faces()
    rows = [f"{f.source}.tar,{f.name.split('/', 1)[1]},x,train,0\n" for f in faces]
    (tmp_path / "openforensics.csv").write_text("shard,name,label,split,sha1\n" + "".join(rows))
    save_faces(faces, tmp_path / "faces.npz")
    picture = (SAMPLES / "collins.jpg").read_bytes()
    write_tar(tmp_path / "foreign-val.tar", {"composite/fake/1.jpg": picture, "composite/real/1.jpg": picture})
    asked = ["train", "--data", str(tmp_path), "--out", str(tmp_path), "--stretch", str(tmp_path / "c.safetensors")]

    def noted(faces, checkpoint, settings, log, foreign):
        log({"faces": len(faces), "foreign": len(foreign)})
        assert checkpoint == tmp_path / "c.safetensors"
        assert (settings.steps, settings.share, settings.seed) == (7, 0.25, 4)

    monkeypatch.setattr(last_step, "last_step", noted)
    assert main([*asked, "--tune", "7", "--share", "0.25", "--seed", "4"]) == 0
    assert json.loads(capsys.readouterr().out) == {"faces": 24, "foreign": 2}
