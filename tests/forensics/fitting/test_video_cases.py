"""The benchmark's videos: nobody both chooses and reports, and what is made is what the truth says."""

from fractions import Fraction

import av
import numpy as np
import pytest
from tar_files import clip, write_tar
from training_faces import SAMPLES

from forensics.fitting import video_cases, video_people
from forensics.fitting.video_cases import VideoCase, all_cases, make_video
from forensics.fitting.video_people import CLIPS_BY_PART, People
from forensics.synthesis.families import STEADY_FAMILIES
from forensics.training.dataset import never_trained

pytestmark = pytest.mark.slow

UNTRAINED = [name for name in (f"real/{n}.jpg" for n in range(100)) if never_trained(f"lfw-faces/{name}")][:4]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Four portraits that never trained and one that did, no large photograph, and three clips."""
    folder = tmp_path_factory.mktemp("data")
    collins, hopper = ((SAMPLES / name).read_bytes() for name in ("collins.jpg", "hopper.jpg"))
    trained = next(name for name in (f"real/t{n}.jpg" for n in range(9)) if not never_trained(f"lfw-faces/{name}"))
    portraits = dict(zip(UNTRAINED, (collins, hopper, hopper, collins), strict=True))
    write_tar(folder / "lfw-faces.tar", {trained: collins} | portraits)
    write_tar(folder / "multiface-photos.tar", {"photos/h0.jpg": (SAMPLES / "low-quality.jpg").read_bytes()})
    moving = clip(folder / "clip.mp4", (SAMPLES / "low-quality.jpg").read_bytes())
    write_tar(folder / "talking-heads.tar", {f"real/clip_{n:02d}.mp4": moving for n in (4, 5, 9)})
    return folder


@pytest.fixture(scope="module")
def reporting(folder):
    return People(folder, "reporting")


def test_clips_and_photographs_that_choose_are_others_than_those_that_report(folder, reporting):
    choosing = People(folder, "choosing")
    assert list(choosing.clips) == ["talking-heads/real/clip_04.mp4"]
    assert list(reporting.clips) == ["talking-heads/real/clip_05.mp4", "talking-heads/real/clip_09.mp4"]
    assert list(choosing.stills) == [f"lfw-faces/{UNTRAINED[0]}", f"lfw-faces/{UNTRAINED[2]}"]
    assert list(reporting.stills) == [f"lfw-faces/{UNTRAINED[1]}", f"lfw-faces/{UNTRAINED[3]}"]
    assert reporting.donors == reporting.stills
    assert CLIPS_BY_PART == {"choosing": (0, 1, 2, 3, 4), "reporting": (5, 6, 7, 8, 9)}


def test_photographs_after_the_first_report_and_lend_no_face(folder, monkeypatch):
    monkeypatch.setitem(video_people.N_STILLS, "lfw-faces", 1)
    reporting, choosing = People(folder, "reporting"), People(folder, "choosing")
    second, third, fourth = (f"lfw-faces/{name}" for name in UNTRAINED[1:])
    assert list(choosing.stills) == [f"lfw-faces/{UNTRAINED[0]}"]
    assert list(reporting.stills) == [second, third, fourth]
    assert len(reporting.donor_faces([third])) == 1 and reporting.donor_faces([second]) == []


class Named:
    """People by their names alone."""

    def __init__(self, clips: int, stills: int):
        self.clips, self.stills = (
            {f"{kind}/{n}.x": None for n in range(count)} for kind, count in (("c", clips), ("s", stills))
        )


def test_every_person_comes_untouched_and_forged_in_two_families_at_both_rates():
    found = all_cases(Named(5, 20))
    alone = [case for case in found if case.kind == "stills in motion" and case.people == ("s/3.x",)]
    assert [(case.family, case.forged, case.crf) for case in alone] == [
        ("", None, 23),
        ("", None, 40),
        ("identity_swap", 0, 23),
        ("identity_swap", 0, 40),
        ("hull_swap", 0, 23),
        ("hull_swap", 0, 40),
    ]
    assert {case.family for case in found} == {"", *STEADY_FAMILIES}
    assert len({case.name for case in found}) == len(found) == 2 * (3 * (5 + 20) + 5 * (3 + 3))


def test_people_beyond_the_first_thirty_are_untouched():
    alone = [case for case in all_cases(Named(0, 60)) if case.kind == "stills in motion" and case.crf == 23]
    assert [sum(case.forged is kind for case in alone) for kind in (None, 0)] == [60, 60]
    assert {case.people for case in alone if case.forged == 0} == {(f"s/{n}.x",) for n in range(30)}


def test_people_together_are_different_ones_and_one_of_them_is_forged_side_by_side():
    together = [case for case in all_cases(Named(0, 20)) if len(case.people) > 1]
    assert all(len(set(case.people)) == len(case.people) for case in together)
    assert {len(case.people) for case in together if case.kind == "side by side"} == {2, 4, 8}
    assert all((case.forged is not None) == (case.kind == "side by side") for case in together)


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(video_cases, "VIDEO_SECONDS", 0.8)


def test_a_forged_video_differs_from_the_untouched_one_between_its_seconds_alone(reporting, tmp_path, short):
    name = f"lfw-faces/{UNTRAINED[1]}"
    pictures = {}
    for family, forged in (("", None), ("hull_swap", 0)):
        video, truth = make_video(VideoCase("stills in motion", (name,), forged, family, 1, 10), reporting, tmp_path)
        with av.open(str(video)) as container:
            pictures[family] = [frame.to_ndarray(format="rgb24").astype(int) for frame in container.decode(video=0)]
    start, end = truth.spans[0]
    assert 0.4 * 0.8 - 0.01 <= end - start <= 0.6 * 0.8 + 0.01
    assert len(truth.boxes) == len(pictures[""]) == 20
    box = truth.boxes[0][0]
    inside = np.s_[box.top : box.bottom, box.left : box.right]
    changed = [np.abs(a[inside] - b[inside]).mean() for a, b in zip(*pictures.values(), strict=True)]
    assert [change > 4 for change in changed] == [start <= number / 25 < end for number in range(20)]


def test_a_video_is_made_once_and_its_truth_read_back(reporting, tmp_path, short):
    case = VideoCase("crossing", tuple(reporting.stills), None, "", 0, 30)
    video, truth = make_video(case, reporting, tmp_path)
    written = video.stat().st_mtime_ns
    again, same = make_video(case, reporting, tmp_path)
    assert (again, same) == (video, truth)
    assert again.stat().st_mtime_ns == written
    assert truth.rate == Fraction(25)
    assert truth.spans == (None, None)
    assert truth.boxes[0][0].left < truth.boxes[0][1].left
    assert truth.boxes[-1][0].left > truth.boxes[-1][1].left
    assert any(boxes[1] is None for boxes in truth.boxes)


def test_a_talking_head_is_forged_on_its_followed_face(reporting, tmp_path):
    case = VideoCase("talking heads", ("talking-heads/real/clip_05.mp4",), 0, "patch_swap", 0, 20)
    _, truth = make_video(case, reporting, tmp_path)
    assert truth.rate == 10
    assert len(truth.boxes) == 20
    assert truth.boxes[19][0].left - truth.boxes[0][0].left == pytest.approx(19, abs=3)  # a pixel a frame
