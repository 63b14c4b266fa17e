/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvNotice: the bar above the pages that says in words what is wrong, and has the way out.
 *
 * No dialog and no lock: what is on the page stays readable, and may be worked on. Changes
 * that could not be saved are kept in it: they are made again by Try Again, or, where
 * somebody else was faster, by Use Mine. Why a file can only be viewed is said as
 * long as nothing worse is.
 */

#include "hv-unsaved.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_NOTICE (hv_notice_get_type ())
G_DECLARE_FINAL_TYPE (HvNotice, hv_notice, HV, NOTICE, GtkWidget)

/* Another file: forgets what was kept. The reason why it can only be viewed, or NULL. */
void hv_notice_begin (HvNotice *notice, const char *read_only_reason);

/* Something could not be read. */
void hv_notice_show_failure (HvNotice *notice, const GError *error);

/* A change could not be saved. Swallows it, and the sentence that is to be said when it is.
 * What was kept for the same `who` before is in it (NULL: for nobody in particular). */
void hv_notice_show_unsaved (HvNotice *notice, const GError *error, HvUnsaved *unsaved, char *sentence,
                             gconstpointer who);
void hv_notice_forget (HvNotice *notice, gconstpointer who);

/* Reading or saving works again: nothing is said any more, unless something is still unsaved. */
void hv_notice_clear (HvNotice *notice);

guint hv_notice_get_n_unsaved (HvNotice *notice);

G_END_DECLS
