"""Forgeries by others in `forgeries-train.tar`, kind by kind: which pictures belong together, and which are kept back.

A picture's name there is `KIND/fake/NAME.jpg` or `KIND/real/NAME.jpg`. Pictures of one origin, a pair or a clip, stay
together on one side of every split.
"""

import hashlib

ARCHIVE = "forgeries-train"

KINDS = ("dfdc", "inswapper", "diffusion", "sd21", "stylegan2", "stargan", "talking")
"""Swaps of the Deepfake Detection Challenge, one-click swaps, FLUX and SDXL, Stable Diffusion 2.1, StyleGAN2, edits by
StarGAN, faces driven by sound."""

WHOLE_PICTURE = ("diffusion", "sd21", "stylegan2", "stargan", "talking")
"""Kinds of which every pixel is made by a generator."""

KEPT_BACK_ONE_IN = 4
"""One origin in four of each kind neither trains nor calibrates: it is what a version is reported on."""


def kind_of(name: str) -> str:
    """The kind of a picture of the archive."""
    return name.split("/", 1)[0]


def origin_of(name: str) -> str:
    """What a picture of the archive shares with those it must not be parted from: `KIND/ORIGIN`.

    A swap of `dfdc` is called after the swap and its original, a frame of `talking` after its clip.
    """
    kind, stem = kind_of(name), name.rsplit("/", 1)[1].rsplit(".", 1)[0]
    if kind == "dfdc":
        stem = stem.split("_")[-1]
    elif kind == "talking":
        stem = stem.split("_")[0]
    return f"{kind}/{stem}"


def is_kept_back(name: str) -> bool:
    """Whether a picture of the archive is one of those that a version is reported on."""
    return is_origin_kept_back(origin_of(name))


def is_origin_kept_back(origin: str) -> bool:
    """The same of an origin, as `origin_of` writes it."""
    return int(hashlib.sha1(f"kept back {origin}".encode()).hexdigest(), 16) % KEPT_BACK_ONE_IN == 0


def kind_source(kind: str) -> str:
    """Source of a kind's pictures among all training faces."""
    return f"{ARCHIVE}/{kind}"
