"""A register of establishments in the columns of INSEE's StockEtablissement, all of it invented.

usage: sirene.py ROWS COMMUNE OUTPUT

One row in 700 lies in COMMUNE (Bondy has about that share of the country), the others in 2,000 invented
communes. OUTPUT ends in .csv, .csv.gz or .zip (one member, as INSEE publishes it).
"""

import gzip
import random
import sys
import zipfile

rows, commune, output = int(sys.argv[1]), sys.argv[2], sys.argv[3]
random = random.Random(1)

ADDRESS = (
    "complementAdresse numeroVoie indiceRepetition dernierNumeroVoie "
    "indiceRepetitionDernierNumeroVoie typeVoie libelleVoie codePostal libelleCommune "
    "libelleCommuneEtranger distributionSpeciale codeCommune codeCedex libelleCedex "
    "codePaysEtranger libellePaysEtranger").split()
SECOND = (
    "complementAdresse2 numeroVoie2 indiceRepetition2 typeVoie2 libelleVoie2 codePostal2 "
    "libelleCommune2 libelleCommuneEtranger2 distributionSpeciale2 codeCommune2 codeCedex2 "
    "libelleCedex2 codePaysEtranger2 libellePaysEtranger2").split()
FIRST = (
    "statutDiffusion dateCreation trancheEffectifs anneeEffectifs "
    "activitePrincipaleRegistreMetiers dateDernierTraitement").split()
LAST = (
    "etatAdministratif enseigne1 enseigne2 enseigne3 denominationUsuelle activitePrincipale "
    "nomenclatureActivitePrincipale caractereEmployeur").split()


def of_establishment(names):
    return [name + "Etablissement" for name in names]


header = ",".join(
    ["siren", "nic", "siret"] + of_establishment(FIRST) + ["etablissementSiege"]
    + of_establishment(["nombrePeriodes"] + ADDRESS + ["identifiantAdresse"])
    + of_establishment(["coordonneeLambertAbscisse", "coordonneeLambertOrdonnee"])
    + of_establishment(SECOND) + ["dateDebut"] + of_establishment(LAST))

kinds = ["RUE", "AV", "BD", "PL", "CHE", "IMP", "RTE", "ALL"]
streets = ["DE LA REPUBLIQUE", "VICTOR HUGO", "DES LILAS", "DU GENERAL LECLERC", "PASTEUR",
           "DE L EGLISE", "JEAN JAURES", "DU MOULIN", "DES ECOLES", "DE VERDUN"]
activities = ["68.20B", "96.02A", "10.71C", "47.11B", "56.10A", "86.90F", "70.22Z", "43.21A",
              "81.21Z", "47.71Z", "47.73Z", "94.99Z", "01.11Z", "62.01Z", "85.59A", "49.41A"]
signs = ["", "", "", "", "LE FOURNIL", "COIFFURE DES LILAS", "\"CHEZ PAUL, TRAITEUR\"", "AUX FLEURS"]
others = [f"{random.randrange(1, 96):02}{random.randrange(1, 900):03}" for _ in range(2000)]


def row(number):
    siren = f"{random.randrange(300_000_000, 999_999_999)}"
    nic = f"{number % 90_000:05}"
    town = commune if random.random() < 1 / 700 else random.choice(others)
    veiled = random.random() < 0.12
    is_open = random.random() < 0.4
    day = f"{random.randrange(1975, 2026)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    places = (
        ["[ND]"] * 2 + [""] * 3 + ["[ND]"] * 3 if veiled else
        ["", str(random.randrange(1, 200)), random.choice(["", "", "", "B"]), "", "",
         random.choice(kinds), random.choice(streets), town[:2] + "000"])
    x, y = (
        ("[ND]", "[ND]") if veiled else
        (f"{random.uniform(150_000, 1_050_000):.2f}", f"{random.uniform(6_150_000, 7_050_000):.2f}"))
    return ",".join(
        [siren, nic, siren + nic, "P" if veiled else "O", day, "NN", "", "", day + "T08:12:54",
         random.choice(["true", "false"]), str(random.randrange(1, 6))] + places
        + [f"COMMUNE {town}", "", "", town, "", "", "", "", f"{town}_{number % 9_999:04}_B", x, y]
        + [""] * 14
        + [day, "A" if is_open else "F", "[ND]" if veiled else random.choice(signs), "", "", "",
           random.choice(activities), "NAFRev2", random.choice("NO")])


def write(file):
    file.write((header + "\n").encode())
    for start in range(0, rows, 10_000):
        piece = "".join(row(number) + "\n" for number in range(start, min(rows, start + 10_000)))
        file.write(piece.encode())


if output.endswith(".zip"):
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("StockEtablissement_utf8.csv", "w", force_zip64=True) as member:
            write(member)
elif output.endswith(".gz"):
    with gzip.open(output, "wb", compresslevel=6) as file:
        write(file)
else:
    with open(output, "wb") as file:
        write(file)
