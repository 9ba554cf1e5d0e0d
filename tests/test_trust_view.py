"""The figures of a map beside those of maps that know nothing."""

from dataclasses import replace

from specimens import faithfulness_of

from pages.parts.explain.faithfulness_view import figures_table


def cells(html: str) -> list[list[str]]:
    rows = html.partition("<tbody>")[2].split("<tr>")[1:]
    return [[cell.split("</td>")[0] for cell in row.split("<td>")[1:]] for row in rows]


def test_each_figure_stands_beside_random_maps_and_randomised_weights():
    table = {row[0]: row[1:] for row in cells(figures_table(faithfulness_of()))}
    # Areas are 4 - 0.975 · loss: 3 of the map, 1 and 2 of random maps, 0.5 of randomized weights.
    assert table["Deletion area, low is good"] == ["1.07", "2.54 ± 0.69", "3.51"]
    assert table["Highest point inside the mask"] == ["yes", "2 of 2", "yes"]
    assert table["Rank correlation with randomised weights, low"] == ["0.12", "", ""]
    assert table["Share of the crop inside the mask"] == ["50%", "", ""]


def test_what_there_is_not_is_a_dash():
    measured = replace(faithfulness_of(energy=None), randomised=None, rank_correlation=None)
    table = {row[0]: row[1:] for row in cells(figures_table(measured))}
    assert table["Energy inside the mask, high"] == ["–", "–", "–"]
    assert table["Deletion area, low is good"][2] == "–"
    assert table["Rank correlation with randomised weights, low"][0] == "–"
