#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates the example organisations by the schema, where python3-jsonschema is there."""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is not installed')
    sys.exit(77)

data = pathlib.Path(sys.argv[1])
schema = json.loads((data / 'husvagt-1.schema.json').read_text(encoding='utf-8'))
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
failed = False
for path in sorted((data / 'examples').glob('*.json')):
    for error in validator(schema).iter_errors(json.loads(path.read_text(encoding='utf-8'))):
        print(f'{path.name}: {error.json_path}: {error.message}')
        failed = True
sys.exit(failed)
