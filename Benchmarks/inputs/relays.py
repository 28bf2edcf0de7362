"""Relays beside random streets of an extract, as CSV: id,lon,lat.

usage: relays.py FILE COUNT
"""

import random
import sys

import osmium

places = []
for way in (osmium.FileProcessor(sys.argv[1]).with_locations()
            .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
            .with_filter(osmium.filter.TagFilter(("highway", "residential")))):
    node = way.nodes[0]
    if node.location.valid():
        places.append((node.lon, node.lat))
random.seed(42)
print("id,lon,lat")
for number in range(int(sys.argv[2])):
    longitude, latitude = random.choice(places)
    print(f"r{number},{longitude + 1e-5:.7f},{latitude + 1e-5:.7f}")
