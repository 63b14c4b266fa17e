/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvCopy: one complete copy of a file, durable and checked. Private to store/. */

#include "hv-db.h"

G_BEGIN_DECLS

/* Copies everything a connection sees to a path: under another name, synced, opened again
 * and checked, then renamed. Folders above it are made. A file of somebody else's that is in
 * the way is refused. */
bool hv_copy_make (HvDb *db, const char *path, GError **error);

/* The same, without a name yet: a temporary file in a folder. The caller owns the path and the file. */
char *hv_copy_make_temporary (HvDb *db, const char *folder, GError **error);

/* Gives a finished file its name, so that it survives a power cut. */
bool hv_copy_rename (const char *temporary, const char *path, GError **error);

/* Copies bytes as they are, whatever they mean: what is left of a damaged file. */
bool hv_copy_bytes (const char *from, const char *to, GError **error);

/* Whether a file is a copy of ours that can be read here and is whole. Errors are HV_ERROR. */
bool hv_copy_check (const char *path, GError **error);

G_END_DECLS
