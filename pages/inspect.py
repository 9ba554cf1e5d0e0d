"""Inspect: files in, faces and verdicts out."""

from pages.parts.inspect import job_cards, storage_notice, upload
from pages.parts.inspect.face_cards import face_cards
from pages.parts.inspect.image_view import file_table, file_view
from pages.parts.inspect.video_view import video_view
from pages.parts.shell import enter_app
from pages.parts.tasks import analyses
from pages.parts.widgets import selectors
from pages.parts.widgets.heading import page_heading
from pages.parts.widgets.reference_view import reference_view, score_new_references

state = enter_app()

page_heading("inspect")

upload.upload_view(state)
analyses.sync_jobs(state)
score_new_references(state)
state.apply_references()
reference_view(state)
storage_notice.removal_notice(state)
job_cards.job_cards(state)
upload.failure_list(state)

keys = [*state.results, *state.videos]
if keys:
    if len(keys) > 1:
        file_table(state)
    chosen = selectors.choose_file(state, keys) if len(keys) > 1 else keys[0]
    if chosen in state.videos:
        video_view(state, state.videos[chosen])
    else:
        file_view(state, state.results[chosen])
        face_cards(state.results[chosen])

storage_notice.retention_notice(state)
