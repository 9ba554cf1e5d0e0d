"""What figures of the benchmark and their data are called: protocols write these words, pages and tables look for them.

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

MEAN_AUC = "mean AUC"
ACCURACY = "accuracy at the threshold for signs"
FALSE_ALARMS = "untouched faces called manipulated"
MISSES = "forged faces called “no signs found”"
NOT_FOUND = "pictures whose face was not found"
DETECTED = "forged faces called manipulated"
UNTOUCHED_BELOW_A_TENTH = "untouched faces with a ratio for known kinds of 1/10 or less"
BELOW_ONE = "forged faces with a likelihood ratio under 1"
BELOW_A_THIRD = "forged faces with a likelihood ratio under 1/3"
AT_BEST_THRESHOLD = "forged faces over the threshold that 2 % of these untouched faces reach"
PARTIAL_AUC = "partial AUC up to 5 % false alarms"
KINDS_LEFT_OUT = "kinds left out"
"""Kinds of forgeries-train that the network was not trained on: the quarter of each that fitted nothing."""
LOSS = "loss of AUC against clean"
SHORTCUT = "AUC of the shortcut classifier"

PARAMETERS = "parameters"
MULTIPLY_ACCUMULATES = "multiply-accumulates a face"
MILLISECONDS = "milliseconds a face"
TIME_RATIO = "time a face over the baseline's"
TRAINING_SPEED = "images a second in training"

OWN_FAMILIES = "own families"
DELETION_GAIN = "deletion area below that of random maps"
INSERTION_GAIN = "insertion area above that of random maps"
ROAD_GAIN = "ROAD above that of random maps"
INFIDELITY = "infidelity"
SPARSENESS = "sparseness"
LIFT = "energy in the true mask over the mask's share"
POINTING = "highest value in the true mask, of detected forgeries"
TRUE_IOU = "IoU with the true mask"
CORRELATION = "rank correlation with randomised weights, absolute"
SENSITIVITY = "maximum sensitivity"

MOST_CORRELATED = 0.3
"""Of a default method with randomised weights: above it a map shows the picture more than the network."""

RANDOM_MAP = "random map"
"""Stands in the place of a method."""

SHOWN_FIRST = ("integrated_gradients", "gradcam")
"""The default methods of the explanations, which code below `explain` cannot ask for."""

MAP_OVER_FORWARD = "time of a map over a forward pass"
MAP_OVER_BOTH = "time of a map over a forward and backward pass"
MAP_SECONDS = "seconds for a map"
TRUST_SECONDS = "seconds for the faithfulness of a map"
RANDOM_SECONDS = "seconds for the random maps of a face"

BASELINE = "btas2019"
"""The detector beside which every other is shown."""

LEVELS = (0, 1, 2, 3, 4)
"""Of the corruption ladder; 0 is the clean picture."""


def foreign(part: str) -> str:
    """A part of foreign-val, which may choose between networks."""
    return f"foreign-val, {part} (validation)"


def kind(name: str) -> str:
    """Pictures of a kind of forgeries-train that fitted nothing."""
    return f"forgeries-train, {name} kept back"


def references(count: int, source: str) -> str:
    """Pictures of a source beside so many reference faces of it."""
    return f"{count} reference faces, {source}"


def at_level(data: str, level: int) -> str:
    """Pictures at a level of the corruption ladder."""
    return f"{data}, ladder level {level}" if level else f"{data}, clean"


def of_method(method: str, data: str) -> str:
    """Maps of a method, or RANDOM_MAP, on OWN_FAMILIES or PAIRS."""
    return f"{method} on {data}"


def called(trust: str) -> str:
    """How many maps get this verdict on their faithfulness."""
    return f"maps called {trust}"
