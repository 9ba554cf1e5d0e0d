"""What figures of the benchmark and their data are called: protocols write these words, pages and tables look for them.

The result file `unseen` holds figures "AUC" on "unseen family <family>" and, of a network that knew it, "seen family
<family>"; `little_data` on "<family>, <n> pictures"; `ablation` on "<variant>: <test>".
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

ACCURACY = "accuracy at the threshold for signs"
FALSE_ALARMS = "untouched faces called manipulated"
MISSES = "forged faces called “no signs found”"
NOT_FOUND = "pictures whose face was not found"
LOSS = "loss of AUC against clean"
SHORTCUT = "AUC of the shortcut classifier"

TIME_RATIO = "time a face over the baseline's"

BASELINE = "btas2019"
"""The detector beside which every other is shown."""

LEVELS = (0, 1, 2, 3, 4)
"""Of the corruption ladder; 0 is the clean picture."""


def foreign(part: str) -> str:
    """A part of foreign-val, which may choose between networks."""
    return f"foreign-val, {part} (validation)"


def at_level(data: str, level: int) -> str:
    """Pictures at a level of the corruption ladder."""
    return f"{data}, ladder level {level}" if level else f"{data}, clean"
