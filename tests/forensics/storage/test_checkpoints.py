"""What is kept on disk of a file's analysis."""

import json
import math
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from alike import same
from earlier_records import chunk_to_dict, result_to_dict
from small_detector import small_card
from specimens import finding_of, region_of, result_of
from video_values import SHA256, chunk, sampled, sighting, small_result, small_video

from forensics.facts import told_fact
from forensics.io.serialization import encode
from forensics.storage import checkpoints, content_store
from forensics.storage.checkpoints import AnalysisCheckpoint, photograph_record, remove_records, video_record
from forensics.storage.earlier_checkpoints import chunk_from_dict, result_from_dict
from forensics.types.analysis import AnalysisSettings, ImageResult, PerturbedScore, Skipped
from forensics.types.model_card import Thresholds
from forensics.types.video import Chunk, Detection

EMPTY = checkpoints._framed(encode(Chunk((), (), (), 0, 0)))


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(checkpoints, "software_versions", lambda: {"telltale": "0.1.0"})


def record(**changes: object) -> AnalysisCheckpoint:
    return video_record(SHA256, AnalysisSettings(**changes), small_card())


def odd_chunk() -> Chunk:
    """Numbers that a careless text would round, and every optional part."""
    odd = sighting(
        1,
        math.nextafter(0.1, 1),
        landmarks=np.random.default_rng(0).random((5, 2), np.float32),
        coarse_mask=np.random.default_rng(1).integers(0, 256, (16, 16), np.uint8),
        weight=1 / 3,
        weight_reason=told_fact("größe"),
    )
    look = np.array([np.pi, 6e-8, -0.0], np.float16)
    seen = ((), (Detection(odd, look), Detection(sighting(1), look[:1])))
    return Chunk((sampled(0), sampled(1)), seen, (0.1 + 0.2,), 4, 5)


def through_json(values: dict) -> dict:
    return json.loads(json.dumps(values))


def test_a_piece_of_the_version_before_is_read_to_the_last_bit():
    before = odd_chunk()
    assert same(chunk_from_dict(through_json(chunk_to_dict(before))), before)
    assert same(chunk_from_dict(through_json(chunk_to_dict(Chunk((), (), (), 0, 0)))), Chunk((), (), (), 0, 0))


@pytest.mark.parametrize("video", [small_video(), small_video(seconds=None, frame_rate=None, frame_count=None)])
def test_a_result_of_the_version_before_is_read_without_loss_and_has_no_appearances(video):
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
        frames = [checkpoints._framed(encode(piece)) for piece in (odd_chunk(), chunk(2, 3))]
        assert kept.pieces_path.read_bytes().endswith(b"".join(frames))  # nothing waits in memory
    with kept.draft() as draft:
        assert same(draft.chunks, (odd_chunk(), chunk(2, 3)))
    assert kept.result() is None
    kept.finish(kept.encoded(result))
    assert same(kept.result(), result)
    assert [path.name for path in kept.result_path.parent.iterdir()] == [kept.result_path.name]


WHOLE = checkpoints._framed(encode(chunk(4, 5)))


@pytest.mark.parametrize(
    "torn",
    [
        WHOLE[:-1],
        WHOLE[:5],
        WHOLE[:8],
        b"\0" * 4,
        b"\0" * 40,
        EMPTY,
        checkpoints._framed(b"\xff\xfe"),
        WHOLE[:-1] + b"x",
    ],
)
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


def test_two_programs_that_do_the_same_work_keep_each_piece_once():
    with record().draft() as first, record().draft() as second:
        for one in (first, second):
            one.keep(chunk(0, 1))
            one.keep(chunk(2, 3))
    with record().draft() as draft:
        assert [piece.frames[0] for piece in draft.chunks] == [sampled(0), sampled(2)]


@pytest.mark.parametrize("header", [b"", checkpoints._framed(b"{}\n"), b"no header"])
def test_pieces_under_another_header_are_not_used(header):
    with record().draft() as draft:
        draft.keep(chunk(0, 1))
    content = record().pieces_path.read_bytes()
    record().pieces_path.write_bytes(header + content[content.index(checkpoints._framed(encode(chunk(0, 1)))) :])
    with record().draft() as draft:
        assert draft.chunks == ()
        draft.keep(chunk(4))
    with record().draft() as draft:
        assert same(draft.chunks, (chunk(4),))


def test_another_file_setting_detector_limit_or_version_is_another_analysis(monkeypatch):
    record().finish(record().encoded(small_result()))
    thresholds = Thresholds(signs=0.95, no_signs=0.1, smallest_face=8)
    others = [
        video_record("ef" * 32, AnalysisSettings(), small_card()),
        record(sample_fps=2.0),
        video_record(SHA256, AnalysisSettings(), small_card(weights_sha256="1" * 64)),
        video_record(SHA256, AnalysisSettings(), small_card(thresholds=thresholds)),
    ]
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", "5")
    others.append(record())
    monkeypatch.delenv("TELLTALE_MAX_VIDEO_SECONDS")
    assert record().result() is not None
    monkeypatch.setattr(checkpoints, "software_versions", lambda: {"telltale": "0.2.0"})
    others.append(record())
    assert [other.result() for other in others] == [None] * 6
    assert len({other.key for other in others}) == 6


def test_a_result_whose_header_does_not_fit_its_name_or_that_is_damaged_is_not_used():
    record().finish(record().encoded(small_result()))
    content = record().result_path.read_bytes()
    other = zlib.compress(zlib.decompress(content).replace(b'"0.1.0"', b'"0.0.9"'))
    for damaged in (content[:-20], other, zlib.compress(b"\x90"), b"[]", b""):
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
    other = video_record("ef" * 32, AnalysisSettings(), small_card())
    other.finish(other.encoded(small_result()))
    remove_records(SHA256)
    remove_records(SHA256)
    assert (record().result(), record(sample_fps=2.0).result()) == (None, None)
    assert other.result() is not None


def older(kept: AnalysisCheckpoint, kind: str, content: bytes) -> Path:
    """What the version before wrote in the place of a record."""
    path = kept.result_path.with_suffix(f".{kind}")
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return path


def test_a_result_that_the_version_before_wrote_is_found():
    values = {"header": record().header, "result": result_to_dict(small_result())}
    older(record(), "result.json", json.dumps(values).encode())
    assert same(record().result(), small_result())
    assert record(sample_fps=2.0).result() is None


NOT_WRITTEN = b"[" * 100_000
"""Nested deeper than any program writes."""


@pytest.mark.parametrize(
    "change",
    [
        {"tracks": 7},
        {"video": "a text"},
        {"settings": {"max_faces": [1]}},
        {"ended": {"code": "x", "numbers": 5, "because": None}},
        {"skipped": [[1, 2, 3]]},
        {"video": {"seconds": "1e999999999"}},
    ],
)
def test_a_result_of_the_version_before_of_wrong_types_is_none(change):
    whole = result_to_dict(small_result())
    inner = {name: whole[name] | value for name, value in change.items() if isinstance(value, dict) and whole[name]}
    older(record(), "result.json", json.dumps({"header": record().header, "result": whole | change | inner}).encode())
    assert record().result() is None


@pytest.mark.parametrize("content", [NOT_WRITTEN, b"[]", b"5", b"\xff"])
def test_what_is_no_document_in_the_place_of_a_result_of_the_version_before_is_none(content):
    older(record(), "result.json", content)
    assert record().result() is None


@pytest.mark.parametrize("torn", [b"", b'{"frames": [[0,', b"[1]\n", NOT_WRITTEN + b"\n", b'{"frames": {}}\n'])
def test_the_work_of_the_version_before_goes_on(torn):
    lines = [record().header, chunk_to_dict(odd_chunk()), chunk_to_dict(chunk(2, 3))]
    content = b"".join(json.dumps(line, sort_keys=True).encode() + b"\n" for line in lines) + torn
    path = older(record(), "pieces.jsonl", content)
    with record().draft() as draft:
        assert same(draft.chunks, (odd_chunk(), chunk(2, 3)))
        draft.keep(chunk(4))
    with record().draft() as draft:
        assert same(draft.chunks, (odd_chunk(), chunk(2, 3), chunk(4)))
    record().finish(record().encoded(small_result()))
    assert not path.exists()


def test_what_was_found_until_a_stop_is_kept_beside_the_pieces_until_the_end():
    with record().draft() as draft:
        draft.keep(chunk(0))
    record().stop(record().encoded(small_result()))
    assert (record().result(), same(record().stopped(), small_result())) == (None, True)
    assert record().pieces_path.exists()
    record().finish(record().encoded(small_result()))
    assert (record().stopped(), record().pieces_path.exists()) == (None, False)


def photograph() -> tuple[AnalysisCheckpoint, ImageResult]:
    """A stored photograph with odd numbers in what was found, and its record."""
    crop = np.random.default_rng(0).integers(0, 256, (24, 20, 3), np.uint8)
    finding = replace(finding_of(region_of(crop), math.nextafter(0.97, 1)), rescores=(PerturbedScore("x", 1 / 3),))
    result, content = result_of([finding], crop), b"as it was received" * 9
    stored = content_store.store_file(content)
    result = replace(result, media=replace(result.media, content=content, sha256=stored.sha256))
    return photograph_record(stored.sha256, result.settings, small_card()), result


def test_a_photographs_result_comes_back_to_the_last_bit_and_its_bytes_lie_there_once():
    kept, result = photograph()
    kept.finish(kept.encoded(result))
    assert same(kept.result(), result)
    assert result.media.content not in zlib.decompress(kept.result_path.read_bytes())
    content_store.remove(result.media.sha256)
    assert kept.result() is None


def test_of_a_photograph_another_rate_is_the_same_analysis_and_other_faces_are_not():
    (kept, _), sha256 = photograph(), SHA256
    same_one, other = (
        photograph_record(sha256, AnalysisSettings(**settings), small_card())
        for settings in ({"sample_fps": 2.0}, {"faces": "whole"})
    )
    mine = photograph_record(sha256, AnalysisSettings(), small_card())
    assert (mine.key == same_one.key, mine.key == other.key) == (True, False)
    assert kept.key != mine.key != video_record(sha256, AnalysisSettings(), small_card()).key


def test_sentences_of_records_of_the_first_version_are_read_as_told(tmp_path):
    values = result_to_dict(small_result())
    values |= {"ended": "The file is cut off.", "skipped": [["Too brief.", None]]}
    values["video"]["notes"] = ["The pictures are mirrored, as the file says."]
    values["tracks"][0]["sightings"][0] |= {"weight": 0.5, "weight_reason": "motion or compression blurred it"}
    read = result_from_dict(values)
    assert read.ended == told_fact("The file is cut off.")
    assert read.skipped == (Skipped(told_fact("Too brief.")),)
    assert read.video.notes == (told_fact("The pictures are mirrored, as the file says."),)
    assert read.tracks[0].sightings[0].weight_reason == told_fact("motion or compression blurred it")
    assert result_from_dict(values | {"ended": ""}).ended is None
