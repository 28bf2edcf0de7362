"""The covered intervals of every edge by the reference formula in numpy; lengths are compared.

usage: covered_intervals.py DIR [RUNS]
"""

import sys

import numpy as np

from timing import report, stage

folder = sys.argv[1] + "/"
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
budget = np.int32(300_000)
tails, heads = (np.fromfile(folder + name + ".u32", np.uint32).astype(np.int64)
                for name in ("tails", "heads"))
lengths = np.fromfile(folder + "lengths.u32", np.uint32).astype(np.int32)
distances = np.fromfile(folder + "distances.i64", np.int64)
distances = np.where(distances < 0, 2**30, np.minimum(distances, 2**30)).astype(np.int32)
with_relay = np.unique(np.fromfile(folder + "relay_edges.u32", np.uint32))
expected = np.fromfile(folder + "covered.i64", np.int64)


def intervals():
    """[0, from_tail] and [from_head, L], -1 and L + 1 where a side is not reached."""
    left = budget - distances[tails]
    right = budget - distances[heads]
    from_tail = np.where(left < 0, -1, np.minimum(left, lengths))
    from_head = np.where(right < 0, lengths + 1, np.maximum(lengths - right, 0))
    return from_tail, from_head


from_tail, from_head = stage("covered intervals", intervals, "edge", lambda _: len(lengths),
                             runs=runs)
covered = np.minimum(lengths, np.maximum(from_tail, 0) + np.maximum(lengths - from_head, 0))
plain = np.ones(len(lengths), bool)
plain[with_relay] = False
report(check="covered intervals", equal=bool(np.array_equal(covered[plain], expected[plain])),
       edges=len(lengths), compared=int(plain.sum()),
       differing=int((covered[plain] != expected[plain]).sum()))
