/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the shim writes down and the simulator reads: one entry after the other, each a
 * head, then the name (relative to the folder that is watched), then the data. */

#include <stdint.h>

typedef enum
{
  POWER_CREATE = 'C',   /* a new name in a folder */
  POWER_WRITE = 'W',    /* data at an offset */
  POWER_TRUNCATE = 'T', /* the offset is the new length */
  POWER_SYNC = 'S',     /* of a file */
  POWER_SYNC_DIR = 'D', /* of a folder, "" for the watched one itself */
  POWER_RENAME = 'R',   /* the data is the new name */
  POWER_UNLINK = 'U',
  POWER_ACK = 'A', /* said on standard output: from here on it must be true */
} PowerType;

typedef struct
{
  int32_t type;
  int32_t name_length;
  int64_t offset;
  int64_t data_length;
} PowerHead;
