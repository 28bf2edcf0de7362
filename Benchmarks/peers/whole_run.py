"""Runs a command several times: processor seconds, wall time and peak memory of the whole process.

usage: whole_run.py NAME RUNS COMMAND…
"""

import os
import sys
import time

from timing import report

name, runs, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
walls, processor, peak = [], [], 0
for _ in range(runs):
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)}: status {os.waitstatus_to_exitcode(status)}")
    walls.append((time.perf_counter() - start) * 1000)
    processor.append((usage.ru_utime + usage.ru_stime) * 1000)
    peak = max(peak, usage.ru_maxrss // 1024)
walls.sort()
report(stage=name, best_ms=walls[0], median_ms=walls[len(walls) // 2], peak_mib=peak, units=1,
       unit="run", processor_ms=min(processor))
