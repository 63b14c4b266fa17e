#!/bin/sh
# SPDX-FileCopyrightText: The Husvagt developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cli-writer.sh FILE HUSVAGT-CLI: writes a count of visits after the other through the
# command line until it is killed, and says each once the command has said it is done.

count=${3:-0}
while count=$((count + 1)); do
  "$2" --data "$1" visits Juelsminde 2026-05-04 "$count" --usual >/dev/null || exit 1
  echo "$count"
done
