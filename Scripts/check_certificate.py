#!/usr/bin/env python3
"""Verifies what `relais prospect --certificate FILE` wrote, sharing no code with Relais.

usage: check_certificate.py FILE

Recomputes the demand the selected candidates cover, then the proof that no selection of as many
covers more than the bound, all in whole numbers. Exit status: 0 it holds, 1 it does not.

What a selection covers. Candidates say yes with chances q, each for itself; all are certain where
the certificate names no chances. On average an atom of weight w counts w (1 - product of (1 - q))
over its selected candidates, w where one is certain. The sum is cut to whole units. The product is
held to 18 decimals and rounded up after each candidate, in their order: it is exact for six, and no
selection counts for more than it is worth.

The proof. Let an atom have a multiplier m >= 0 and candidates of falling chances q1, q2, ... Those
selected are worth no more than m times the sum of their chances and, beyond that,

    the sum over all k of  qk max(0, w (1 - q1) ... (1 - q(k-1)) - m)    (w - m where q1 is certain)

For beyond that they are worth the same sum over the selected alone, without the max. It is linear
in each of their chances: where it rises with one, a likelier candidate instead makes it no less;
where it falls, leaving that one out makes it no less. So none is more than that of some of the
first candidates, nor that more than the positive terms of all. A limit "at least k of these" has a
multiplier m >= 0, "at most k" one m <= 0: m times (how many are selected - k) is never negative. So
no allowed selection of p candidates covers more than

    the sum of those sums - the sum of k m over limits + the p highest positive prices,

a candidate's price being q times the sum of m over its atoms, plus the sum of m over its limits.

The tree divides all selections by how many of some candidates they hold; in each part multipliers
may show that candidates are in none, or in all, of the selections that cover more than the
bound. One that is in takes w q of an atom and leaves the others w (1 - q), an atom like any.
What a part keeps is regrouped: atoms its candidates no longer distinguish are one, in the order of
their first. Where no candidate is left open, the part is a single selection, worth what it covers.
From the start a candidate is left out if a certain one covers as much: in any selection
that one can stand for it. Where there are no parts, all weights together are the bound.

Fractions. Prices and sums are in whole thousandths of the multipliers' unit. What candidates take
and leave of an atom is rounded up: bounds grow with it, so they stay bounds. Relais rounds both,
and more, up no less: what it proves is proven here.
"""

import json
import sys

CERTAIN = 1000


class Refused(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Refused(what)


def whole(value, what):
    need(type(value) is int, f"{what} is not a whole number")
    return value


def place(value, below, what):
    need(0 <= whole(value, what) < below, f"unknown {what}")
    return value


def up(number, divisor):
    """The quotient, rounded up."""
    return -(-number // divisor)


def average(atoms, chances, selected):
    """What a selection covers, in whole units."""
    one = 10**18
    covered = 0
    for weight, of in atoms:
        refused = one
        for candidate in of:
            if candidate in selected:
                refused = up(refused * (CERTAIN - chances[candidate]), CERTAIN)
        covered += weight * (one - refused)
    return covered // one


class Program:
    """What is still open: candidates, rows (weight, candidates by falling chance), limits, how many
    may be chosen; and what those settled in cover. Weights are in the unit of multipliers."""

    def __init__(self, chances, open_, rows, limits, count, within, base):
        self.chances, self.open, self.rows, self.limits = chances, open_, rows, limits
        self.count, self.within, self.base = min(count, len(open_)), within, base

    def settled(self, out, within, limit=None):
        """The rest once candidates are out or in; None if the limits cannot all be kept."""
        out, within = set(out), set(within)
        need(not out & within, "a candidate is both in and out")
        need(out | within <= set(self.open), "a settled candidate was not open")
        limits = self.limits + ([limit] if limit else [])
        changed = True
        while changed:
            changed, kept = False, []
            for at_least, count, of in limits:
                free = [c for c in of if c not in out and c not in within]
                left = count - sum(c in within for c in of)
                if at_least:
                    if left <= 0:
                        continue
                    if len(free) < left:
                        return None
                    if len(free) == left:
                        within.update(free)
                        changed = True
                        continue
                else:
                    if left < 0:
                        return None
                    if len(free) <= left:
                        continue
                    if left == 0:
                        out.update(free)
                        changed = True
                        continue
                kept.append((at_least, left, tuple(free)))
        left = self.count - len(within)
        if left < 0:
            return None
        if left == 0:
            if any(at_least for at_least, _, _ in kept):
                return None
            out.update(c for c in self.open if c not in within)
            kept = []
        still = set(self.open) - out - within
        rows, base = {}, self.base
        for weight, of in self.rows:
            if not within.isdisjoint(of):
                # Over what divisor they leave so much of it.
                left_over, divisor = weight, 1
                for candidate in within.intersection(of):
                    left_over *= CERTAIN - self.chances[candidate]
                    divisor *= CERTAIN
                base += up(weight * divisor - left_over, divisor)
                weight = up(left_over, divisor)
            rest = tuple([c for c in of if c in still])
            if rest and weight:
                rows[rest] = rows.get(rest, 0) + weight
        kept = [(a, k, tuple(c for c in of if c in still)) for a, k, of in kept]
        return Program(self.chances, [c for c in self.open if c in still],
                       [(weight, of) for of, weight in rows.items()], kept, left,
                       self.within | within, base)

    def bound(self, multipliers):
        """The bound and the prices, in thousandths; the least of the prices chosen, and the highest
        of the others."""
        need(len(multipliers) == len(self.rows) + len(self.limits), "multipliers do not fit rows")
        value = self.base * CERTAIN
        paid = dict.fromkeys(self.open, 0)
        for (weight, of), m in zip(self.rows, multipliers):
            need(whole(m, "multiplier") >= 0, "a multiplier is negative")
            for candidate in of:
                if weight <= m:
                    break
                chance = self.chances[candidate]
                value += chance * (weight - m)
                weight = up(weight * (CERTAIN - chance), CERTAIN)
            if m:
                for candidate in of:
                    paid[candidate] += m
        prices = {candidate: self.chances[candidate] * m for candidate, m in paid.items()}
        for (at_least, count, of), m in zip(self.limits, multipliers[len(self.rows):]):
            whole(m, "multiplier")
            need(m >= 0 if at_least else m <= 0, "a limit's sign is wrong")
            value -= CERTAIN * count * m
            for candidate in of:
                prices[candidate] += CERTAIN * m
        ordered = sorted((max(0, price) for price in prices.values()), reverse=True)
        value += sum(ordered[:self.count])
        ordered += [0, 0]
        return value, prices, ordered[self.count - 1], ordered[self.count]


def check(data):
    need(data.get("schema") == "relais.certificate/1", "not a certificate of this kind")
    names, selected = data["candidates"], data["selected"]
    count = whole(data["count"], "count")
    objective, claimed = whole(data["objective"], "objective"), whole(data["upper_bound"], "bound")
    shift, decimals = whole(data["shift"], "shift"), whole(data["decimals"], "decimals")
    need(0 <= shift <= 62, "shift is out of range")
    need(0 <= decimals <= 18, "decimals are out of range")
    chances = data.get("chances", [CERTAIN] * len(names))
    need(len(chances) == len(names), "chances do not fit candidates")
    need(all(0 <= whole(q, "chance") <= CERTAIN for q in chances), "a chance is out of range")
    atoms = []
    for weight, *of in data["atoms"]:
        need(whole(weight, "weight") >= 0, "a weight is negative")
        for candidate in of:
            place(candidate, len(names), "candidate")
        need(all(a < b for a, b in zip(of, of[1:])), "candidates of an atom are not increasing")
        atoms.append((weight, of))

    need(len(set(selected)) == len(selected) <= count, "too many selected, or one twice")
    covered = average(atoms, chances, {place(c, len(names), "selected") for c in selected})
    need(covered == objective, f"the selected cover {covered}, not {objective}")

    covers = [set() for _ in names]
    for number, (_, of) in enumerate(atoms):
        for candidate in of:
            covers[candidate].add(number)
    dominated = {place(candidate, len(names), "dominated") for candidate, *_ in data["dominated"]}
    for candidate, *by in data["dominated"]:
        if by:
            need(place(by[0], len(names), "dominating") not in dominated,
                 "a dominating candidate is dominated")
            need(chances[by[0]] == CERTAIN, "a dominating candidate is not certain")
        need(covers[candidate] <= (covers[by[0]] if by else set()), "a candidate is not dominated")

    nodes = data["nodes"]
    children = [[] for _ in nodes]
    for number, node in enumerate(nodes):
        if number:
            children[place(node["parent"], number, "parent")].append(number)
        else:
            need(node["parent"] is None, "the first part is not the whole")
    unit = CERTAIN << shift
    least = (claimed + 1) * unit

    def value(number, program):
        """What no selection within a part exceeds, if it exceeds the claimed bound at all."""
        best = None
        for step in nodes[number]["steps"]:
            bound, prices, last, after = program.bound(step["multipliers"])
            most = bound // unit
            if not program.open:
                most = min(most, average(atoms, chances, program.within))
            best = most if best is None else min(best, most)
            # What selections cover at most that hold one of those out, or lack one of those in.
            for candidate in step["out"]:
                need(candidate in prices, "a settled candidate was not open")
                need(bound - max(0, last - prices[candidate]) < least,
                     "a candidate is not proven out")
            for candidate in step["in"]:
                need(candidate in prices, "a settled candidate was not open")
                need(bound - max(0, prices[candidate] - after) < least,
                     "a candidate is not proven in")
            if step["out"] or step["in"]:
                program = program.settled(step["out"], step["in"])
                if program is None:
                    return objective
        need(best is not None, "a part without multipliers")
        parts = children[number]
        if not parts:
            return best
        need(len(parts) <= 2, "a part is divided in more than two")
        sides = {}
        for part in parts:
            node = nodes[part]
            at_least = "at_least" in node
            limit = whole(node["at_least"] if at_least else node["at_most"], "limit")
            of = tuple(node["of"])
            need(len(set(of)) == len(of), "a limit names a candidate twice")
            need(set(of) <= set(program.open), "a limit on what is not open")
            need(at_least not in sides, "both parts are on one side")
            sides[at_least] = (limit, of)
        if len(sides) == 2:
            (more, these), (fewer, those) = sides[True], sides[False]
            need(these == those and more <= fewer + 1, "the two parts leave something out")
        found = [best] * (2 - len(parts))
        for part in parts:
            at_least = "at_least" in nodes[part]
            smaller = program.settled([], [], (at_least, *sides[at_least]))
            found.append(objective if smaller is None else value(part, smaller))
        return min(best, max(found))

    proven = sum(weight for weight, _ in atoms)
    if nodes:
        rows = [(weight << shift, sorted(of, key=lambda c: -chances[c])) for weight, of in atoms]
        everything = Program(chances, list(range(len(names))), rows, [], count, set(), 0)
        proven = min(proven, value(0, everything.settled(dominated, [])))
    proven = max(objective, proven)
    need(proven <= claimed, f"only {proven} is proven, not {claimed}")
    return covered, claimed, 10**decimals


def main():
    if len(sys.argv) != 2:
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 64
    sys.setrecursionlimit(100_000)
    try:
        with open(sys.argv[1], encoding="utf-8") as file:
            covered, bound, unit = check(json.load(file))
    except Refused as refusal:
        print(f"refused: {refusal}")
        return 1
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        print(f"refused: not a certificate ({error!r})")
        return 1
    gap = (bound - covered) / bound if bound else 0
    print(f"holds: {covered / unit:.3f} covered, at most {bound / unit:.3f} possible, "
          f"gap {gap:.6%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
