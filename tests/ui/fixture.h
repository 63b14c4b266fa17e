/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* A small organisation in a window: week 19 of 2026, today is Monday 4 May.
 *
 * Juelsminde, Monday 10–13: IT help, five needed, three there (Anna, Bo, Jens); Coffee
 * host, one needed, nobody. Tørring, Wednesday 10–13: IT help, three needed, Ida there.
 * Hedensted, Thursday 10–13: IT help, three needed, Karla there. On Monday 9–12 Hans is
 * on the phone line. For the places in Juelsminde: Carla is best (once in eight weeks,
 * on 13 April), then Dan (once, on 20 April), Else (three times), Karla, who has
 * what she wishes, Ida, who wants one shift a week at most, and Leif, who was never asked
 * when he can. Not possible: Finn (host only), Gerda (away), Hans (overlap);
 * Anna, Bo and Jens are there already.
 */

#include "hv-window.h"

G_BEGIN_DECLS

enum
{
  JUELSMINDE = 101,
  TORRING,
  HEDENSTED,
  PHONE,
  IT = 201,
  HOST,
  ANNA = 301,
  BO,
  CARLA,
  DAN,
  ELSE,
  FINN,
  GERDA,
  HANS,
  IDA,
  JENS,
  KARLA,
  LEIF,
  MONDAY_IT = 401, /* shifts */
  MONDAY_HOST,
  WEDNESDAY_IT,
  THURSDAY_IT,
  MONDAY_PHONE,
  ANNA_MONDAY = 501, /* assignments */
  BO_MONDAY,
  JENS_MONDAY,
  IDA_WEDNESDAY,
  KARLA_THURSDAY,
  HANS_PHONE,
};

/* Begins a test program: GTK, libadwaita, resources, English. */
void fixture_init (int *argc, char ***argv);

/* A workspace in a folder of its own, with the weeks around week 19 in the snapshot. */
HvWorkspace *fixture_open (void);

/* The same with that many more volunteers, named "Volunteer 00001" and so on. */
HvWorkspace *fixture_open_large (guint n_volunteers);

/* Its window, on the screen. */
HvWindow *fixture_show (HvWorkspace *workspace);

/* Runs the main loop until something is so, and fails the test when it never is. */
typedef bool (*FixtureCondition) (gpointer data);
void fixture_wait (FixtureCondition condition, gpointer data);
void fixture_wait_gone (gpointer weak_pointer); /* the address of a weak pointer */

/* The same of a popover, or that it has left its window: GTK keeps it a little longer,
 * to move the focus with the next event. */
void fixture_wait_closed (gpointer weak_pointer);

void fixture_settle (void); /* what is pending now, and a frame */

/* Makes an edit durable at once; swallows it. */
void fixture_commit (HvWorkspace *workspace, HvEdit *edit);

/* Waits until the snapshot is another one than after the last wait or commit. */
void fixture_wait_changed (HvWorkspace *workspace);

/* Closes window (or NULL) and workspace, and checks that both are gone. Swallows both. */
void fixture_close (HvWindow *window, HvWorkspace *workspace);

/* The nth widget of a type below another, visible or not; NULL when there are fewer. */
GtkWidget *fixture_find (GtkWidget *root, GType type, guint n);

/* Presses a key on a widget, as if the focus were in it. */
bool fixture_press (GtkWidget *widget, guint key);
bool fixture_press_with (GtkWidget *widget, guint key, GdkModifierType modifiers);

/* Shows a view in the window, as a page of its own. */
void fixture_show_view (HvWindow *window, GtkWidget *view);

/* Whether a widget's accessible name is a text. Fails the test when it is not. */
#define fixture_assert_said(widget, text) \
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, text)

G_END_DECLS
