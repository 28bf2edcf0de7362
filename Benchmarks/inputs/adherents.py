"""A list of so many invented adherents, as a town hall keeps it, on standard output.

  python3 Benchmarks/inputs/adherents.py COUNT
"""

import random
import sys

dice = random.Random(1)
print("nom;type;adresse;code postal;ville;lon;lat;tel;horaires;date adhesion")
for i in range(int(sys.argv[1])):
    lon, lat = 6.15 + dice.random() * 0.08, 48.66 + dice.random() * 0.06
    day = f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}/20{dice.randint(19, 25)}"
    print(
        f"Commerce {i};commerce;{i % 200 + 1} rue {i // 200};54000;Nancy;{lon:.5f};{lat:.5f};"
        f"03830{i:05};lun-ven 9h-12h 14h-19h;{day}"
    )
