"""What is said of the samples: measured through the product's own path, and kept beside them."""

import json
import shutil

import pytest
from small_detector import small_card, small_detector

from forensics.detectors.registry import load_detector
from forensics.fitting import samples
from forensics.fitting.samples import SAMPLES_FOLDER, SampleFinding, run_samples, sample_findings, sample_metrics

pytestmark = pytest.mark.slow

MANIFEST = json.loads((SAMPLES_FOLDER / "manifest.json").read_text(encoding="utf-8"))


def folder_with(tmp_path, *files):
    """A folder of samples with these files alone."""
    chosen = {kind: [one for one in MANIFEST[kind] if one["file"] in files] for kind in ("samples", "videos")}
    (tmp_path / "manifest.json").write_text(json.dumps(chosen))
    for file in files:
        shutil.copy(SAMPLES_FOLDER / file, tmp_path)
    return tmp_path


def entry(verdict, score=0.5, **more):
    return {
        "decision": verdict,
        "reason": {"code": "score_between"},
        "leaning": None,
        "fake_score": score,
        "likelihood_ratio": 1.23456,
    } | more


def test_faces_are_matched_by_place_and_those_missing_or_unknown_are_told():
    known = [(1, [0, 0, 10, 10], False), (2, [20, 0, 30, 10], True), (3, [40, 0, 50, 10], True)]
    found = [
        (entry("inconclusive", 0.123456), [21, 0, 31, 10]),
        (entry("no signs found"), [0, 0, 10, 9]),
        (entry("not evaluated", None), [80, 0, 90, 10]),
    ]
    rows = sample_findings("a.jpg", known, found, 4)
    assert [(row.face, row.manipulated, row.verdict) for row in rows] == [
        (1, False, "no signs found"),
        (2, True, "inconclusive"),
        (3, True, "not found"),
        (4, None, "not evaluated"),
    ]
    assert rows[1] == SampleFinding("a.jpg", 2, True, "inconclusive", "score_between", None, 0.1235, 1.2346)
    assert rows[3].fake_score is None


def test_shares_are_of_the_faces_that_the_manifest_knows():
    verdicts = [
        (False, "signs of manipulation"),
        (False, "inconclusive"),
        (True, "not found"),
        (True, "no signs found"),
    ]
    rows = [SampleFinding("a.jpg", face, forged, verdict) for face, (forged, verdict) in enumerate(verdicts)]
    rows.append(SampleFinding("a.jpg", 9, None, "signs of manipulation"))
    assert [(figure.value, figure.n) for figure in sample_metrics(rows)] == [(0.25, 4), (0.5, 2), (0, 2), (0.5, 2)]
    assert sample_metrics([]) == []


def test_what_is_kept_of_the_pictures_is_what_the_shipped_detector_says(tmp_path):
    """Where this fails, the detector or the way to it changed: look at what moved, then run `benchmark samples`."""
    files = [one["file"] for one in MANIFEST["samples"]]
    detector = load_detector("telltale")
    said = run_samples(detector, folder_with(tmp_path, *files))
    kept = [one for one in samples.read_findings("telltale") if one.file in files]
    assert [(one.file, one.face, one.verdict) for one in said] == [(one.file, one.face, one.verdict) for one in kept]
    assert [one.fake_score for one in said] == pytest.approx([one.fake_score for one in kept], abs=0.02)
    document = json.loads(samples.FINDINGS_FILE.read_text(encoding="utf-8"))["detectors"]["telltale"]
    assert document["weights_sha256"] == detector.card.weights_sha256
    assert [(one.file, one.manipulated) for one in kept if one.file == "group.jpg"] == [
        ("group.jpg", forged) for forged in (False, False, True, False)
    ]


def test_of_a_video_the_persons_are_those_of_the_manifest(tmp_path):
    rows = run_samples(small_detector(), folder_with(tmp_path, "cut-back.mp4"))
    assert [(row.face, row.manipulated) for row in rows] == [(1, False), (2, True)]
    assert all(0 <= row.fake_score <= 1 and row.reason for row in rows)
    kept = [one for one in samples.read_findings("telltale") if one.file == "cut-back.mp4"]
    assert [(one.face, one.manipulated) for one in kept] == [(1, False), (2, True)]


def test_findings_are_kept_without_loss_and_beside_those_of_others(tmp_path):
    path = tmp_path / "findings.json"
    rows = [SampleFinding("a.mp4", 1, True, "signs of manipulation", "x", None, 0.9, 3.0, ((1.0, 2.5), (3.0, 4.0)))]
    samples.write_findings(small_card(), rows, path)
    samples.write_findings(small_card(name="other"), [], path)
    assert samples.read_findings("telltale", path) == rows
    assert samples.read_findings("other", path) == samples.read_findings("third", path) == []
