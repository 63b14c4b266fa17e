#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long until the window is there, from exec, and how much memory it takes then.

usage: start.py BUILD [BIG-FILE]   (under Xvfb and a session bus; see ./dev bench)

Husvagt with the example, and with a big organisation's file when one is given, beside
GNOME Text Editor from the distribution where it is installed, in turns, so that all meet
the same machine.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15


def windows():
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '.'],
                           capture_output=True, text=True)
    return set(found.stdout.split())


def memory_of(pid):
    with open(f'/proc/{pid}/status') as status:
        for line in status:
            if line.startswith('VmRSS'):
                return int(line.split()[1]) / 1024
    return 0


def start(command, environment):
    before = windows()
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not windows() - before:
        if time.monotonic() - begun > 30:
            raise SystemExit(f'{command[0]} shows no window')
    took = time.monotonic() - begun
    time.sleep(1)
    memory = memory_of(process.pid)
    process.kill()
    process.wait()
    time.sleep(0.2)
    return took, memory


def main():
    build = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, GSETTINGS_BACKEND='memory',
                           GSK_RENDERER='cairo', GSETTINGS_SCHEMA_DIR=build + '/data', HUSVAGT_TODAY='2026-05-04')
        example = os.path.join(folder, 'example.husvagt')
        subprocess.run([build + '/src/cli/husvagt-cli', '--data', example, 'demo'], check=True,
                       stdout=subprocess.DEVNULL)
        commands = {'Husvagt, the example': [build + '/src/ui/husvagt', '--data', example]}
        if len(sys.argv) > 2:
            commands['Husvagt, the big file'] = [build + '/src/ui/husvagt', '--data', sys.argv[2]]
        if shutil.which('gnome-text-editor'):
            plain = dict(environment)
            plain.pop('GSETTINGS_SCHEMA_DIR')
            commands['GNOME Text Editor'] = ['gnome-text-editor', '--standalone']
        figures = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                own = environment if name.startswith('Husvagt') else plain
                figures[name].append(start(command, own))
        base = statistics.median(t for t, _ in figures['Husvagt, the example'])
        print(f'From exec to the window, {RUNS} runs')
        for name, runs in figures.items():
            times = [t for t, _ in runs]
            print(f'{name:<24} {statistics.median(times):5.2f} s median {max(times):5.2f} s worst  '
                  f'{statistics.median(m for _, m in runs):4.0f} MB   × example {statistics.median(times) / base:.2f}')


main()
