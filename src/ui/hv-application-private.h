/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What the files of HvApplication share: hv-application.c (command line, preferences,
 * actions) and hv-application-files.c (which organisation is open). */

#include "hv-application.h"
#include "hv-window.h"

G_BEGIN_DECLS

struct _HvApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* owned */
};

/* The window of an organisation, whatever dialog of it is in front; NULL before there is one. */
HvWindow *hv_application_find_window (HvApplication *self);

/* Each opens an organisation in the window that is there, or in a new one. Where it cannot
 * be opened they say why in one sentence, and what is open stays open. */
bool hv_application_open_path (HvApplication *self, const char *path, HvWorkspaceFlags flags);
void hv_application_open_own (HvApplication *self); /* the one that was open last, else the usual one */
void hv_application_open_example (HvApplication *self);

/* Opens a path and remembers it: somebody asked for this file by its name. */
void hv_application_open_asked (HvApplication *self, const char *path, HvWorkspaceFlags flags);

void hv_application_add_file_actions (HvApplication *self);

G_END_DECLS
