"""What the data of figures are called, and names of figures that have a parameter: protocols write these words, pages
and tables look for them. All other names of figures are members of `metrics.Metric`.

The result file `unseen` holds figures "AUC" on "unseen family <family>" and, of a network that knew it, "seen family
<family>"; `little_data` on "<family>, <n> pictures"; `ablation` on "<variant>: <test>"; `explanations` on what
`of_method` says, and of cost on "<method>".
"""

SEEN = "openforensics-val"
PAIRS = "openforensics-pairs 33 to 67"
FOREIGN_PARTS = ("composite", "diffusion", "videoswap")
FOREIGN_MEAN = "foreign-val, mean of the three parts (validation)"
FOREIGN_POOLED = "foreign-val, all three parts (validation)"
LFW = "lfw-faces kept back"
UNSEEN = "unseen family "
KNOWN = "seen family "
UNSEEN_MEAN = "unseen families"

KINDS_KEPT_BACK = "kinds kept back"
"""The quarter of each kind of forgeries-train that neither trains nor fits. Whether a network was trained on the rest,
its card says."""

OWN_FAMILIES = "own families"

MAX_CORRELATION = 0.3
"""Largest correlation of a default method's map with that of randomized weights: above it a map shows the picture more
than the network."""

UNKNOWN = "unknown"
"""Stands in the place of a family where the network names none."""

RANDOM_MAP = "random map"
"""Stands in the place of a method."""

SHOWN_FIRST = ("integrated_gradients", "gradcam")
"""The default methods of the explanations, which code below `explain` cannot ask for."""

BASELINE = "btas2019"
"""The detector beside which every other is shown."""

LEVELS = (0, 1, 2, 3, 4)
"""Levels of the corruption ladder; 0 is the clean picture."""


BESIDE_A_VIDEO = "beside two videos"


def beside_processes(number: int) -> str:
    """On a machine on which so many other processes compute."""
    return f"beside {number} busy process{'es' * (number > 1)}"


def analysts(number: int) -> str:
    """So many ask at the same moment; the one in the middle."""
    return f"{number} analysts at once"


def photographs(number: int) -> str:
    """So many, one after the other."""
    return f"{number} photographs"


def foreign(part: str) -> str:
    """A part of foreign-val, which may choose between networks."""
    return f"foreign-val, {part} (validation)"


def kind(name: str) -> str:
    """Pictures of a kind of forgeries-train that fitted nothing."""
    return f"forgeries-train, {name} kept back"


def references(count: int, source: str) -> str:
    """Pictures of a source beside so many reference faces of it."""
    return f"{count} reference faces, {source}"


def situation(name: str) -> str:
    """Pictures of SEEN brought into one of `benchmark.face_situations.SITUATIONS`."""
    return f"{SEEN}, {name}"


def at_level(data: str, level: int) -> str:
    """Pictures at a level of the corruption ladder."""
    return f"{data}, ladder level {level}" if level else f"{data}, clean"


def of_method(method: str, data: str) -> str:
    """Maps of a method, or RANDOM_MAP, on OWN_FAMILIES or PAIRS."""
    return f"{method} on {data}"


def maps_with_verdict(trust: str) -> str:
    """Name of a figure: how many maps get this verdict on their faithfulness."""
    return f"maps called {trust}"


def forgeries_named(family: str) -> str:
    """Name of a figure: how many forgeries are named as of this family, or as UNKNOWN."""
    return f"named {family}"


def auc_before(detector: str) -> str:
    """Name of a figure: the AUC of the detector that a fine-tuning starts from."""
    return f"AUC of {detector} before"


def photograph_seconds(faces: int) -> str:
    """Name of a figure: how long the whole analysis of a photograph with so many faces takes."""
    return f"seconds for a 12-megapixel photograph with {faces} faces, bytes to findings"


def milliseconds_at_once(faces: int) -> str:
    """Name of a figure: time a face where the network gets so many at once."""
    return f"milliseconds a face, {faces} at once"


def time_ratio_at_once(faces: int) -> str:
    """Name of a figure: time of the network over that of BASELINE where both get so many faces at once."""
    return f"network time over the baseline's, {faces} face{'s' * (faces > 1)} at once"
