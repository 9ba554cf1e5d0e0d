"""A browser shows every declaration of color as Telltale reads it."""

import base64

import numpy as np
import pytest
from browsing import opened
from declared_pictures import DECLARED, NOTED, PLAIN

from forensics.media.image import decode_image, probe_image

PIXELS = """async content => {
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const sheet = new OffscreenCanvas(picture.width, picture.height).getContext("2d", {colorSpace: "srgb"});
  sheet.drawImage(picture, 0, 0);
  return Array.from(sheet.getImageData(0, 0, picture.width, picture.height).data);
}"""

SHOWN_ALIKE = [*DECLARED, "PNG, Display P3 by cICP", "PNG, profile that cannot be read", "JPEG, text behind it"]
"""Light of high dynamic range is mapped to a screen by each reader in its own way: no standard fixes it."""


@pytest.mark.parametrize("declared", DECLARED)
def test_each_declaration_gives_the_same_picture(declared):
    media = probe_image(DECLARED[declared](), "a")
    np.testing.assert_allclose(decode_image(media).pixels, PLAIN, atol=4)


@pytest.mark.slow
def test_a_browser_shows_what_is_read():
    shown, read = {}, {}
    with opened("data:text/html,<p>reader") as page:
        for name in SHOWN_ALIKE:
            content = (DECLARED | NOTED)[name]()
            seen = page.evaluate(PIXELS, base64.b64encode(content).decode())
            shown[name] = np.array(seen, np.uint8).reshape(*PLAIN.shape[:2], 4)[:, :, :3]
            read[name] = decode_image(probe_image(content, "a")).pixels
    apart = {name: int(np.abs(shown[name].astype(int) - read[name]).max()) for name in SHOWN_ALIKE}
    assert {name: levels for name, levels in apart.items() if levels > 3} == {}
