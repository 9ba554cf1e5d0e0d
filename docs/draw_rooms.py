"""A drawing of the rooms of the code, made from the imports: docs/rooms.svg.

    python -m docs.draw_rooms

Every room stands above all rooms that it imports. Lines lead down to these; a room that is reached through another one
has no line of its own. The method is that of Sugiyama, Tagawa and Toda (IEEE Transactions on Systems, Man, and
Cybernetics, 1981): layers by the longest way down, bends where a line passes a layer, an order in each layer by the
middle of the neighbors.
"""

from collections import defaultdict
from html import escape
from itertools import pairwise
from pathlib import Path

from forensics.io.atomic_write import atomic_write

PATH = Path(__file__).parent / "rooms.svg"

MERGED = {
    **dict.fromkeys((f"forensics/{name}" for name in ("validation", "formatting", "facts", "error_codes")), "ground"),
    "forensics/versions": "ground",
    **dict.fromkeys(("pages/parts/shell", "pages", "app"), "app and pages"),
    "forensics/cli": "command line",
    "forensics/__main__": "command line",
}
"""Rooms that are one box."""

COLORS = {"forensics": "#dbeafe", "explain": "#dcfce7", "pages": "#fef3c7"}
"""Fill of a box by the package of its room."""

WIDTH, ROW_HEIGHT, BOX_WIDTH, BOX_HEIGHT = 880, 62, 150, 30
SWEEPS = 24

Imports = dict[str, set[str]]
Layers = list[list[str]]
"""Names from the ground to the roof; a bend is called `upper>lower>layer`."""


def main() -> None:
    atomic_write(PATH, draw_rooms())


def draw_rooms() -> str:
    """The drawing as the text of an SVG file; the same for the same imports."""
    direct, packages = room_imports()
    layers, lines = layered(direct)
    places = _places(layers)
    height = ROW_HEIGHT * len(layers)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="14">',
        "<title>The rooms of the code: every room stands above the rooms that it imports</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(_line([places[name] for name in line]) for line in lines),
        *(_box(name, *places[name], COLORS[packages[name]]) for layer in layers for name in layer if name in packages),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def room_imports() -> tuple[Imports, dict[str, str]]:
    """By the name of a box: the boxes that its files import directly, and its package."""
    from tests.fixtures.rooms import ROOMS, SOURCES, imported_rooms, relative, room_of  # noqa: PLC0415

    titles = {
        room: MERGED.get(room, room.removeprefix("forensics/").replace("pages/parts/", "pages: ")) for room in ROOMS
    }
    direct: Imports = {title: set() for title in titles.values()}
    for path in SOURCES:
        room = room_of(relative(path.with_suffix("")))
        if room is not None:
            direct[titles[room]] |= {titles[other] for other in imported_rooms(path)} - {titles[room]}
    packages = {title: room.partition("/")[0].replace("app", "pages") for room, title in titles.items()}
    return direct, packages


def layered(direct: Imports) -> tuple[Layers, list[list[str]]]:
    """Boxes and bends in layers, and each line as the names that it passes, from the box that imports.

    direct: without circles, every box after all that it imports.
    """
    below: Imports = {}
    layer: dict[str, int] = {}
    for name, others in direct.items():
        below[name] = others.union(*(below[other] for other in others))
        layer[name] = 1 + max((layer[other] for other in others), default=-1)
    lines = []
    rows = defaultdict(list)
    for name, others in direct.items():
        rows[layer[name]].append(name)
        for other in sorted(others - set().union(*(below[between] for between in others))):
            bends = [f"{name}>{other}>{row}" for row in range(layer[name] - 1, layer[other], -1)]
            for bend in bends:
                rows[int(bend.rpartition(">")[2])].append(bend)
            lines.append([name, *bends, other])
    return _with_few_crossings([rows[row] for row in range(len(rows))], lines), lines


def _with_few_crossings(layers: Layers, lines: list[list[str]]) -> Layers:
    """The same layers, each in the order of the middles of the neighbors, from below and from above in turn."""
    neighbors = defaultdict(list)
    for line in lines:
        for upper, lower in pairwise(line):
            neighbors[upper].append(lower)
            neighbors[lower].append(upper)
    for _ in range(SWEEPS):
        for ordered in (layers, layers[::-1]):
            for fixed, moved in pairwise(ordered):
                at = {name: (index + 0.5) / len(fixed) for index, name in enumerate(fixed)}
                middle = {
                    name: sum(known) / len(known)
                    if (known := [at[other] for other in neighbors[name] if other in at])
                    else 0.5
                    for name in moved
                }
                moved.sort(key=middle.__getitem__)
    return layers


def _places(layers: Layers) -> dict[str, tuple[float, float]]:
    """The middle of every box and bend; a bend takes a quarter of a box's room."""
    places = {}
    for row, layer in enumerate(reversed(layers)):
        rooms = [1 if ">" not in name else 0.25 for name in layer]
        left = 0.0
        for name, room in zip(layer, rooms, strict=True):
            places[name] = (WIDTH * (left + room / 2) / sum(rooms), ROW_HEIGHT * (row + 0.5))
            left += room
    return places


def _line(points: list[tuple[float, float]]) -> str:
    path = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for (left, top), (right, bottom) in pairwise(points):
        middle = (top + bottom) / 2
        path += f"C{left:.0f} {middle:.0f} {right:.0f} {middle:.0f} {right:.0f} {bottom:.0f}"
    return f'<path d="{path}" fill="none" stroke="#64748b" stroke-width="1.4"/>'


def _box(name: str, x: float, y: float, fill: str) -> str:
    return (
        f'<rect x="{x - BOX_WIDTH / 2:.0f}" y="{y - BOX_HEIGHT / 2:.0f}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" '
        f'rx="6" fill="{fill}" stroke="#334155"/>'
        f'<text x="{x:.0f}" y="{y + 5:.0f}" text-anchor="middle" fill="#0f172a">{escape(name)}</text>'
    )


if __name__ == "__main__":
    main()
