#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/formats.md, line by line: verbs, options, exit codes and field names that stay.

contract.py PROGRAM [BEGINNING-OF-A-ROW]
"""

import sys

import contract_answers
import contract_calling
import contract_files
import tap
from contract_table import table

PARTS = (contract_answers, contract_calling, contract_files)

if __name__ == "__main__":
    sys.exit(tap.main(table, sys.argv[1]))
