/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvPlace: the file an organisation is kept in, looked at before an engine touches it.
 * Private to store/. */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  char *path;   /* absolute */
  bool missing; /* or empty: nothing is lost by making it anew */
  bool locked;  /* the file or its folder may not be written to */
  char *advice; /* as hv_store_get_advice () */
} HvPlace;

void hv_place_clear (HvPlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HvPlace, hv_place_clear)

/* False with HV_ERROR when it cannot be the place of an organisation: a folder, a device,
 * a file that may not be read, one handed in without its folder. */
bool hv_place_look (const char *where, HvPlace *ret_place, GError **error);

/* Of a file that was left in the middle of a change: whether it may be ours, by its first
 * bytes. Only then is it touched to be put right. */
bool hv_place_may_be_ours (const HvPlace *place);

/* Makes the (empty) file, readable by its owner only, and the folders above it. */
bool hv_place_make (const HvPlace *place, GError **error);

G_END_DECLS
