#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes compiled message catalogues as a C file: embed-catalogues.py OUTPUT LANGUAGE=FILE.mo…

src/core/hv-text.c reads the images where they lie. They are little endian (msgfmt writes
them so on every machine) and sorted by original text; both is checked here, once, so that
nothing needs checking while the program runs.
"""

import struct
import sys

MAGIC = 0x950412DE


def check(image, name):
    magic, revision, count, originals, _ = struct.unpack_from('<5I', image)
    if magic != MAGIC or revision != 0:
        sys.exit(f'{name} is no plain little-endian .mo file')

    def original(i):
        length, at = struct.unpack_from('<2I', image, originals + 8 * i)
        return image[at:at + length].split(b'\0')[0]

    texts = [original(i) for i in range(count)]
    if texts != sorted(texts):
        sys.exit(f'{name} is not sorted')


def write(out, language, image):
    out.write(f'\nconst guint8 hv_catalogue_{language}[] = {{\n')
    for start in range(0, len(image), 24):
        out.write('  ' + ' '.join(f'{byte},' for byte in image[start:start + 24]) + '\n')
    out.write('};\n')


output, *catalogues = sys.argv[1:]
with open(output, 'w', encoding='ascii') as out:
    out.write('/* Made by build-aux/embed-catalogues.py; do not edit. */\n#include "hv-catalogue.h"\n')
    for catalogue in catalogues:
        language, _, name = catalogue.partition('=')
        with open(name, 'rb') as file:
            image = file.read()
        check(image, name)
        write(out, language, image)
