"""Postings: which documents hold a term, and how much it weighs in each.

Packed as n document numbers (uint32) and then n weights (float16), both little-endian, sorted by
document number. Both databases hold the same bytes, so both rank alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint32]
Weights = NDArray[np.float32]
_ID, _WEIGHT = np.dtype("<u4"), np.dtype("<f2")


@dataclass(frozen=True)
class Postings:
    """Document numbers, ascending, shape (n,), and the term's weight in each, shape (n,)."""

    ids: Ids
    weights: Weights

    def __len__(self) -> int:
        return len(self.ids)


EMPTY = Postings(np.empty(0, np.uint32), np.empty(0, np.float32))


def pack(postings: Postings) -> bytes:
    """The bytes that ``unpack`` reads."""
    return postings.ids.astype(_ID).tobytes() + postings.weights.astype(_WEIGHT).tobytes()


def unpack(data: bytes) -> Postings:
    """Postings from their bytes: six for each document."""
    count = len(data) // (_ID.itemsize + _WEIGHT.itemsize)
    ids = np.frombuffer(data, _ID, count)
    weights = np.frombuffer(data, _WEIGHT, count, offset=count * _ID.itemsize)
    return Postings(ids, weights.astype(np.float32))


def changed(postings: Postings, gone: set[int], put: dict[int, float]) -> Postings:
    """The postings without the documents in ``gone``, and with those in ``put``."""
    drop = np.fromiter(gone | put.keys(), np.uint32)
    keep = ~np.isin(postings.ids, drop)
    ids = np.concatenate([postings.ids[keep], np.fromiter(put.keys(), np.uint32)])
    weights = np.concatenate([postings.weights[keep], np.fromiter(put.values(), np.float32)])
    order = np.argsort(ids)
    return Postings(ids[order], weights[order])
