from dataclasses import replace
from itertools import accumulate

import pytest
from made_sightings import ADA, BEN, look, observation

from forensics.messages.catalogue import optional_sentence
from forensics.tracking.appearance import similarity
from forensics.tracking.linking import build_tracks
from forensics.types.analysis import Box
from forensics.types.video import Chunk, SampledFrame


def chunk(*frames, fps=5, cuts=()):
    """A chunk of frames; each is a list of faces (name, x of the middle, degrees[, confidence])."""
    sampled = [SampledFrame(n, n, n / fps, sum(cut <= n for cut in cuts)) for n in range(len(frames))]
    seen = [tuple(observation(f, *face) for face in faces) for f, faces in zip(sampled, frames, strict=True)]
    return Chunk(tuple(sampled), tuple(seen), (), 0, 0)


def names(*chunks):
    """Whose sightings each track holds, with the numbers of the frames."""
    tracks, _ = build_tracks(chunks)
    return [[(s.weight_reason.parameters["sentence"], s.frame.index) for s in track] for track in tracks]


def who(*chunks):
    return ["".join(sorted({name for name, _ in track})) for track in names(*chunks)]


def test_the_similarity_of_two_looks_is_the_cosine():
    assert similarity(look(0), look(60)) == pytest.approx(0.5, abs=1e-6)


def test_two_people_keep_their_tracks_in_the_order_of_first_sight():
    frames = [[("b", 300 + 5 * n, BEN)] if n < 2 else [("a", 100, ADA), ("b", 300 + 5 * n, BEN)] for n in range(6)]
    assert names(chunk(*frames)) == [[("b", n) for n in range(6)], [("a", n) for n in range(2, 6)]]


def test_people_who_cross_and_hide_each_other_are_not_swapped():
    def frame(n):
        a, b = ("a", 100 + 20 * n, ADA), ("b", 300 - 20 * n, BEN)
        return [a] if abs(a[1] - b[1]) < 50 else [a, b]

    assert who(chunk(*(frame(n) for n in range(11)))) == ["a", "b"]


def test_people_who_look_alike_are_told_apart_by_where_they_are():
    frames = [[("a", 100 + 6 * n, ADA), ("b", 200 + 6 * n, ADA)] for n in range(10)]
    assert who(chunk(*frames)) == ["a", "b"]


def test_a_face_that_moves_on_while_it_is_hidden_is_met_again():
    frames = [[("a", 100 + 15 * n, ADA)] if not 4 <= n < 9 else [] for n in range(14)]
    assert [len(track) for track in names(chunk(*frames))] == [9]


def test_whoever_comes_to_the_place_of_somebody_hidden_is_another_person():
    frames = [[("a", 100, ADA)]] * 4 + [[]] * 3 + [[("b", 100, BEN)]] * 4
    assert who(chunk(*frames)) == ["a", "b"]


def test_a_missed_cut_to_somebody_else_at_the_same_place_does_not_hand_the_track_on():
    assert who(chunk(*[[("a", 100, ADA)]] * 4, *[[("b", 100, BEN)]] * 4)) == ["a", "b"]
    alike = ADA + 39  # cos 39° = 0.78
    assert who(chunk(*[[("a", 100, ADA)]] * 4, *[[("b", 100, alike)]] * 4)) == ["a", "b"]


def test_a_head_that_turns_away_keeps_its_track():
    turned = [0, 0, 0, 10, 30, 40, 40, 20, 0, 0]  # cos 30° = 0.87
    assert [len(track) for track in names(chunk(*[[("a", 100, angle)] for angle in turned]))] == [10]


def test_a_cut_to_the_same_place_is_another_person_and_a_cut_back_the_first():
    frames = [[("a", 100, ADA)]] * 4 + [[("b", 100, BEN)]] * 4 + [[("a", 100, ADA + 5)]] * 4
    found = names(chunk(*frames, cuts=(4, 8)))
    assert [[n for _, n in track] for track in found] == [[0, 1, 2, 3, 8, 9, 10, 11], [4, 5, 6, 7]]


def test_after_a_cut_place_decides_only_between_people_who_look_alike():
    both = [[("a", 100, 0), ("b", 300, 8)]] * 4  # cos 8° = 0.990
    assert who(chunk(*both, *([[("a", 100, 4)]] * 4), cuts=(4,))) == ["a", "b"]
    assert who(chunk(*both, *([[("x", 500, 4)]] * 4), cuts=(4,))) == ["a", "b", "x"]  # in doubt: somebody new


def test_two_who_both_look_like_one_person_are_both_new():
    frames = [[("a", 100, 0)]] * 4 + [[("x", 300, 2), ("y", 500, 2)]] * 4
    assert who(chunk(*frames, cuts=(4,))) == ["a", "x", "y"]


def test_faces_in_one_frame_are_never_one_person():
    frames = [[("a", 100, 0), ("b", 110, 0), ("c", 112, 0)]] * 5
    assert [len(track) for track in names(chunk(*frames))] == [5, 5, 5]


def test_a_face_that_suddenly_grows_beyond_measure_is_another():
    small = chunk(*[[("a", 100, ADA)]] * 3)
    large = observation(SampledFrame(3, 3, 0.6, 0), "b", 100, BEN)
    assert who(small, Chunk((large.sighting.frame,), ((large,),), (), 0, 0)) == ["a", "b"]


def test_weak_detections_in_one_or_two_frames_are_no_person():
    frames = [[("a", 100, ADA)], [("a", 100, ADA), ("x", 400, BEN, 0.45)], *[[("a", 100, ADA)]] * 3]
    tracks, skipped = build_tracks([chunk(*frames)])
    assert [len(track) for track in tracks] == [5]
    assert [optional_sentence(s.reason) for s in skipped] == [
        "1 face was seen in fewer than 3 of the frames looked at, and unsurely: too briefly to be a person."
    ]


def test_a_sure_detection_or_three_weak_ones_are_a_person():
    assert who(chunk(*[[("x", 400, BEN, 0.45)]] * 3, [], [])) == ["x"]
    assert who(chunk([("x", 400, BEN, 0.7)], [], [], [])) == ["x"]


def test_in_a_video_of_a_single_frame_every_face_is_a_person():
    assert who(chunk([("x", 100, ADA, 0.41), ("y", 300, BEN, 0.41)])) == ["x", "y"]


def test_it_does_not_matter_where_the_chunks_end():
    whole = chunk(*[[("a", 100 + 9 * n, ADA), ("b", 400 - 9 * n, BEN)] for n in range(20)])
    parts = [Chunk(whole.frames[n : n + 3], whole.observations[n : n + 3], (), 0, 0) for n in range(0, 20, 3)]
    assert names(whole) == names(*parts)


def test_a_video_without_faces_has_no_persons():
    assert build_tracks([chunk([], [], [])]) == ([], [])
    assert build_tracks([]) == ([], [])


def looks_of_pieces(*pieces):
    """Whose pieces they are taken for: each is (sightings, degrees), after a cut."""
    frames = [[(str(number), 100, degrees)] for number, (count, degrees) in enumerate(pieces) for _ in range(count)]
    return who(chunk(*frames, cuts=tuple(accumulate(count for count, _ in pieces[:-1]))))


def test_a_person_looks_as_the_mean_of_all_sightings_does():
    """Similarities of 0.93 and more join: 21.56°. The mean is of squares: of nine sightings at 30° and one at 45° it is
    at 31.6°, for cos² is 0.725; of one at 30° and nine at 45° at 43.6°."""
    assert looks_of_pieces((9, 30), (1, 45), (1, 10.5)) == ["012"]
    assert looks_of_pieces((9, 30), (1, 45), (1, 9.5)) == ["01", "2"]
    assert looks_of_pieces((1, 30), (9, 45), (1, 22.5)) == ["012"]
    assert looks_of_pieces((1, 30), (9, 45), (1, 64.5)) == ["012"]
    assert looks_of_pieces((9, 30), (1, 45), (1, 45), (1, 12)) == ["0123"]  # 32.9°


def test_a_sure_detection_is_one_of_six_tenths():
    assert who(chunk([("x", 400, BEN, 0.6)], [], [], [])) == ["x"]
    assert who(chunk([("x", 400, BEN, 0.59)], [], [], [])) == []


@pytest.mark.parametrize(("x", "joined"), [(116, True), (119, False), (84, True), (81, False)])
def test_of_two_who_look_alike_the_one_whose_box_is_shared_by_two_fifths_is_meant(x, joined):
    """What is shared is worth 0.05 of the similarity, the margin is 0.02. Boxes 40 wide, 16 apart, share 24 of 56."""
    both = [[("a", 100, ADA), ("b", 300, ADA)]] * 4
    assert who(chunk(*both, *([[("c", x, ADA)]] * 4), cuts=(4,))) == (["ac", "b"] if joined else ["a", "b", "c"])


def test_boxes_that_share_nothing_in_either_direction_are_in_no_same_place():
    first = chunk(*[[("a", 100, ADA), ("b", 300, ADA)]] * 4)
    frame = SampledFrame(4, 4, 0.8, 1)
    moved = observation(frame, "c", 500, ADA)
    box = Box(480, 400, 520, 450)
    moved = replace(moved, sighting=replace(moved.sighting, box=box))
    assert who(first, Chunk((frame,), ((moved,),), (), 0, 0)) == ["a", "b", "c"]


def test_two_who_look_alike_are_both_met_again_at_their_places():
    both = [[("a", 100, ADA), ("b", 300, ADA)]] * 4
    assert who(chunk(*both, *([[("b", 300, ADA), ("a", 100, ADA)]] * 4), cuts=(4,))) == ["a", "b"]


def test_two_who_look_unlike_are_both_met_again_anywhere():
    """They are as alike as cos 2° to what they were."""
    first, then = [[("a", 100, ADA), ("b", 300, BEN)]] * 4, [[("b", 500, BEN - 2), ("a", 700, ADA + 2)]] * 4
    assert who(chunk(*first, *then, cuts=(4,))) == ["a", "b"]


def test_a_face_that_appears_in_the_last_frame_of_one_who_looks_alike_is_another():
    frames = [[("a", 100, ADA)]] * 4 + [[("a", 100, ADA), ("b", 500, ADA)]] + [[("b", 500, ADA)]] * 4
    assert names(chunk(*frames)) == [[("a", n) for n in range(5)], [("b", n) for n in range(4, 9)]]
