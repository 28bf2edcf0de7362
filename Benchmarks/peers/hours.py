"""Compares `relais hours` with opening-hours-py, value by value, at 66 instants.

usage: hours.py RELAIS FILE…

A file is values, one a line; or `text<TAB>the same in OpenStreetMap syntax` (the peer gets the second
column; an empty one says that Relais must refuse); or `count<TAB>value`; or an .osm file. The peer is
`pip install opening-hours-py`. Disagreements are sorted by their cause, as Documentation/OpeningHours.md
explains them; what has none of those causes is printed in full and makes the status 1.
"""

import datetime
import html
import json
import re
import subprocess
import sys
import tempfile
import zoneinfo
from collections import Counter

import opening_hours

LATITUDE, LONGITUDE, DEPARTMENT = 48.69, 6.18, "54"
DAYS = ["2026-11-23", "2026-11-25", "2026-11-27", "2026-11-28", "2026-11-29", "2026-12-24",
        "2026-12-25", "2027-01-01", "2027-05-17", "2026-08-12", "2026-03-29"]
TIMES = ["00:30", "08:10", "11:45", "13:30", "17:00", "22:15"]
INSTANTS = [f"{day}T{time}" for day in DAYS for time in TIMES]
PARIS = zoneinfo.ZoneInfo("Europe/Paris")


def pairs(path):
    """What Relais gets and what the peer gets."""
    text = open(path, encoding="utf-8").read()
    if path.endswith(".osm"):
        values = re.findall(r'k="opening_hours" v="([^"]*)"', text)
        return [(html.unescape(value),) * 2 for value in dict.fromkeys(values)]
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    if all(len(row) == 2 and row[0].isdigit() for row in rows):
        return [(row[1], row[1]) for row in rows]
    return [(row[0], row[-1]) for row in rows]


def asked(relais, values):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(values) + "\n")
        file.flush()
        command = [relais, "hours", "--file", file.name, "--json", "-", "--quiet",
                   "--department", DEPARTMENT, "--lat", str(LATITUDE), "--lon", str(LONGITUDE)]
        for instant in INSTANTS:
            command += ["--at", instant]
        entries = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    step = len(INSTANTS)
    return [entries[at:at + step] for at in range(0, len(entries), step)]


def peer(value):
    try:
        hours = opening_hours.OpeningHours(
            value, timezone=PARIS, country="FR", coords=(LATITUDE, LONGITUDE))
    except opening_hours.ParserError:
        return None, None
    states = [str(hours.state(datetime.datetime.fromisoformat(at))[0]) for at in INSTANTS]
    return states, str(hours)


def cause(understood, theirs, differences):
    """Why the two differ: by what stands in the value and what each says."""
    if re.search(r"(^|; |, |\|\| )(?:(?!open |off )[^;|])*\"", understood) and all(
            ours == "unknown" for ours, _ in differences):
        return "a comment alone leaves the state unknown"
    if "+" in understood:
        return "an open end is unknown"
    if "||" in understood:
        return "a fallback holds by the instant"
    if theirs.count(", ") > understood.count(", "):
        return "a list of days goes on after a comma and a blank"
    if re.search(r"\b[PS]H (Mo|Tu|We|Th|Fr|Sa|Su)", understood):
        return "weekdays narrow the holidays before them"
    if "SH" in understood:
        return "school holidays are those of the zone"
    if all(ours == "open" and their == "closed" for ours, their in differences):
        if re.search(r"(\d\d:\d\d)-(\d\d:\d\d)", understood) and any(
                end <= start for start, end in
                re.findall(r"(\d\d:\d\d)-(\d\d:\d\d)", understood)):
            return "a later rule keeps its hours past midnight"
    return None


def main():
    relais, paths = sys.argv[1], sys.argv[2:]
    unexplained = 0
    for path in paths:
        couples = pairs(path)
        answers = asked(relais, [text for text, _ in couples])
        counts, causes = Counter(), Counter()
        for (text, standard), entries in zip(couples, answers):
            ours = [entry["state"] for entry in entries]
            theirs, shown = peer(standard) if standard else (None, None)
            if ours[0] == "invalid":
                counts["refused by both" if theirs is None else "refused by Relais alone"] += 1
                if theirs is not None:
                    print("refused:", text, "|", entries[0]["problem"])
                continue
            if theirs is None:
                counts["read by Relais alone"] += 1
                if not standard:
                    unexplained += 1
                    print("should be refused:", text)
                continue
            differences = [pair for pair in zip(ours, theirs) if pair[0] != pair[1]]
            if not differences:
                counts["the same at all instants"] += 1
                continue
            why = cause(entries[0]["understood_as"], shown, differences)
            counts["different"] += 1
            causes[why or "unexplained"] += 1
            if why is None:
                unexplained += 1
                at = next(i for i, pair in enumerate(zip(ours, theirs)) if pair[0] != pair[1])
                print("unexplained:", text, "|", entries[0]["understood_as"], "|", shown,
                      "|", INSTANTS[at], ours[at], theirs[at])
        print(f"{path}: {len(couples)} values, {len(INSTANTS)} instants")
        for what, count in counts.most_common():
            print(f"  {count:6} {what}")
        for what, count in causes.most_common():
            print(f"         {count:6} {what}")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
