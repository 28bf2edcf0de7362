#!/usr/bin/env python3
"""Verifies what `relais prospect --certificate FILE` wrote, sharing no code with Relais.

usage: check_certificate.py FILE

Recomputes the demand the selected candidates cover, then the proof that no selection of as many
covers more than the bound, all in whole numbers. Exit status: 0 it holds, 1 it does not.

The proof. For multipliers 0 <= m <= weight of atoms (>= 0 of "at least k of these", <= 0 of "at
most k"), no allowed selection of p candidates covers more than

    sum(weight - k m) + the p highest positive prices,   price = sum of m over what is covered,

k being 1 for atoms. The tree divides all selections by how many of some candidates they hold; in
each part multipliers may show that candidates are in none, or in all, of the selections that cover
more than the objective. What a part keeps is regrouped: atoms its candidates no longer tell apart
are one, in the order of their first.
"""

import json
import sys


class Refused(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Refused(what)


def whole(value, what):
    need(type(value) is int, f"{what} is not a whole number")
    return value


class Program:
    """What is still open: candidates, rows (weight, candidates), limits, how many may be chosen."""

    def __init__(self, open_, rows, limits, count, base):
        self.open, self.rows, self.limits = open_, rows, limits
        self.count, self.base = min(count, len(open_)), base

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
        rows, base = {}, self.base
        for weight, of in self.rows:
            if any(c in within for c in of):
                base += weight
                continue
            rest = tuple(c for c in of if c not in out)
            if rest:
                rows[rest] = rows.get(rest, 0) + weight
        kept = [(a, k, tuple(c for c in of if c not in out and c not in within))
                for a, k, of in kept]
        return Program([c for c in self.open if c not in out and c not in within],
                       [(weight, of) for of, weight in rows.items()], kept, left, base)

    def bound(self, multipliers, shift):
        """The bound, scaled, the prices, and what the choice by price leaves at its edge."""
        need(len(multipliers) == len(self.rows) + len(self.limits), "multipliers do not fit rows")
        value = self.base << shift
        prices = dict.fromkeys(self.open, 0)
        for (weight, of), m in zip(self.rows, multipliers):
            need(0 <= whole(m, "multiplier") <= weight << shift, "a multiplier is out of range")
            value += (weight << shift) - m
            for candidate in of:
                prices[candidate] += m
        for (at_least, count, of), m in zip(self.limits, multipliers[len(self.rows):]):
            need(whole(m, "multiplier") >= 0 if at_least else m <= 0, "a limit's sign is wrong")
            value -= count * m
            for candidate in of:
                prices[candidate] += m
        ordered = sorted((max(0, price) for price in prices.values()), reverse=True)
        value += sum(ordered[:self.count])
        full = len(ordered) >= self.count > 0
        last = ordered[self.count - 1] if full else 0
        after = ordered[self.count] if len(ordered) > self.count else 0
        return value, prices, last, after


def check(data):
    need(data.get("schema") == "relais.certificate/1", "not a certificate of this kind")
    names, selected = data["candidates"], data["selected"]
    count = whole(data["count"], "count")
    objective, claimed = whole(data["objective"], "objective"), whole(data["upper_bound"], "bound")
    shift = whole(data["shift"], "shift")
    need(0 <= shift <= 62, "shift is out of range")
    atoms = []
    for weight, *of in data["atoms"]:
        need(whole(weight, "weight") >= 0, "a weight is negative")
        need(all(0 <= whole(c, "candidate") < len(names) for c in of), "unknown candidate")
        need(all(a < b for a, b in zip(of, of[1:])), "candidates of an atom are not increasing")
        atoms.append((weight, tuple(of)))

    need(len(set(selected)) == len(selected) <= count, "too many selected, or one twice")
    need(all(0 <= whole(c, "selected") < len(names) for c in selected), "unknown selected")
    chosen = set(selected)
    covered = sum(weight for weight, of in atoms if chosen.intersection(of))
    need(covered == objective, f"the selected cover {covered}, not {objective}")

    covers = [set() for _ in names]
    for index, (_, of) in enumerate(atoms):
        for candidate in of:
            covers[candidate].add(index)
    dominated = {whole(pair[0], "dominated") for pair in data["dominated"]}
    for candidate, *by in data["dominated"]:
        if by:
            need(by[0] not in dominated, "a dominating candidate is dominated")
        need(covers[candidate] <= (covers[by[0]] if by else set()), "a candidate is not dominated")

    nodes = data["nodes"]
    children = [[] for _ in nodes]
    for index, node in enumerate(nodes):
        parent = node["parent"]
        need(parent is None if index == 0 else 0 <= whole(parent, "parent") < index,
             "the tree is broken")
        if index:
            children[parent].append(index)
    least = objective + 1 << shift

    def value(index, program):
        """What no selection within a part exceeds, if it exceeds the objective at all."""
        best = None
        for step in nodes[index]["steps"]:
            bound, prices, last, after = program.bound(step["multipliers"], shift)
            best = bound >> shift if best is None else min(best, bound >> shift)
            for candidate in step["out"]:
                need(candidate in prices, "a settled candidate was not open")
                need(bound - last + prices[candidate] < least, "a candidate is not proven out")
            for candidate in step["in"]:
                need(candidate in prices, "a settled candidate was not open")
                need(prices[candidate] >= last and bound - prices[candidate] + after < least,
                     "a candidate is not proven in")
            if step["out"] or step["in"]:
                program = program.settled(step["out"], step["in"])
                if program is None:
                    return objective
        need(best is not None, "a part without multipliers")
        parts = children[index]
        if not parts:
            return best
        need(len(parts) <= 2, "a part is divided in more than two")
        sides = {}
        for part in parts:
            node = nodes[part]
            at_least = "at_least" in node
            number = whole(node["at_least"] if at_least else node["at_most"], "limit")
            of = tuple(node["of"])
            need(len(set(of)) == len(of), "a limit names a candidate twice")
            need(set(of) <= set(program.open), "a limit on what is not open")
            need(at_least not in sides, "both parts are on one side")
            sides[at_least] = (number, of)
        if len(sides) == 2:
            (more, these), (fewer, those) = sides[True], sides[False]
            need(these == those and more <= fewer + 1, "the two parts leave something out")
        found = [best] * (2 - len(parts))
        for part in parts:
            at_least = "at_least" in nodes[part]
            smaller = program.settled([], [], (at_least, *sides[at_least]))
            found.append(objective if smaller is None else value(part, smaller))
        return min(best, max(found))

    whole_program = Program(
        list(range(len(names))), atoms, [], count, 0).settled(sorted(dominated), [])
    need(bool(nodes), "no proof")
    proven = max(objective, value(0, whole_program))
    need(proven <= claimed, f"only {proven} is proven, not {claimed}")
    need(claimed >= objective, "the bound is below the objective")
    return covered, claimed, 10 ** data["decimals"]


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
