"""A covering problem on points, as `relais prospect --coverage-matrix` reads it.

usage: points.py DEMANDS CANDIDATES RADIUS [SEED]

Places are uniform in a square of 10 km; weights are whole, 1 to 30; a candidate covers the demand
points within RADIUS metres.
"""

import sys

import numpy as np

demands, candidates = int(sys.argv[1]), int(sys.argv[2])
radius = float(sys.argv[3])
random = np.random.default_rng(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
points = random.uniform(0, 10_000, (demands, 2))
sites = random.uniform(0, 10_000, (candidates, 2))
for index, weight in enumerate(random.integers(1, 31, demands)):
    print("demand", f"d{index}", weight)
for index, site in enumerate(sites):
    near = np.flatnonzero(((points - site) ** 2).sum(axis=1) <= radius * radius)
    print("candidate", f"c{index}", *(f"d{point}" for point in near))
