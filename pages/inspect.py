"""Inspect: files in, faces and verdicts out."""

from pages.parts import analyses, chooser, intake, job_cards, keeping
from pages.parts.entry import enter_app
from pages.parts.face_cards import face_cards
from pages.parts.file_view import file_table, file_view
from pages.parts.heading import heading
from pages.parts.reference_view import reference_view, score_references
from pages.parts.video_view import video_view

state = enter_app()

heading("inspect")

intake.take_files(state)
analyses.tend(state)
score_references(state)
state.settle_references()
reference_view(state)
keeping.removal_view(state)
job_cards.show_jobs(state)
intake.show_failures(state)

keys = [*state.results, *state.videos]
if keys:
    if len(keys) > 1:
        file_table(state)
    chosen = chooser.choose_file(state, keys) if len(keys) > 1 else keys[0]
    if chosen in state.videos:
        video_view(state, state.videos[chosen])
    else:
        file_view(state, state.results[chosen])
        face_cards(state.results[chosen])

keeping.keeping_view(state)
