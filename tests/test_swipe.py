"""The swipe comparison: what is sent to the browser."""

import json

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.explain.image_compare import image_compare

HOSTILE = "<img src=x onerror=alert(1)>"


def script() -> None:
    import numpy as np  # noqa: PLC0415

    from pages.parts.explain.image_compare import image_compare  # noqa: PLC0415

    before = np.full((90, 60, 3), 200, np.uint8)
    labels = ("Original", "<img src=x onerror=alert(1)>")
    image_compare(before, before // 2, labels=labels, key="face_1", alt="Face 1")
    image_compare(before, before // 2, labels=labels, key="face_2", alt="Face 2")


def test_pictures_and_labels_are_data_and_never_markup():
    app = AppTest.from_function(script).run()
    assert not app.exception
    protos = [element.proto for element in app.get("bidi_component")]
    sent = [json.loads(proto.json) for proto in protos]
    assert [one["alt"] for one in sent] == ["Face 1", "Face 2"]
    assert sent[0]["labels"] == ["Original", HOSTILE]
    assert sent[0]["ratio"] == pytest.approx(2 / 3)
    for picture in ("before", "after"):
        assert sent[0][picture].startswith("data:image/jpeg;base64,")
    assert sent[0]["before"] != sent[0]["after"]
    assert not [proto for proto in protos if HOSTILE in proto.html_content + proto.js_content]
    assert "innerHTML" not in protos[0].js_content


def test_pictures_of_two_sizes_cannot_be_compared():
    before, after = np.zeros((4, 6, 3), np.uint8), np.zeros((6, 4, 3), np.uint8)
    with pytest.raises(ValueError, match=r"one size, got \(4, 6, 3\) and \(6, 4, 3\)"):
        image_compare(before, after, labels=("a", "b"), key="face", alt="")
