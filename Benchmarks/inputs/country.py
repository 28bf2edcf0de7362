#!/usr/bin/env python3
"""A country of made-up communes, for measuring `relais batch`.

    Benchmarks/country.py --communes 35000 --out /somewhere/country

Sizes are those of a country like France: the number of street edges of a commune is log-normal, with a median of 300 and
a mean of some 850, so that 35,000 communes have 3·10⁷ edges. Each commune is a cell of a
grid 3.9 km wide, with a built-up middle of crossing streets and a road to each neighbour. There are as many addresses as
edges, a relay for each 200 edges and a school for each 1,500, in communes that have so many. The same seed gives the same bytes.
Files are written as they are made; memory holds one commune.
"""

import argparse
import random
from pathlib import Path

# A cell in degrees, and a block of houses, about 75 m.
CELL_X, CELL_Y = 0.0530, 0.0350
BLOCK_X, BLOCK_Y = 0.00102, 0.00068
WEST, SOUTH = 0.5, 44.0


class Commune:
    """One cell; everything about it follows from the seed and its number."""

    def __init__(self, options, number):
        self.number = number
        self.seed = options.seed
        edges = min(random.Random(f"{options.seed} {number}").lognormvariate(5.704, 1.45), 40000)
        # A square of side streets has about twice as many edges as crossings; it may not outgrow its cell.
        self.side = min(max(3, round((edges / 2) ** 0.5)), 50 if not options.cities else 150)
        self.row, self.column = divmod(number, options.width)
        self.code = f"{1 + number // 990:02d}{1 + number % 990:03d}"
        self.name = f"Commune {number + 1}"
        self.first_node = 1 + number * 40000
        self.first_way = 1 + number * 1000
        # What does not fit at the usual width is built more densely.
        self.tight = min(1.0, 46 / self.side)
        self.origin = (WEST + self.column * CELL_X, SOUTH + self.row * CELL_Y)

    @property
    def edges(self):
        return 2 * self.side * (self.side - 1)

    def node(self, row, column):
        return self.first_node + row * self.side + column

    def place(self, row, column):
        """Where a crossing lies, a little off the grid; the same whenever it is asked."""
        shift = random.Random(((self.seed * 100_000 + self.number) * 200 + row) * 200 + column)
        half = self.side / 2
        return (
            self.origin[0] + CELL_X / 2 + (column - half + shift.uniform(-0.2, 0.2)) * BLOCK_X * self.tight,
            self.origin[1] + CELL_Y / 2 + (row - half + shift.uniform(-0.2, 0.2)) * BLOCK_Y * self.tight,
        )

    def crossings(self):
        return ((row, column) for row in range(self.side) for column in range(self.side))

    def between(self, chooser):
        """A house on some street, and the street's number."""
        row, column = chooser.randrange(self.side), chooser.randrange(self.side - 1)
        (x, y), (to_x, to_y) = self.place(row, column), self.place(row, column + 1)
        share = chooser.random()
        return row, x + (to_x - x) * share, y + (to_y - y) * share + 0.00005


def write_streets(options, communes, path):
    """Nodes of all communes, then their ways, as OpenStreetMap's XML has to have them."""
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="country.py">\n')
        for commune in communes():
            for row, column in commune.crossings():
                x, y = commune.place(row, column)
                file.write(f'<node id="{commune.node(row, column)}" version="1" lat="{y:.7f}" lon="{x:.7f}"/>\n')
        for commune in communes():
            middle = commune.side // 2
            ways = []
            for line in range(commune.side):
                kind = "tertiary" if line == middle else "residential"
                ways.append((kind, f"Rue {line + 1}", [commune.node(line, at) for at in range(commune.side)]))
                ways.append((kind, f"Avenue {line + 1}", [commune.node(at, line) for at in range(commune.side)]))
            for row, column, name in ((0, 1, "Route de l’Est"), (1, 0, "Route du Nord")):
                if commune.column + column < options.width:
                    other = commune.number + row * options.width + column
                    if other < options.communes:
                        there = Commune(options, other)
                        end = there.node(there.side // 2, 0) if column else there.node(0, there.side // 2)
                        start = (
                            commune.node(middle, commune.side - 1) if column else commune.node(commune.side - 1, middle)
                        )
                        ways.append(("secondary", name, [start, end]))
            for number, (kind, name, nodes) in enumerate(ways):
                file.write(f'<way id="{commune.first_way + number}" version="1">')
                file.write("".join(f'<nd ref="{node}"/>' for node in nodes))
                file.write(f'<tag k="highway" v="{kind}"/><tag k="name" v="{name}"/></way>\n')
        file.write("</osm>\n")


def write_boundaries(communes, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for commune in communes():
            west, south = commune.origin
            east, north = west + CELL_X, south + CELL_Y
            ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
            corners = ",".join(f"[{x:.7f},{y:.7f}]" for x, y in ring)
            file.write(",\n" if commune.number else "\n")
            file.write(
                f'{{"type":"Feature","properties":{{"insee":"{commune.code}","nom":"{commune.name}"}},'
                f'"geometry":{{"type":"Polygon","coordinates":[[{corners}]]}}}}'
            )
        file.write("]}\n")


def write_places(communes, out):
    """Relays, schools and addresses, commune by commune."""
    with open(out / "relays.csv", "w", encoding="utf-8") as relays, open(
        out / "schools.csv", "w", encoding="utf-8"
    ) as schools, open(out / "addresses.csv", "w", encoding="utf-8") as addresses:
        relays.write("id;nom;lon;lat\n")
        schools.write("id;nom;niveau;lon;lat\n")
        addresses.write("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n")
        for commune in communes():
            chooser = random.Random(f"{commune.seed} places {commune.number}")
            for number in range(commune.edges // 200):
                _, x, y = commune.between(chooser)
                relays.write(f"R{commune.code}-{number};Boutique {number + 1};{x:.7f};{y:.7f}\n")
            for number in range(commune.edges // 1500):
                _, x, y = commune.between(chooser)
                schools.write(f"E{commune.code}-{number};École {number + 1};primaire;{x:.7f};{y:.7f}\n")
            houses = {}
            for number in range(commune.edges):
                street, x, y = commune.between(chooser)
                houses[street] = houses.get(street, 0) + 1
                addresses.write(
                    f"{commune.code}_{street:04d}_{houses[street]:05d};{houses[street]};;Rue {street + 1};"
                    f"{commune.code};{commune.code};{commune.name};{x:.7f};{y:.7f}\n"
                )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--communes", type=int, default=1000)
    parser.add_argument("--out", required=True, help="a folder, made if need be")
    parser.add_argument("--seed", type=int, default=24)
    parser.add_argument("--no-cities", dest="cities", action="store_false", help="at most 5,000 edges to a commune")
    options = parser.parse_args()
    if not 1 <= options.communes <= 94000:
        parser.error("--communes: 1 to 94000")
    options.width = max(1, round(options.communes**0.5))
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)

    def communes():
        return (Commune(options, number) for number in range(options.communes))

    write_streets(options, communes, out / "streets.osm")
    write_boundaries(communes, out / "communes.geojson")
    write_places(communes, out)
    print(f"{options.communes} communes, {sum(commune.edges for commune in communes())} edges")


if __name__ == "__main__":
    main()
