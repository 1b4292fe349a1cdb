# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program and prints what it cost: python3 -I -S launch.py LOGFILE PROGRAM ARGUMENT...

A process of its own because a child's peak memory starts at what its parent held when it started it, and this one is small.
"""
import os
import sys
import time

start = time.perf_counter()
child = os.fork()
if child == 0:
    log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.execv(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
print('{"code": %d, "cpu_s": %.6f, "wall_s": %.6f, "peak_bytes": %d}' % (
    os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss * 1024))
