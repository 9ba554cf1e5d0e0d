"""Kinds that the network was trained on, as a network scores them that was not.

Short trainings leave some of these kinds out. Scores of different networks are brought to one scale through their
untouched faces: what is kept of a forged face is the share of these that score at least so high in the same network.
So the shares hang on the recipe alone, lie in the repository, and serve every set of weights.
"""

import dataclasses
import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.detectors import Detector, load_detector
from forensics.fitting.answers import Answers, joined
from forensics.fitting.scoring import answers_of
from forensics.fitting.subjects import PARTS, Subject, fitted_on
from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import Sitter
from forensics.training.data import Lenders
from forensics.training.kinds import ARCHIVE
from forensics.training.loop import Stage, TrainingSettings, build_network, load_network, train
from forensics.training.mixtures import MIXTURES
from forensics.training.sources import TrainingFace

TRAININGS: tuple[Mapping[str, tuple[str, ...]], ...] = (
    {"openforensics": ("openforensics", "registered"), "edited parts": ("splice", "retouch")},
    {
        "stylegan": ("stylegan", "resynthesis"),
        "self-blend": ("self_blend",),
        "own swaps": ("identity_swap", "hull_swap", "patch_swap", "reenactment"),
    },
)
"""What each training leaves out: by the name of a kind, its pools and families. What is alike stays together."""

STAGE = Stage(300, 300, 1e-3, "today")
"""From ImageNet: no checkpoint is older than all of these kinds."""

MOST = 60
"""Forged faces of a pool, or of a kind's families together, and untouched ones of a source."""

JPEG_QUALITY = 95
"""Of a forgery of our own, as found."""

SHARES = Path(__file__).with_name("left_out.npz")


@dataclass(frozen=True, eq=False)
class Shares:
    """n rows, one a forged face in one state. share: (n,) float64 in (0, 1), of the untouched faces those that score at
    least so high; the others as in Answers. recipe: tells what the networks were trained on and how."""

    share: NDArray[np.float64]
    group: NDArray[np.str_]
    face: NDArray[np.str_]
    state: NDArray[np.str_]
    quality: NDArray[np.str_]
    recipe: str = ""

    def save(self, path: Path) -> None:
        """One .npz without pickles."""
        np.savez_compressed(path, **{field.name: getattr(self, field.name) for field in fields(self)})


def load_shares(path: Path = SHARES) -> Shares:
    with np.load(path, allow_pickle=False) as stored:
        columns = {name: stored[name] for name in stored.files}
    return Shares(**columns | {"recipe": str(columns["recipe"])})


def recipe() -> str:
    """Digest of the trainings as they would be made today."""
    facts = [[_settings(kinds).left_out for kinds in TRAININGS], STAGE, dataclasses.asdict(MIXTURES[STAGE.mixture])]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:12]


def as_answers(shares: Shares, answers: Answers) -> Answers:
    """These forged faces on the scale of another network: the logits that as large a share of its untouched faces
    reach. answers: of that network."""
    untouched = answers.where(~answers.manipulated & (answers.quality != ""))
    order = np.argsort(-untouched.logit, kind="stable")
    reached = np.cumsum(untouched.weights[order]) / untouched.weights.sum()
    n, features = len(shares.share), answers.features.shape[1]
    return Answers(
        np.interp(shares.share, reached, untouched.logit[order]),
        shares.group,
        np.ones(n, bool),
        np.zeros(n, bool),
        shares.face,
        shares.state,
        shares.quality,
        np.full(n, np.nan),
        np.full((n, features), np.nan),
    )


def shares_of(answers: Answers) -> Shares:
    """answers: of one network, of forged faces that it never saw the like of and of untouched ones."""
    judged = answers.where(answers.quality != "")
    untouched, forged = judged.where(~judged.manipulated), judged.where(judged.manipulated)
    order = np.argsort(untouched.logit, kind="stable")
    below = np.concatenate([[0.0], np.cumsum(untouched.weights[order])]) / untouched.weights.sum()
    share = 1 - below[np.searchsorted(untouched.logit[order], forged.logit, side="left")]
    least = 0.5 / len(untouched)  # where none scores so high, the next one might
    return Shares(share.clip(least, 1 - least), forged.group, forged.face, forged.state, forged.quality)


def make_shares(faces: Sequence[TrainingFace], folder: Path, out: Path) -> Shares:
    """Train without each of TRAININGS and score what they never saw; what `out` holds already is not done again.

    faces: all training faces. folder: of the archives.
    """
    made = []
    for kinds in TRAININGS:
        detector = _trained_without(kinds, faces, out / f"{'-'.join(kinds)} {recipe()}".replace(" ", "-"))
        parts = [answers_of(detector, part, partial(_untouched, part, folder), out) for part in PARTS]
        for kind, names in kinds.items():
            parts.append(answers_of(detector, f"{kind}, forged", partial(_forged, kind, names, faces, folder), out))
        made.append(shares_of(joined(parts)))
    columns = [field.name for field in fields(Shares) if field.name != "recipe"]
    return Shares(*(np.concatenate([getattr(one, name) for one in made]) for name in columns), recipe())


def _settings(kinds: Mapping[str, tuple[str, ...]]) -> TrainingSettings:
    left_out = tuple(name for names in kinds.values() for name in names)
    return TrainingSettings(stages=(STAGE,), left_out=left_out, seed=1, warm_up=30, averaging=0.98, check_every=100)


def _trained_without(kinds: Mapping[str, tuple[str, ...]], faces: Sequence[TrainingFace], folder: Path) -> Detector:
    """Its card is the shipped one, told apart by the hash of the weights alone: nothing but the logits is used."""
    finished, network = folder / "finished.safetensors", build_network("telltale")
    if not finished.is_file():
        train(list(faces), _settings(kinds), folder)
        (folder / "telltale.safetensors").rename(finished)
    load_network(network, finished)
    digest = hashlib.sha256(finished.read_bytes()).hexdigest()
    return Detector(replace(load_detector("telltale").card, weights_sha256=digest), network.eval(), threading.Lock())


def _untouched(part: str, folder: Path) -> Iterator[Subject]:
    return islice((subject for subject in fitted_on(part, folder) if not subject.manipulated), MOST)


def _forged(kind: str, names: Sequence[str], faces: Sequence[TrainingFace], folder: Path) -> Iterator[Subject]:
    """Of others' pictures those that may fit, and forgeries of our own of untouched faces that never trained."""
    if kind in PARTS:
        theirs = (subject for subject in fitted_on(kind, folder) if subject.manipulated)
        yield from (subject._replace(known=False) for subject in islice(theirs, MOST))
    families = [name for name in names if name in FAMILIES]
    generator = np.random.default_rng(7)
    untouched = [face for face in faces if _lends(face)]
    lenders = Lenders(untouched)
    for number, i in enumerate(generator.permutation(len(untouched))[: MOST if families else 0].tolist()):
        face, family = untouched[i], families[number % len(families)]
        lent = lenders.near(face, generator)
        image = FAMILIES[family](Sitter(face.pixels(), face.mesh), lent, generator).image
        _, encoded = cv2.imencode(".jpg", image[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        yield Subject(f"{family}/{face.name}", kind, True, False, encoded.tobytes())


def _lends(face: TrainingFace) -> bool:
    return face.held_out and not face.watched and not face.manipulated and not face.source.startswith(f"{ARCHIVE}/")
