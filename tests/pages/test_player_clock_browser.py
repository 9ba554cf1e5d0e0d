"""A browser shows at a time of its player the frame that the analysis has for it."""

import base64

import numpy as np
import pytest
from browsing import opened
from video_files import copied, edited, write_with_sound

from forensics.media.video.reader import open_frames, probe

pytestmark = pytest.mark.slow

GRAY_AT = """async ([content, kind, times]) => {
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
  const film = document.createElement("video");
  film.src = URL.createObjectURL(new Blob([bytes], {type: kind}));
  document.body.append(film);
  await new Promise(done => film.onloadeddata = done);
  const sheet = new OffscreenCanvas(film.videoWidth, film.videoHeight).getContext("2d");
  const seen = [];
  for (const time of times) {
    const there = new Promise(done => film.requestVideoFrameCallback(done));
    film.currentTime = time;
    await there;
    sheet.drawImage(film, 0, 0);
    seen.push(sheet.getImageData(48, 32, 1, 1).data[0]);
  }
  return seen;
}"""


def late(folder, name):
    return write_with_sound(folder / name, picture=2, sound=0)


FILMS = {
    "late.mp4": late,
    "late.mkv": late,
    "late.webm": late,
    "alone.mp4": lambda folder, name: write_with_sound(folder / name, picture=2, sound=None),
    "alone.webm": lambda folder, name: write_with_sound(folder / name, picture=2, sound=None),
    "hidden-start.mp4": lambda folder, name: copied(
        late(folder, "a.mp4"), folder / name, {}, earlier=round(2.3 * 10240)
    ),
    "hidden-end.mp4": lambda folder, name: edited(
        write_with_sound(folder / "a.mp4", picture=0, sound=None), folder / name, milliseconds=600
    ),
}


@pytest.mark.parametrize("name", FILMS)
def test_the_player_shows_the_frame_of_the_table(name, tmp_path):
    path = FILMS[name](tmp_path, name)
    video = probe(path, name, "0" * 64)
    with open_frames(video) as stream:
        frames = [(frame.seconds + 0.05, int(frame.to_rgb().pixels[32, 48, 0])) for frame in stream]
    with opened("about:blank") as page:
        content = base64.b64encode(path.read_bytes()).decode()
        seen = page.evaluate(GRAY_AT, [content, video.media_type, [seconds for seconds, _ in frames]])
    assert np.abs(np.array(seen) - [gray for _, gray in frames]).max() < 8
