"""OpenStreetMap extract to walking network with pyosmium and numpy: a peer, and an oracle.

The rules are written from the specification's text alone, and lengths are taken as chords between
points of the ellipsoid instead of Relais's radii of curvature.

usage: walking_network.py FILE [RUNS]
"""

import sys

import numpy as np
import osmium

from timing import report, stage

FOOT = set("""trunk trunk_link primary primary_link secondary secondary_link tertiary tertiary_link
unclassified residential living_street service road pedestrian footway path steps track crossing
corridor elevator""".split())
FOOT_IF_ALLOWED = set("cycleway bridleway bus_guideway busway".split())
OUTLINES = set("pedestrian footway path living_street corridor".split())
STREETS = set("""trunk trunk_link primary primary_link secondary secondary_link tertiary
tertiary_link unclassified residential living_street pedestrian road""".split())
ALLOWED = {"yes", "designated", "permissive", "official"}
CLOSED = {"no", "private", "military", "customs", "emergency"}
NOWHERE = 2147483647


def judged(tags):
    """Whether a way can be walked, and whether it is a street to cover."""
    highway, foot = tags.get("highway"), tags.get("foot")
    allowed = foot in ALLOWED
    if foot in ("no", "private", "use_sidepath"):
        return False, False
    if highway not in FOOT and not (highway in FOOT_IF_ALLOWED and allowed):
        return False, False
    if tags.get("service") == "private":
        return False, False
    if not allowed and (tags.get("access") in CLOSED or tags.get("motorroad") == "yes"):
        return False, False
    if tags.get("area") == "yes":
        return highway in OUTLINES, False
    if highway in STREETS:
        return True, True
    return True, (tags.get("name", "") != ""
                  and tags.get("footway") not in ("sidewalk", "crossing")
                  and tags.get("service") not in ("driveway", "parking_aisle", "drive-through"))


def ways(path):
    """Node ids and coordinates of the walkable ways, way after way."""
    refs, xs, ys, counts, demand = [], [], [], [], []
    ways = (osmium.FileProcessor(path)
            .with_locations()
            .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
            .with_filter(osmium.filter.KeyFilter("highway")))
    for way in ways:
        walkable, is_demand = judged(way.tags)
        if not walkable:
            continue
        nodes = way.nodes
        refs.extend([node.ref for node in nodes])
        places = [node.location for node in nodes]
        xs.extend([place.x for place in places])
        ys.extend([place.y for place in places])
        counts.append(len(nodes))
        demand.append(is_demand)
    return (np.array(refs, np.int64), np.array(xs, np.int32), np.array(ys, np.int32),
            np.array(counts, np.int64), np.array(demand, bool))


def chords(x, y):
    """Metres between neighbouring points, through the ellipsoid of WGS 84."""
    longitude, latitude = np.radians(x / 1e7), np.radians(y / 1e7)
    flattening = 1 / 298.257223563
    eccentricity = flattening * (2 - flattening)
    normal = 6378137.0 / np.sqrt(1 - eccentricity * np.sin(latitude) ** 2)
    place = np.stack([normal * np.cos(latitude) * np.cos(longitude),
                      normal * np.cos(latitude) * np.sin(longitude),
                      normal * (1 - eccentricity) * np.sin(latitude)])
    return np.sqrt((np.diff(place, axis=1) ** 2).sum(axis=0))


def network(path):
    refs, x, y, counts, demand = ways(path)
    way = np.repeat(np.arange(len(counts)), counts)
    # A missing node cuts: what follows it is another piece of the same way.
    present = x != NOWHERE
    piece = way + np.cumsum(~present)
    refs, x, y, way, piece = (column[present] for column in (refs, x, y, way, piece))
    # A node repeated in a row counts once.
    fresh = np.ones(len(refs), bool)
    fresh[1:] = (refs[1:] != refs[:-1]) | (piece[1:] != piece[:-1])
    refs, x, y, way, piece = (column[fresh] for column in (refs, x, y, way, piece))
    ids, number, uses = np.unique(refs, return_inverse=True, return_counts=True)
    is_first = np.ones(len(refs), bool)
    is_first[1:] = piece[1:] != piece[:-1]
    is_last = np.roll(is_first, -1)
    is_node = uses > 1
    is_node[number[is_first]] = True
    is_node[number[is_last]] = True
    step = np.zeros(len(refs))
    step[1:] = chords(x, y)
    step[is_first] = 0
    # An edge ends at every node that does not begin a piece.
    ends = np.flatnonzero(is_node[number] & ~is_first)
    begins = np.flatnonzero(is_node[number] & ~is_last)
    walked = np.cumsum(step)
    lengths = np.rint((walked[ends] - walked[begins]) * 1000).astype(np.int64)
    node = np.unique(np.concatenate([number[begins], number[ends]]), return_inverse=True)[1]
    return dict(tails=node[:len(begins)], heads=node[len(begins):], lengths=lengths,
                nodes=int(node.max()) + 1 if len(node) else 0, demand=demand[way[ends]],
                lone=int(is_node.sum()))


if __name__ == "__main__":
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    made = stage("file to network", lambda: network(sys.argv[1]), "edge",
                 lambda made: len(made["lengths"]), runs=runs)
    report(network=sys.argv[1], nodes=made["nodes"], edges=len(made["lengths"]),
           length_m=made["lengths"].sum() / 1000, flagged_nodes=made["lone"],
           streets_m=made["lengths"][made["demand"]].sum() / 1000)
