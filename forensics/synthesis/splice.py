"""Splicing: eyes, nose, mouth or the whole inner face of another person set into a portrait.

What Photoshop composites made by hand look like, such as those of the "Real and Fake Face Detection" collection (Yonsei
University, 2019): every part is fitted on its own, its colors are brought near, its edge is feathered or healed. The
part keeps the sharpness, noise and compression of the picture it comes from, which is the trace.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.landmarks import INNER_FACE
from forensics.synthesis.blending import poisson_clone
from forensics.synthesis.compositing import alpha_composite, face_window
from forensics.synthesis.degradation import degrade_source
from forensics.synthesis.donors import choose_donor
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import LEFT_EYE, MOUTH, NOSE, RIGHT_EYE, hull_mask, odd_kernel_size

PIECES: dict[str, Sequence[int]] = {
    "both eyes": (*LEFT_EYE, *RIGHT_EYE),
    "left eye": LEFT_EYE,
    "right eye": RIGHT_EYE,
    "nose": NOSE,
    "mouth": MOUTH,
    "inner face": INNER_FACE,
}
"""What is cut out in one piece; left and right as the onlooker sees them."""

SETS = (
    (("both eyes",), 0.22),
    (("left eye",), 0.08),
    (("right eye",), 0.08),
    (("nose",), 0.12),
    (("mouth",), 0.16),
    (("left eye", "right eye"), 0.04),
    (("both eyes", "nose"), 0.08),
    (("nose", "mouth"), 0.06),
    (("both eyes", "mouth"), 0.05),
    (("both eyes", "nose", "mouth"), 0.04),
    (("inner face",), 0.07),
)
"""What is exchanged, and how often. The pieces of one set come from one donor."""


WORN_SHARE = 0.5
"""Share of donors' pictures that lose resolution, grain and the like first; the others go in as they are."""

MARGIN = 0.15
"""Margin of the window that is worked on, in sides of the face: the softest edge fits in."""


def splice(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """Set one to three pieces of a donor's face into the target's."""
    window = face_window(target, MARGIN)
    face = window.cut(target)
    donor = choose_donor(target, donors, generator)
    if generator.random() < WORN_SHARE:
        donor = FaceImage(degrade_source(donor.image, generator), donor.mesh)
    pieces = SETS[generator.choice(len(SETS), p=[share for _, share in SETS])][0]
    strength = float(generator.choice([0.7, 0.85, 1.0]))
    healed = bool(generator.random() < 0.4)
    image, whole = face.image, np.zeros(face.image.shape[:2], np.float32)
    height, width = image.shape[:2]
    skin = hull_mask(face.mesh, "inner face", height, width) > 0  # of a piece, a fringe of hair would shift it all
    for piece in pieces:
        mask = _piece_mask(face, piece, generator)
        if not (skin & (mask > 0)).any():  # a piece that lies outside the picture
            continue
        fitted = _fit(donor, face, piece, generator)
        matched = _near_in_color(fitted, face.image, skin, strength)
        if healed:
            matched = poisson_clone(matched, image, mask > 0)
        image, whole = alpha_composite(matched, image, mask), np.maximum(whole, mask)
    how = f"spliced {', '.join(pieces)}, colors matched by {strength:.0%}, {'healed' if healed else 'feathered'} edge"
    return window.put_back(Forgery(image, whole, how), target)


def _piece_mask(face: FaceImage, piece: str, generator: np.random.Generator) -> NDArray[np.float32]:
    """The outline of the piece with some margin, its edge from almost hard to widely feathered."""
    mask = np.zeros(face.image.shape[:2], np.uint8)
    outline = face.mesh[list(PIECES[piece])]
    middle = outline.mean(axis=0)
    grown = (outline - middle) * generator.uniform(0.85, 1.1) + middle
    cv2.fillConvexPoly(mask, cv2.convexHull(grown.round().astype(np.int32)), 1)
    feather = generator.uniform(0.04, 0.14) if generator.random() < 0.8 else 0.01
    edge = odd_kernel_size(feather * float(np.ptp(face.mesh, axis=0).max()))
    return np.clip(cv2.GaussianBlur(mask.astype(np.float32), (edge, edge), 0), 0, 1)


def _fit(donor: FaceImage, face: FaceImage, piece: str, generator: np.random.Generator) -> NDArray[np.uint8]:
    """The donor's picture with its piece where the face's is, as nearly as a hand places it."""
    outline = list(PIECES[piece])
    source, wanted = donor.mesh[outline], face.mesh[outline]
    to_face = _similarity(source, wanted)
    middle = wanted.mean(axis=0)
    reach = float(np.ptp(wanted, axis=0).max())
    by_hand = cv2.getRotationMatrix2D(middle.tolist(), generator.uniform(-3, 3), generator.uniform(0.95, 1.06))
    by_hand[:, 2] += generator.uniform(-0.03, 0.03, 2) * reach
    placed = by_hand @ np.vstack([to_face, [0, 0, 1]])
    height, width = face.image.shape[:2]
    flags = int(generator.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4]))
    return cv2.warpAffine(donor.image, placed, (width, height), flags=flags, borderMode=cv2.BORDER_REFLECT)


def _near_in_color(
    image: NDArray[np.uint8], reference: NDArray[np.uint8], where: NDArray[np.bool_], strength: float
) -> NDArray[np.uint8]:
    """Move the means of the Lab channels inside `where` to the reference's by a share of `strength`, and the spreads as
    far as a slider would go: matched in full, glasses or hair in one of the pictures make the other glow.
    """
    lab, wanted = (cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32) for pixels in (image, reference))
    inside = where.astype(np.uint8)
    (mean, spread), (wanted_mean, wanted_spread) = (cv2.meanStdDev(values, mask=inside) for values in (lab, wanted))
    gain = np.clip(wanted_spread / np.maximum(spread, 1), 0.75, 1.2) ** strength
    aim = mean + strength * (wanted_mean - mean)
    moved = (lab - mean.ravel().astype(np.float32)) * gain.ravel().astype(np.float32) + aim.ravel().astype(np.float32)
    return cv2.cvtColor(np.clip(moved + 0.5, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)


def _similarity(source: NDArray[np.float32], wanted: NDArray[np.float32]) -> NDArray[np.float64]:
    """The (2, 3) map of shift, turn and scale with the least squared error: in complex numbers w = a z + b."""
    z, w = (points.astype(np.float64) @ [1, 1j] for points in (source, wanted))
    centerd = z - z.mean()
    a = np.vdot(centerd, w - w.mean()) / np.vdot(centerd, centerd)
    b = w.mean() - a * z.mean()
    return np.array([[a.real, -a.imag, b.real], [a.imag, a.real, b.imag]])
