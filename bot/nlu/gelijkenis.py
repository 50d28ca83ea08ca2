"""Kernel ridge regression: which label do the texts that look like this one have?

Solved in one step, so training takes seconds. And its leave-one-out predictions have a closed form: how
sure the classifier may be, and below what it had better ask, is measured on examples it has not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

Getallen = NDArray[np.float64]
Kenmerk = tuple[csr_matrix, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Gemeten:
    """By leave-one-out: shares of right first choices, and of wrong answers and fallbacks at `drempel`."""

    juist: float
    fout: float
    terugval: float
    drempel: float


@dataclass(frozen=True)
class Gelijkenis:
    """A trained classifier. `voorbeelden`: the features of the examples, one column an example."""

    labels: tuple[str, ...]
    voorbeelden: Kenmerk
    gewichten: NDArray[np.float32]
    breedte: float
    scherpte: float
    gemeten: Gemeten

    def scores(self, kenmerken: Kenmerk) -> Getallen:
        """How well each label fits, one row a text; scores of parts of one text may be added."""
        return (_kern(kenmerken, self.voorbeelden, self.breedte) @ self.gewichten).astype(np.float64)

    def waarschijnlijk(self, scores: Getallen) -> Getallen:
        """The probability of each label, by scores."""
        return _kansen(scores, self.scherpte)

    def kansen(self, kenmerken: Kenmerk) -> Getallen:
        """The probability of each label, one row a text."""
        return self.waarschijnlijk(self.scores(kenmerken))


def leer(
    kenmerken: Kenmerk, labels: Sequence[str], *, breedte: float, demping: float, fout_hoogstens: float
) -> Gelijkenis:
    """Train on texts' features and their labels.

    `breedte`: how quickly likeness fades; `demping`: the ridge; `fout_hoogstens`: the share of wrong
    answers that the threshold may let through, measured by leave-one-out.
    """
    namen, nummers = np.unique(np.asarray(labels), return_inverse=True)
    doel = np.eye(len(namen))[nummers]
    gekanteld = (kenmerken[0].T.tocsr(), np.ascontiguousarray(kenmerken[1].T))
    kern = _kern(kenmerken, gekanteld, breedte).astype(np.float64)
    kern[np.diag_indices_from(kern)] += demping
    gewichten, diagonaal = _los_op(kern, doel)
    # The prediction for each example by a model trained on all the others (closed form for ridge).
    zonder = doel - gewichten / diagonaal[:, None]
    scherpte = _scherpte(zonder, nummers)
    return Gelijkenis(
        tuple(str(naam) for naam in namen),
        gekanteld,
        gewichten.astype(np.float32),
        breedte,
        scherpte,
        _meet(_kansen(zonder, scherpte), nummers, fout_hoogstens),
    )


def _los_op(kern: Getallen, doel: Getallen) -> tuple[Getallen, Getallen]:
    """What a symmetric positive definite matrix must be multiplied by to give `doel`, and the diagonal of its
    inverse. The matrix, the one large thing in memory, is spent.
    """
    from scipy.linalg.lapack import dpotrf, dpotrs, dtrtri  # noqa: PLC0415 - only training needs it

    # Turned, for LAPACK counts by columns, it is the same matrix, and needs no copy.
    factor, fout = dpotrf(kern.T, lower=1, overwrite_a=1)
    if fout:
        raise ValueError("the examples cannot be told apart: raise `demping`")
    gewichten, _ = dpotrs(factor, doel, lower=1)
    omgekeerd, _ = dtrtri(factor, lower=1, overwrite_c=1)
    return gewichten, np.einsum("ki,ki->i", omgekeerd, omgekeerd)


def gelijk(links: Kenmerk, rechts: Kenmerk) -> NDArray[np.float32]:
    """How alike texts (rows of `links`) and examples (columns of `rechts`) are: their features' product."""
    ijl, dicht = links
    samen: NDArray[np.float32] = dicht @ rechts[1]
    for nummer, (van, tot) in enumerate(pairwise(ijl.indptr)):
        samen[nummer] += _som(rechts[0], ijl.indices[van:tot], ijl.data[van:tot])
    return samen


def _kern(links: Kenmerk, rechts: Kenmerk, breedte: float) -> NDArray[np.float32]:
    """The same, fading as they differ, 0-1."""
    kern: NDArray[np.float32] = np.exp(-2 * breedte * (1 - gelijk(links, rechts)))
    return kern


def _som(matrix: csr_matrix, rijen: NDArray[np.int32], maal: NDArray[np.float32]) -> NDArray[np.float32]:
    """These rows of a matrix, each times a number, added up.

    SciPy's product of two sparse matrices first counts where they meet; here that is nearly everywhere, and
    takes longer than adding up. So the rows are laid out as the columns of a matrix that shares the numbers
    of this one: from the last to the first, so that what lies between two of them is empty.
    """
    if not len(rijen):
        return np.zeros(matrix.shape[1], np.float32)
    laatste_eerst = np.argsort(-rijen)
    rijen = rijen[laatste_eerst]
    kolommen = csc_matrix((matrix.shape[1], 2 * len(rijen) - 1), dtype=np.float32)
    kolommen.data, kolommen.indices = matrix.data, matrix.indices
    kolommen.indptr = np.stack((matrix.indptr[rijen], matrix.indptr[rijen + 1]), axis=1).ravel()
    keren = np.zeros(kolommen.shape[1], np.float32)
    keren[::2] = maal[laatste_eerst]
    som: NDArray[np.float32] = kolommen @ keren
    return som


def _kansen(scores: Getallen, scherpte: float) -> Getallen:
    macht = np.exp(scherpte * (scores - scores.max(axis=1, keepdims=True)))
    kansen: Getallen = macht / macht.sum(axis=1, keepdims=True)
    return kansen


def _scherpte(scores: Getallen, nummers: NDArray[np.int64]) -> float:
    """The temperature at which the probabilities are as honest as they get."""
    from scipy.optimize import minimize_scalar  # noqa: PLC0415 - only training needs it

    rijen = np.arange(len(nummers))

    def verlies(scherpte: float) -> float:
        kansen = _kansen(scores, scherpte)
        return float(-np.log(np.maximum(kansen[rijen, nummers], 1e-12)).mean())

    return float(minimize_scalar(verlies, bounds=(1.0, 60.0), method="bounded").x)


def _meet(kansen: Getallen, nummers: NDArray[np.int64], fout_hoogstens: float) -> Gemeten:
    """The lowest threshold that lets through at most this share of wrong answers."""
    zeker, juist = kansen.max(axis=1), kansen.argmax(axis=1) == nummers
    volgorde = np.argsort(-zeker, kind="stable")
    fouten = np.cumsum(~juist[volgorde])
    aantal = int(np.searchsorted(fouten, fout_hoogstens * len(nummers), side="right"))
    drempel = float(zeker[volgorde[aantal - 1]]) if aantal else 1.0
    return Gemeten(
        juist=float(juist.mean()),
        fout=float((~juist & (zeker >= drempel)).mean()),
        terugval=float((zeker < drempel).mean()),
        drempel=drempel,
    )
