"""What a town adds to an extract's streets, invented: addresses, schools, relays, candidates.

usage: town.py FILE FOLDER ADDRESSES SCHOOLS RELAYS CANDIDATES

Writes FOLDER/addresses.csv (as the national address base has it), schools.csv, relays.csv (with opening
hours) and candidates.csv (id,lon,lat). Places lie beside random vertices of random streets, the same for
the same extract and numbers.
"""

import csv
import os
import random
import sys

import osmium

WALKED = {"primary", "secondary", "tertiary", "residential", "living_street", "unclassified",
          "pedestrian", "footway", "path", "service"}
HOURS = ["Mo-Sa 07:00-19:30", "Mo-Fr 08:30-12:00,14:00-18:00; Sa 09:00-12:00", "Tu-Sa 09:30-19:00",
         "Mo-Fr 07:30-13:00", ""]

source, folder = sys.argv[1], sys.argv[2]
addresses, schools, relays, candidates = (int(text) for text in sys.argv[3:7])
streets = []
for way in (osmium.FileProcessor(source).with_locations()
            .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
            .with_filter(osmium.filter.KeyFilter("highway"))):
    if way.tags["highway"] in WALKED:
        vertices = [(n.lon, n.lat) for n in way.nodes if n.location.valid()]
        if vertices:
            streets.append((way.tags.get("name", f"Rue {way.id}"), vertices))
random.seed(42)


def place():
    street, vertices = random.choice(streets)
    longitude, latitude = random.choice(vertices)
    return street, f"{longitude + 1e-5:.7f}", f"{latitude + 1e-5:.7f}"


def write(name, header, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(header)
        table.writerows(rows)


os.makedirs(folder, exist_ok=True)
write("addresses.csv",
      ["id", "id_fantoir", "numero", "rep", "nom_voie", "code_postal", "code_insee", "nom_commune",
       "x", "y", "lon", "lat"],
      ([f"00000_{n}", "", n % 200 + 1, "", street, "00000", "00000", "Ville", "", "", lon, lat]
       for n in range(addresses) for street, lon, lat in [place()]))
write("schools.csv", ["id", "nom", "niveau", "lon", "lat"],
      ([f"S{n}", f"École {n}", "élémentaire", lon, lat]
       for n in range(schools) for _, lon, lat in [place()]))
write("relays.csv", ["id", "nom", "lon", "lat", "horaires"],
      ([f"R{n}", f"Relais {n}", lon, lat, HOURS[n % len(HOURS)]]
       for n in range(relays) for _, lon, lat in [place()]))
write("candidates.csv", ["id", "lon", "lat"],
      ([f"C{n}", lon, lat] for n in range(candidates) for _, lon, lat in [place()]))
