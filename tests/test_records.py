"""What is kept on disk of a video's analysis."""

import json
import math
import os
import time
from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest
from small_detector import small_card
from video_values import SHA256, chunk, sampled, sighting, small_result, small_video

from forensics.card import Thresholds
from forensics.facts import told
from forensics.types import AnalysisSettings, Skipped
from forensics.video import records
from forensics.video.plain import chunk_from_dict, chunk_to_dict, result_from_dict, result_to_dict
from forensics.video.records import Record, record_of, remove_abandoned_drafts, remove_records
from forensics.video.types import Chunk, Observation

EMPTY = b'{"frames": [], "observations": [], "cuts": [], "surplus": 0, "broken_packets": 0}\n'


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(records, "versions", lambda: {"telltale": "0.1.0"})


def record(**changes: object) -> Record:
    return record_of(SHA256, AnalysisSettings(**changes), small_card())


def same(one: object, other: object) -> bool:
    """Equal to the last bit, arrays and their types too."""
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other)
    if is_dataclass(one):
        return type(one) is type(other) and all(same(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))
    if isinstance(one, tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    return one == other and type(one) is type(other)


def odd_chunk() -> Chunk:
    """Numbers that a careless text would round, and every optional part."""
    odd = sighting(
        1,
        math.nextafter(0.1, 1),
        landmarks=np.random.default_rng(0).random((5, 2), np.float32),
        coarse_mask=np.random.default_rng(1).integers(0, 256, (16, 16), np.uint8),
        weight=1 / 3,
        weight_reason=told("größe"),
    )
    look = np.array([np.pi, 6e-8, -0.0], np.float16)
    seen = ((), (Observation(odd, look), Observation(sighting(1), look[:1])))
    return Chunk((sampled(0), sampled(1)), seen, (0.1 + 0.2,), 4, 5)


def through_json(values: dict) -> dict:
    return json.loads(json.dumps(values))


def test_a_piece_comes_back_to_the_last_bit():
    before = odd_chunk()
    assert same(chunk_from_dict(through_json(chunk_to_dict(before))), before)
    assert same(chunk_from_dict(through_json(chunk_to_dict(Chunk((), (), (), 0, 0)))), Chunk((), (), (), 0, 0))


@pytest.mark.parametrize("video", [small_video(), small_video(seconds=None, frame_rate=None, frame_count=None)])
def test_a_result_comes_back_without_loss_and_without_appearances(video):
    before = small_result(video)
    values = through_json(result_to_dict(before))
    assert same(result_from_dict(values), before)
    assert "appearance" not in json.dumps(values)


def test_pieces_are_kept_one_by_one_and_go_when_the_result_is_there():
    kept, result = record(), small_result()
    with kept.draft() as draft:
        assert draft.chunks == ()
        draft.keep(odd_chunk())
        draft.keep(chunk(2, 3))
        assert kept.pieces_path.read_bytes().count(b"\n") == 3  # the header too: nothing waits in memory
    with kept.draft() as draft:
        assert same(draft.chunks, (odd_chunk(), chunk(2, 3)))
    assert kept.result() is None
    kept.finish(kept.encoded(result))
    assert same(kept.result(), result)
    assert [path.name for path in kept.result_path.parent.iterdir()] == [kept.result_path.name]


@pytest.mark.parametrize("torn", [b'{"frames": [[0,', b"\0\0\0\0", b'{"frames": []}\n', b"[1]\n", EMPTY, b"\xff\xfe\n"])
def test_a_last_line_that_is_torn_is_cut_off_and_the_next_piece_takes_its_place(torn):
    with record().draft() as draft:
        draft.keep(chunk(0, 1))
    with record().pieces_path.open("ab") as file:
        file.write(torn)
    with record().draft() as draft:
        assert same(draft.chunks, (chunk(0, 1),))
        draft.keep(chunk(2, 3))
    with record().draft() as draft:
        assert same(draft.chunks, (chunk(0, 1), chunk(2, 3)))


def test_a_whole_piece_without_its_line_break_is_torn():
    with record().draft() as draft:
        draft.keep(chunk(0, 1))
        draft.keep(chunk(2, 3))
    content = record().pieces_path.read_bytes()
    record().pieces_path.write_bytes(content[:-1])
    with record().draft() as draft:
        assert same(draft.chunks, (chunk(0, 1),))
        draft.keep(chunk(2, 3))
    assert record().pieces_path.read_bytes() == content


def test_two_programs_that_do_the_same_work_keep_each_piece_once():
    with record().draft() as first, record().draft() as second:
        for one in (first, second):
            one.keep(chunk(0, 1))
            one.keep(chunk(2, 3))
    with record().draft() as draft:
        assert [piece.frames[0] for piece in draft.chunks] == [sampled(0), sampled(2)]


@pytest.mark.parametrize("header", [b"", b"{}\n", b"no header"])
def test_pieces_under_another_header_are_not_used(header):
    with record().draft() as draft:
        draft.keep(chunk(0, 1))
    _, _, rest = record().pieces_path.read_bytes().partition(b"\n")
    record().pieces_path.write_bytes(header + rest)
    with record().draft() as draft:
        assert draft.chunks == ()
        draft.keep(chunk(4))
    with record().draft() as draft:
        assert same(draft.chunks, (chunk(4),))


def test_another_file_setting_detector_limit_or_version_is_another_analysis(monkeypatch):
    record().finish(record().encoded(small_result()))
    thresholds = Thresholds(signs=0.95, no_signs=0.1, smallest_face=8)
    others = [
        record_of("ef" * 32, AnalysisSettings(), small_card()),
        record(sample_fps=2.0),
        record_of(SHA256, AnalysisSettings(), small_card(weights_sha256="1" * 64)),
        record_of(SHA256, AnalysisSettings(), small_card(thresholds=thresholds)),
    ]
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", "5")
    others.append(record())
    monkeypatch.delenv("TELLTALE_MAX_VIDEO_SECONDS")
    assert record().result() is not None
    monkeypatch.setattr(records, "versions", lambda: {"telltale": "0.2.0"})
    others.append(record())
    assert [other.result() for other in others] == [None] * 6
    assert len({other.key for other in others}) == 6


def test_a_result_whose_header_does_not_fit_its_name_or_that_is_damaged_is_not_used():
    record().finish(record().encoded(small_result()))
    content = record().result_path.read_bytes()
    for damaged in (content[:-20], content.replace(b'"0.1.0"', b'"0.0.9"'), b"[]", b""):
        record().result_path.write_bytes(damaged)
        assert record().result() is None


def test_a_result_is_written_whole_or_not_at_all(monkeypatch):
    with record().draft() as draft:
        draft.keep(chunk(0))

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(OSError, match="No space"):
            record().finish(record().encoded(small_result()))
    assert record().result() is None
    with record().draft() as draft:
        assert same(draft.chunks, (chunk(0),))


def test_the_folders_are_private(tmp_path):
    with record().draft():
        pass
    folder = tmp_path / "home" / "videos" / "records"
    assert [path.stat().st_mode & 0o777 for path in (folder, folder / SHA256)] == [0o700] * 2


def test_removing_takes_all_records_of_the_file_and_no_others():
    record().finish(record().encoded(small_result()))
    record(sample_fps=2.0).finish(record(sample_fps=2.0).encoded(small_result()))
    other = record_of("ef" * 32, AnalysisSettings(), small_card())
    other.finish(other.encoded(small_result()))
    remove_records(SHA256)
    remove_records(SHA256)
    assert (record().result(), record(sample_fps=2.0).result()) == (None, None)
    assert other.result() is not None


def test_pieces_nobody_went_on_with_go_after_thirty_days():
    remove_abandoned_drafts()  # before there is any folder
    for settings, days in ((1.0, 29), (2.0, 31)):
        with record(sample_fps=settings).draft() as draft:
            draft.keep(chunk(0))
        then = time.time() - days * 86_400
        os.utime(record(sample_fps=settings).pieces_path, (then, then))
    remove_abandoned_drafts()
    assert [record(sample_fps=fps).pieces_path.exists() for fps in (1.0, 2.0)] == [True, False]


def test_sentences_of_records_of_the_first_version_are_read_as_told(tmp_path):
    values = result_to_dict(small_result())
    values |= {"ended": "The file is cut off.", "skipped": [["Too brief.", None]]}
    values["video"]["notes"] = ["The pictures are mirrored, as the file says."]
    values["tracks"][0]["sightings"][0] |= {"weight": 0.5, "weight_reason": "motion or compression blurred it"}
    read = result_from_dict(values)
    assert read.ended == told("The file is cut off.")
    assert read.skipped == (Skipped(told("Too brief.")),)
    assert read.video.notes == (told("The pictures are mirrored, as the file says."),)
    assert read.tracks[0].sightings[0].weight_reason == told("motion or compression blurred it")
    assert result_from_dict(values | {"ended": ""}).ended is None
