"""What the session keeps and what it forgets."""

from pathlib import Path

import numpy as np
from held_session import A_SHA256, B_SHA256, QUESTION, full_session, picture, result

from explain.types import Explanation, ExplanationRequest
from forensics.error_codes import ExplanationCode, MediaCode
from forensics.facts import Fact
from forensics.types.analysis import AnalysisSettings, Box, FailedFile
from pages.parts.session.items import CaseFields
from pages.parts.session.session import AnalystSession


def test_a_file_is_known_by_the_hash_of_its_bytes():
    state = AnalystSession()
    state.add_uploads([picture("a.png", A_SHA256), picture("b.png", B_SHA256)])
    assert list(state.waiting) == list(state.stored) == [A_SHA256, B_SHA256]


def test_the_same_bytes_wait_once_and_the_repetition_is_named():
    state = AnalystSession()
    state.add_uploads([picture("a.png", A_SHA256), picture("again.png", A_SHA256)])
    assert [upload.name for upload in state.waiting.values()] == ["a.png"]
    assert state.repeated == (("again.png", "a.png"),)


def test_analyzed_bytes_do_not_wait_again():
    state = full_session()
    state.add_uploads([picture("again.png", A_SHA256)])
    assert not state.waiting
    assert state.repeated == (("again.png", "a.png"),)


def test_a_name_loses_its_control_characters_and_nothing_else():
    state = AnalystSession()
    state.add_uploads([picture("../../x\n<b>.png", A_SHA256)])
    assert state.waiting[A_SHA256].name == "../../x<b>.png"


def test_a_new_outcome_forgets_its_explanations_and_the_report_but_not_those_of_others():
    state = full_session()
    state.store_outcome(A_SHA256, result(A_SHA256))
    assert list(state.explanations) == [(B_SHA256, 1)]
    assert state.report is None


def test_a_new_answer_forgets_the_report():
    state = full_session()
    state.store_failure((A_SHA256, 1), ExplanationRequest("occlusion"), Fact(ExplanationCode.NO_MASK))
    assert state.report is None


def test_another_choice_for_the_report_forgets_it_and_the_same_does_not():
    state = full_session()
    state.choose_for_report((A_SHA256, 1), (QUESTION,))
    assert state.report is not None
    state.choose_for_report((A_SHA256, 1), ())
    assert state.report is None


def test_the_report_gets_the_chosen_maps_that_there_are_in_the_order_of_their_panels():
    state = full_session()
    face, other = (A_SHA256, 1), ExplanationRequest("occlusion")
    state.choose_for_report(face, (ExplanationRequest("lime"), other, QUESTION))
    state.store_map(face, Explanation(1, other, np.zeros((10, 10), np.float32), 0.1))
    assert [one.method for one in state.face_explanations(face).reported_maps()] == ["occlusion", "gradcam"]


def test_stopped_work_is_taken_up_by_going_on_or_by_ranking():
    state, face = full_session(), (A_SHA256, 1)
    state.pause(face, [QUESTION, ExplanationRequest("lime")])
    state.store_ranking(face, [QUESTION])
    assert state.face_explanations(face).stopped == {ExplanationRequest("lime")}
    state.resume()
    assert state.face_explanations(face).stopped == set()


def test_a_removed_file_takes_its_regions_along():
    state = full_session()
    state.store_region((A_SHA256, 1), Box(1, 2, 5, 6))
    state.store_outcome(A_SHA256, result(A_SHA256))
    assert state.face_explanations((A_SHA256, 1)).place is None


def test_a_changed_case_field_forgets_the_report_and_an_unchanged_one_does_not():
    state = full_session()
    state.store_case_field(CaseFields())
    assert state.report is not None
    state.store_case_field(CaseFields(number="7"))
    assert state.report is None


def test_other_settings_put_analyzed_files_in_line_and_leave_failed_ones():
    state = full_session()
    state.store_outcome("f" * 64, FailedFile("c.png", Fact(MediaCode.SEVERAL_PAGES)))
    state.change_settings(AnalysisSettings(faces="whole"))
    assert list(state.waiting) == [A_SHA256, B_SHA256]
    assert state.waiting[A_SHA256] == picture("a.png", A_SHA256)
    assert list(state.outcomes) == ["f" * 64]
    assert not state.explanations


def test_the_same_settings_change_nothing():
    state = full_session()
    state.change_settings(AnalysisSettings())
    assert not state.waiting
    assert state.report is not None


def test_a_removed_file_leaves_nothing_behind():
    state = full_session()
    state.remove(A_SHA256)
    assert list(state.outcomes) == [B_SHA256]
    assert list(state.explanations) == [(B_SHA256, 1)]
    assert state.report is None


def test_only_failed_files_are_cleared():
    state = full_session()
    state.store_outcome("f" * 64, FailedFile("c.png", Fact(MediaCode.SEVERAL_PAGES)))
    state.remove_failed()
    assert list(state.outcomes) == [A_SHA256, B_SHA256]


def test_all_files_are_removed_and_the_case_stays():
    state = full_session()
    state.store_case_field(CaseFields(number="7"))
    state.add_uploads([picture("c.png", "c" * 64)])
    state.remove_all()
    assert not state.waiting and not state.outcomes and not state.explanations
    assert state.case.number == "7"


def test_a_fault_fails_the_file_in_hand_and_no_other():
    state = AnalystSession()
    state.add_uploads([picture("a.png", A_SHA256), picture("b.png", B_SHA256)])
    assert not state.fail_current_file()
    state.in_hand = A_SHA256
    assert state.fail_current_file()
    assert (state.outcomes[A_SHA256].name, state.outcomes[A_SHA256].code) == ("a.png", "fault")
    assert list(state.waiting) == [B_SHA256]
    assert not state.fail_current_file()


def test_nothing_but_session_touches_streamlits_state():
    pages = Path(__file__).resolve().parents[1] / "pages"
    scripts = [*pages.rglob("*.py"), pages.parent / "app.py"]
    assert [path.name for path in scripts if "st.session_state" in path.read_text("utf-8")] == ["session_state.py"]
