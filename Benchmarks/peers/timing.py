"""Times a stage of a peer and prints it as the stages program does: one JSON object a line."""

import json
import time


def forget_peak():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def peak_mib():
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024
    return 0


def stage(name, run, unit, units, runs=5):
    """Runs `run` several times; `units` counts the work in its result, which is returned."""
    times = []
    forget_peak()
    result = None
    for _ in range(runs):
        result = None
        start = time.perf_counter()
        result = run()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    report(stage=name, best_ms=times[0], median_ms=times[len(times) // 2], peak_mib=peak_mib(),
           units=units(result), unit=unit)
    return result


def report(**line):
    print(json.dumps(line), flush=True)
