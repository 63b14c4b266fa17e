/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* HvWindow: the one window of an organisation: sidebar, pages, toasts.
 *
 * It shows one workspace at a time. Pages find it with hv_window_of () to show a
 * toast or another page; what happens to the data goes through the workspace.
 */

#include "hv-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HV_TYPE_WINDOW (hv_window_get_type ())
G_DECLARE_FINAL_TYPE (HvWindow, hv_window, HV, WINDOW, AdwApplicationWindow)

HvWindow *hv_window_new (AdwApplication *application, HvWorkspace *workspace);

HvWindow *hv_window_of (GtkWidget *widget); /* the window a widget is in, or NULL */

HvWorkspace *hv_window_get_workspace (HvWindow *window);
void hv_window_set_workspace (HvWindow *window, HvWorkspace *workspace);

/* The house chosen in the sidebar, or HV_NONE for all houses. */
HvId hv_window_get_house (HvWindow *window);
void hv_window_set_house (HvWindow *window, HvId house);

/* "week", "volunteers", "houses", "visits", "evaluation", "publish". */
void hv_window_show_page (HvWindow *window, const char *name);

/* The volunteers, with this one chosen. */
void hv_window_show_volunteer (HvWindow *window, HvId volunteer);

/* The page Week, at a week. */
void hv_window_show_week (HvWindow *window, HvWeek week);

/* Shows one toast, dismissing the one before; with an undo button when asked. */
void hv_window_say (HvWindow *window, const char *text, bool with_undo);

/* Whether the data can be changed; says it when not. */
bool hv_window_may_change (HvWindow *window);

/* Commits an edit in the background and says `sentence` (swallowed) in a toast with
 * Undo when it is durable, or above the page what went wrong. Swallows the edit. */
void hv_window_commit (HvWindow *window, HvEdit *edit, char *sentence);

/* For who commits by themselves: a commit that failed is said above the page, and its edit
 * kept there until it is saved, given up or forgotten: the next one of the same `who` (NULL:
 * nobody) holds what the one before held. Swallows the sentence (or NULL). */
void hv_window_keep (HvWindow *window, GAsyncResult *result, const GError *error, char *sentence, gconstpointer who);
void hv_window_forget (HvWindow *window, gconstpointer who);

/* Whether the window is too narrow for its sidebar: pages show their narrow form. */
bool hv_window_is_folded (HvWindow *window);

/* signal "folded-changed" (HvWindow *)
 * signal "house-changed" (HvWindow *) · signal "workspace-changed" (HvWindow *): another file is open */

G_END_DECLS
