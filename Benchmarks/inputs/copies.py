"""Shifted copies of an extract in one file, which do not join: a larger town of the same streets.

usage: copies.py FILE COUNT OUTPUT
"""

import math
import os
import sys

import osmium

source, count, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
# Above every id in use, so that copies share none.
ID_STEP = 20_000_000_000
SHIFT = 0.6
across = math.isqrt(count - 1) + 1

nodes, ways = [], []
for item in osmium.FileProcessor(source):
    tags = [(tag.k, tag.v) for tag in item.tags]
    if item.is_node():
        nodes.append((item.id, item.location.lon, item.location.lat, tags))
    elif item.is_way():
        ways.append((item.id, [node.ref for node in item.nodes], tags))

aside = target + ".part.osm.pbf"
if os.path.exists(aside):
    os.remove(aside)
with osmium.SimpleWriter(aside) as writer:
    for copy in range(count):
        east, north = SHIFT * (copy % across), SHIFT * (copy // across)
        for number, longitude, latitude, tags in nodes:
            writer.add_node(osmium.osm.mutable.Node(
                id=number + copy * ID_STEP, location=(longitude + east, latitude - north),
                tags=tags))
    for copy in range(count):
        for number, refs, tags in ways:
            writer.add_way(osmium.osm.mutable.Way(
                id=number + copy * ID_STEP, nodes=[ref + copy * ID_STEP for ref in refs],
                tags=tags))
os.rename(aside, target)
