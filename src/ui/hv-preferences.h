/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvPreferences: how the program looks and speaks, what the organisation decides for
 * everybody, and where things are. A change is kept at once; the language alone waits for
 * the next start, and says so. What the organisation decides is a step in its file, and
 * is undone like any other. From here lead the ways to the backups and to who is in the
 * file.
 */

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_PREFERENCES (hv_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HvPreferences, hv_preferences, HV, PREFERENCES, AdwPreferencesWindow)

/* Over a window (an HvWindow also says which file is open). */
GtkWidget *hv_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
