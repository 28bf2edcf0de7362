"""Buffers of the very pieces Relais reached, united by Shapely; areas are compared.

usage: service_areas.py DIR [RUNS]
"""

import sys

import numpy as np
import shapely

from timing import report, stage

folder = sys.argv[1] + "/"
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
pieces = np.fromfile(folder + "area_pieces.u32", np.uint32).astype(np.int64)
points = np.fromfile(folder + "piece_points.u32", np.uint32).astype(np.int64)
places = np.fromfile(folder + "piece_coordinates.f64", np.float64).reshape(-1, 2)
expected = np.fromfile(folder + "outline_areas.f64", np.float64)
lines = shapely.linestrings(places, indices=np.repeat(np.arange(len(points)), points))
areas = np.split(lines, np.cumsum(pieces)[:-1])


def united():
    return [shapely.union_all(shapely.buffer(own, 25, quad_segs=8)) for own in areas]


def merged():
    """Lines joined into chains first: fewer buffers to unite."""
    result = []
    for own in areas:
        chains = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(own)))
        result.append(shapely.union_all(shapely.buffer(chains, 25, quad_segs=8)))
    return result


found = stage("polygons of given pieces, one core", united, "relay", len, runs=runs)
stage("polygons of given pieces, chains merged", merged, "relay", len, runs=runs)
difference = np.abs(shapely.area(np.array(found)) - expected) / expected
report(check="service-area polygons", largest_relative_difference=float(difference.max()),
       areas=len(expected))
