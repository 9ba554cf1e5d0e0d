"""The drawing of the rooms."""

from docs.draw_rooms import PATH, draw_rooms, layered


def test_the_drawing_is_that_of_the_imports():
    assert PATH.read_text(encoding="utf-8") == draw_rooms(), "old: python -m docs.draw_rooms"


def test_a_room_stands_above_what_it_imports_and_has_a_line_to_what_no_other_one_leads_to():
    direct = {
        "errors": set(),
        "types": {"errors"},
        "media": {"types", "errors"},
        "faces": {"errors"},
        "app": {"media", "faces"},
    }
    layers, lines = layered(direct)
    assert [{name for name in layer if ">" not in name} for layer in layers] == [
        *({"errors"}, {"types", "faces"}, {"media"}, {"app"})
    ]
    assert sorted((line[0], line[-1]) for line in lines) == [
        *(("app", "faces"), ("app", "media"), ("faces", "errors"), ("media", "types"), ("types", "errors"))
    ]
    assert [line for line in lines if len(line) > 2] == [["app", "app>faces>2", "faces"]]
    assert "app>faces>2" in layers[2]
