/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvFace: the initials of somebody on a disc, as AdwAvatar shows them, in one widget: for
 * rows of which a list makes hundreds at a time.
 */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HV_TYPE_FACE (hv_face_get_type ())
G_DECLARE_FINAL_TYPE (HvFace, hv_face, HV, FACE, GtkWidget)

GtkWidget *hv_face_new (int size);

void hv_face_show (HvFace *face, const char *name);

G_END_DECLS
