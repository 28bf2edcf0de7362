#!/usr/bin/env python3
"""Does the units of a plan of Relais under Apache Spark.

    spark-submit --master spark://host:7077 Scripts/spark/relais_units.py --work /shared/work --reports

The folder of the plan and the program `relais` have to be at the same path on every worker. A task does a few units,
the largest first. What a unit's process says is obeyed: data that will not do is noted in results/CODE/failed.json and
not tried again; a process that ends without a result fails its task, which Spark gives to another worker
(spark.task.maxFailures). Doing a unit twice gives the same bytes, so a worker that comes back does no harm.
"""

import argparse
import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path


def fingerprint(work):
    """The plan's, as results bear it."""
    return hashlib.sha256((Path(work) / "plan.json").read_bytes()).hexdigest()


def state(work, unit, plan, reports):
    """done, failed, or None for what is still to do."""
    result = Path(work) / "results" / unit
    for name, word in (("failed.json", "failed"), ("done.json", "done")):
        try:
            content = json.loads((result / name).read_bytes())
        except (OSError, ValueError):
            continue
        if content.get("plan") == plan and (word == "failed" or not reports or content.get("reports")):
            return word
    return None


def do_units(units, relais, work, plan, reports):
    """Does units one after the other; yields each with its state."""
    for unit in units:
        known = state(work, unit, plan, reports)
        if known is None:
            command = [relais, "batch", "unit", unit, "--work", work, "--quiet"]
            outcome = subprocess.run(
                command + (["--reports"] if reports else []), stderr=subprocess.PIPE, check=False
            )
            known = state(work, unit, plan, reports)
            if known is None:
                text = outcome.stderr.decode("utf-8", "replace").strip()
                raise RuntimeError(f"unit {unit}: status {outcome.returncode}: {text}")
        yield unit, known


def slices(units, count):
    """Units in runs of about equal work, the largest first."""
    total = sum(work for _, work in units)
    share = max(1, total // max(1, count))
    runs, run, held = [], [], 0
    for unit, work in units:
        if run and held + work > share:
            runs.append(run)
            run, held = [], 0
        run.append(unit)
        held += work
    return runs + [run] if run else runs


def main():
    """Reads units.csv, hands the units out, and reports what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", required=True, help="folder of the plan, the same on every worker")
    parser.add_argument("--relais", default="relais", help="the program, on every worker")
    parser.add_argument("--reports", action="store_true", help="write each commune's reports too")
    parser.add_argument("--slices", type=int, default=0, help="tasks; 20 for each core unless given")
    options = parser.parse_args()

    from pyspark.sql import SparkSession  # pylint: disable=import-outside-toplevel,import-error

    with open(Path(options.work) / "units.csv", encoding="utf-8", newline="") as file:
        units = [(row["insee"], int(row["work"])) for row in csv.DictReader(file, delimiter=";")]
    plan = fingerprint(options.work)
    session = SparkSession.builder.appName("relais").getOrCreate()
    context = session.sparkContext
    runs = slices(units, options.slices or context.defaultParallelism * 20)
    relais, work, reports = options.relais, options.work, options.reports
    results = (
        context.parallelize(runs, max(1, len(runs)))
        .mapPartitions(
            lambda part: do_units((unit for run in part for unit in run), relais, work, plan, reports)
        )
        .collect()
    )
    session.stop()
    failed = sorted(unit for unit, known in results if known == "failed")
    print(f"{len(results) - len(failed)} done, {len(failed)} failed")
    for unit in failed:
        print(f"  {unit}", file=sys.stderr)


if __name__ == "__main__":
    main()
