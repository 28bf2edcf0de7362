"""The maximal covering problem on points by HiGHS, through SciPy.

usage: point_covering.py FILE COUNT [RUNS]
"""

import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack, identity, vstack

from timing import report, stage

weights, covers, names = [], [], {}
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        kind, name, *rest = line.split()
        if kind == "demand":
            names[name] = len(weights)
            weights.append(float(rest[0]))
        else:
            covers.append([names[point] for point in rest])
count, demands, candidates = int(sys.argv[2]), len(weights), len(covers)
columns = np.repeat(np.arange(candidates), [len(cover) for cover in covers])
rows = np.concatenate([np.array(cover, int) for cover in covers])
matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(demands, candidates))


def solve():
    """y <= A x, sum x <= p, x whole; y is then whole by itself."""
    lines = vstack([hstack([-matrix, identity(demands)]),
                    csr_matrix(np.r_[np.ones(candidates), np.zeros(demands)])])
    return milp(-np.r_[np.zeros(candidates), weights],
                constraints=LinearConstraint(lines, -np.inf, np.r_[np.zeros(demands), count]),
                integrality=np.r_[np.ones(candidates), np.zeros(demands)], bounds=Bounds(0, 1))


answer = stage("covering on points", solve, "run", lambda _: 1,
               runs=int(sys.argv[3]) if len(sys.argv) > 3 else 3)
report(check="covering on points, HiGHS", objective=round(-answer.fun),
       proven=answer.status == 0)
