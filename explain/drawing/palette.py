"""The colors of all drawings, on page, paper and video."""

import matplotlib
from matplotlib.colors import LinearSegmentedColormap

from forensics.types.analysis import Verdict

INK, SOFT_INK, RULE, TINT, ACCENT = "#1b2527", "#5a6467", "#cfcdc4", "#f4f2ec", "#0f5b66"
"""On white: text and lines, what stands behind them, hairlines, grounds, headings."""

VERDICT_COLORS: dict[Verdict, str] = {
    Verdict.SIGNS: "#c85200",
    Verdict.INCONCLUSIVE: "#b0528a",
    Verdict.NO_SIGNS: "#0072b2",
    Verdict.NOT_EVALUATED: "#6f6f6f",
}
"""Hues of Okabe and Ito, told apart with every common kind of color blindness, dark enough to carry white text."""

SIGNED_COLORS = LinearSegmentedColormap.from_list("evidence", ["#0060a8", "#4f9fd2", "#f2f2f2", "#f2a059", "#d95a00"])
"""Blue below zero, orange above, as for the verdicts; the lightness tells how far from zero."""

UNSIGNED_COLORS = matplotlib.colormaps["cividis"]
"""Dark blue to yellow, evenly rising in lightness, so that it survives a gray printer."""
