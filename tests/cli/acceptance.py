#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a coordinator does on the command line, and what must come out.

acceptance.py PROGRAM [BEGINNING-OF-A-ROW]
"""

import sys

import acceptance_data
import acceptance_feeds
import acceptance_staffing
import acceptance_weeks
import tap
from acceptance_table import table

PARTS = (acceptance_data, acceptance_feeds, acceptance_staffing, acceptance_weeks)


def number_of(row):
    """A9 before A10."""
    return int(row[0].split()[0].lstrip("A"))


if __name__ == "__main__":
    table.rows.sort(key=number_of)
    sys.exit(tap.main(table, sys.argv[1]))
