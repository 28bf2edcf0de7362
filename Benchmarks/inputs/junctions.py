"""An extract's streets as plain CSV, every metre of them counting, and candidates at random junctions.

usage: junctions.py FILE FOLDER CANDIDATES [SEED]

Writes FOLDER/streets.csv (id,u,v,length,wkt; metres on a plane around the town's middle), candidates.csv
and relays.csv (id,x,y; nobody is a relay yet). The same for the same extract,
number and seed (42 unless given).
"""

import csv
import math
import os
import random
import sys
from collections import Counter

import osmium

WALKED = {"primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link",
          "residential", "living_street", "unclassified", "pedestrian", "footway", "path", "service",
          "steps", "track", "cycleway", "road", "corridor"}

source, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
ways, places = [], {}
for way in (osmium.FileProcessor(source).with_locations()
            .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
            .with_filter(osmium.filter.KeyFilter("highway"))):
    if way.tags["highway"] in WALKED and way.tags.get("access") not in {"private", "no"}:
        nodes = [n.ref for n in way.nodes if n.location.valid()]
        places.update((n.ref, (n.lon, n.lat)) for n in way.nodes if n.location.valid())
        ways.append(nodes)
uses = Counter(node for nodes in ways for node in nodes)
for nodes in ways:
    uses.update(nodes[:1] + nodes[-1:])
longitude = sum(place[0] for place in places.values()) / len(places)
latitude = sum(place[1] for place in places.values()) / len(places)
plane = {node: ((lon - longitude) * 111_320 * math.cos(math.radians(latitude)),
                (lat - latitude) * 111_200) for node, (lon, lat) in places.items()}

edges = []
for nodes in ways:
    start = 0
    for end in range(1, len(nodes)):
        if uses[nodes[end]] > 1:
            line = [plane[node] for node in nodes[start:end + 1]]
            length = sum(math.dist(a, b) for a, b in zip(line, line[1:]))
            if length > 0 and nodes[start] != nodes[end]:
                edges.append((nodes[start], nodes[end], length, line))
            start = end

os.makedirs(folder, exist_ok=True)
with open(os.path.join(folder, "streets.csv"), "w", newline="", encoding="utf-8") as file:
    table = csv.writer(file)
    table.writerow(["id", "u", "v", "length", "wkt"])
    for number, (u, v, length, line) in enumerate(edges):
        text = ", ".join(f"{x:.3f} {y:.3f}" for x, y in line)
        table.writerow([number, u, v, f"{length:.3f}", f"LINESTRING ({text})"])
random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 42)
junctions = sorted({node for u, v, _, _ in edges for node in (u, v)})
with open(os.path.join(folder, "candidates.csv"), "w", encoding="utf-8") as file:
    print("id,x,y", file=file)
    for number, node in enumerate(random.sample(junctions, count)):
        print(f"c{number},{plane[node][0]:.3f},{plane[node][1]:.3f}", file=file)
with open(os.path.join(folder, "relays.csv"), "w", encoding="utf-8") as file:
    print("id,x,y", file=file)
