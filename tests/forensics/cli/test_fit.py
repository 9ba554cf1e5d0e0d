"""The command that fits what hangs on a set of weights, and its report."""

import importlib.util
import subprocess
import threading
from dataclasses import replace

import numpy as np
import pytest
from archives import encoded, tinted
from made_answers import drawn, made_answers
from small_detector import RedAgainstBlue, small_card
from tar_files import write_tar

from docs import make_pictures
from forensics.__main__ import main
from forensics.cli import fit
from forensics.detectors import registry
from forensics.detectors.crop_detector import CropDetector
from forensics.fitting import answer_sets, clips, scoring
from forensics.fitting.calibration_set import CalibrationImage, calibration_images, reporting_images
from forensics.fitting.card_changes import Snapshot, card_digest, changes_report
from forensics.fitting.clips import Clip
from forensics.fitting.samples import SampleFinding
from forensics.fitting.states import AS_FOUND
from forensics.measurements import results
from forensics.training.forgery_kinds import is_kept_back
from forensics.types.model_card import Measurement, read_card, write_card

UNTOUCHED = [("openforensics", False, -2), ("lfw", False, -2.5), ("ffhq", False, -1.5)]


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A detector's card in a folder of its own, and no result files."""
    monkeypatch.setattr(registry, "WEIGHTS_FOLDER", tmp_path)
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path / "results")
    card = small_card()
    write_card(card, tmp_path / "telltale.json")
    detector = CropDetector(card, RedAgainstBlue().eval(), threading.Lock())
    monkeypatch.setattr(registry, "load_detector", lambda name: detector)
    return tmp_path


def made():
    rows = drawn([*UNTOUCHED, ("openforensics", True, 3), ("diffusion", True, 1)], 120)
    listed = zip(rows.group.tolist(), rows.manipulated.tolist(), rows.face.tolist(), rows.logit, strict=True)
    return made_answers(list(listed), known=("openforensics",))


def made_clips():
    kinds = (("camera", False, False), ("swap", True, True), ("new", True, False))
    return [
        Clip(f"{group}{i}", group, forged, known, False, 23, 0.5, 0.2 + 0.2 * forged + i / 100, 0.9)
        for group, forged, known in kinds
        for i in range(40)
    ]


def test_the_quick_form_writes_the_card_and_says_what_moved(shipped, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(answer_sets, "load_fitting_answers", lambda *_: made())
    monkeypatch.setattr(clips, "load_clips", lambda *_: made_clips())
    assert main(["fit", "--data", str(tmp_path), "--out", str(tmp_path / "out"), "--quick"]) == 0
    card = read_card(shipped / "telltale.json")
    assert card.evidence.kinds == ("diffusion",) and card.persons.kinds == ("new",)
    assert card.weights_sha256 == small_card().weights_sha256
    told = capsys.readouterr().out
    assert f"| threshold for signs | card | 0.900 | {card.thresholds.signs:.3f} |" in told
    assert (tmp_path / "out" / "fit" / "report.md").read_text() in told


def test_figures_follow_once_for_each_card(shipped, tmp_path, monkeypatch):
    commands = []
    monkeypatch.setattr(fit.subprocess, "run", lambda command, check: commands.append(command))
    args = type("Args", (), {"out": tmp_path / "out", "data": tmp_path, "detector": "telltale"})()
    fit._run_benchmarks(args)
    fit._run_benchmarks(args)
    assert [command[4] for command in commands] == list(fit.BENCHMARKS)
    assert "--alone" in next(command for command in commands if command[4] == "video")
    write_card(small_card(version="other"), shipped / "telltale.json")
    fit._run_benchmarks(args)
    assert len(commands) == 2 * len(fit.BENCHMARKS)


def test_a_report_names_what_moved_came_and_went():
    before = Snapshot({("AUC", "x"): 0.9, ("EER", "x"): 0.1, ("gone", "x"): 1.0})
    after = Snapshot({("AUC", "x"): 0.95, ("EER", "x"): 0.1001, ("new", "x"): 0.5})
    assert changes_report(before, after).splitlines()[2:6] == [
        "| AUC | x | 0.900 | 0.950 |",
        "| gone | x | 1.000 | — |",
        "| new | x | — | 0.500 |",
        "",
    ]


def test_a_report_names_what_is_said_otherwise_of_a_sample_verdicts_first():
    def person(verdict, score, *spans):
        return SampleFinding("a.mp4", 1, True, verdict, "code", None, score, 2.0, spans)

    same = SampleFinding("b.jpg", 2, False, "inconclusive", "code", None, 0.5, 1.0)
    gone = SampleFinding("b.jpg", 3, None, "not evaluated")
    before = Snapshot({}, (person("inconclusive", 0.7), same, gone))
    after = Snapshot({}, (person("signs of manipulation", 0.9, (1.0, 2.5)), replace(same, fake_score=0.5003)))
    assert changes_report(before, after).splitlines()[5:] == [
        "| a.mp4 | 1 | yes | verdict | inconclusive | signs of manipulation |",
        "| b.jpg | 3 | — | verdict | not evaluated | — |",
        "| a.mp4 | 1 | yes | spans | — | 1.00–2.50 |",
        "| a.mp4 | 1 | yes | fake_score | 0.700 | 0.900 |",
    ]


def test_pictures_are_taken_once_for_each_card_and_skipped_where_a_tool_is_missing(shipped, tmp_path, monkeypatch):
    """The program is a real one that leaves with a code and notes that it ran."""
    args = type("Args", (), {"out": tmp_path / "out", "data": tmp_path, "detector": "telltale"})()
    monkeypatch.setattr(fit, "ROOT", tmp_path)
    monkeypatch.setattr(fit, "PICTURES_MODULE", "leaves")
    ran = tmp_path / "ran"

    def leaves_with(code):
        (tmp_path / "leaves.py").write_text(f"open({str(ran)!r}, 'a').write('x')\nraise SystemExit({code})\n")

    leaves_with(make_pictures.MISSING)
    assert not fit._take_pictures(args)
    leaves_with(1)
    with pytest.raises(subprocess.CalledProcessError):
        fit._take_pictures(args)
    leaves_with(0)
    assert fit._take_pictures(args) and fit._take_pictures(args)
    assert ran.read_text() == "xxx"
    write_card(small_card(version="other"), shipped / "telltale.json")
    assert fit._take_pictures(args) and ran.read_text() == "xxxx"


def test_the_program_that_takes_the_pictures_is_there():
    assert importlib.util.find_spec(fit.PICTURES_MODULE) is not None


def test_a_resumed_fit_is_compared_with_what_was_before_the_first(shipped, tmp_path):
    first = Snapshot.saved(tmp_path / "out" / "before.json", "telltale")
    changed = small_card(figures=(Measurement("AUC", 0.5, None, None, 10, "none", "none"),))
    write_card(changed, shipped / "telltale.json")
    assert Snapshot.saved(tmp_path / "out" / "before.json", "telltale") == first
    assert Snapshot.current("telltale").values["AUC", "none"] == 0.5
    assert card_digest(changed) == card_digest(small_card()) != card_digest(small_card(version="other"))


def test_a_kind_fits_with_what_is_not_kept_back_and_reports_on_the_rest(tmp_path):
    names = [f"sd21/fake/{number}.png" for number in range(30)]
    write_tar(tmp_path / "forgeries-train.tar", dict.fromkeys([*names, "dfdc/real/a.png"], b"x"))
    fitted = {subject.name.split("/", 1)[1] for subject in calibration_images("sd21", tmp_path)}
    reported = {subject.name.split("/", 1)[1] for subject in reporting_images("sd21", tmp_path)}
    assert fitted | reported == set(names) and not fitted & reported
    assert reported == {name for name in names if is_kept_back(name)}


def test_a_face_is_scored_in_every_state_and_kept(tmp_path):
    detector = CropDetector(small_card(), RedAgainstBlue().eval(), threading.Lock())
    asked = []

    def subjects():
        asked.append(1)
        yield CalibrationImage("a", "camera", False, False, tinted("collins.jpg", "blue"))
        yield CalibrationImage("b", "swap", True, False, tinted("collins.jpg", "red"))
        yield CalibrationImage("c", "swap", True, False, encoded(np.zeros((64, 64, 3), np.uint8)))  # no face

    for _ in range(2):
        answers = scoring.load_or_score_part(detector, "made", subjects, tmp_path, (AS_FOUND, "recompressed"))
    assert asked == [1]  # the second time it was read
    assert answers.face.tolist() == ["a#0", "a#0", "b#0", "b#0"]
    assert answers.state.tolist() == [AS_FOUND, "recompressed"] * 2
    assert (answers.logit[answers.manipulated] > 0).all() and (answers.logit[~answers.manipulated] < 0).all()
    assert answers.mask_share[0] < 0.05 and answers.mask_share[2] > 0.9
    assert set(answers.quality.tolist()) <= {"clean", "compressed", "soft", ""}
