/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-field-row.h"
#include "hv-first-run.h"
#include "hv-house-preview.h"
#include "hv-names-form.h"
#include "hv-open-days.h"
#include "hv-week-page.h"

#include <string.h>

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *run; /* weak */
} Case;

/* An organisation that nobody has made yet. */
static void
begin (Case *c)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("husvagt-first-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  *c = (Case){ .workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, &error) };
  g_assert_no_error (error);
  c->window = fixture_show (c->workspace);
  g_set_weak_pointer (&c->run, GTK_WIDGET (hv_first_run_open (c->window)));
  fixture_settle ();
}

static void
end (Case *c)
{
  if (c->run != NULL)
    gtk_window_destroy (GTK_WINDOW (c->run));
  fixture_wait_gone (&c->run);
  fixture_close (c->window, c->workspace);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static guint
count (Case *c, HvKind kind)
{
  return hv_roster_list (get_roster (c), kind)->len;
}

/* Other pages take other weeks in meanwhile: a change alone says nothing. */
typedef struct
{
  Case *c;
  HvKind kind;
  guint n;
} Wanted;

static bool
has_wanted (gpointer data)
{
  const Wanted *wanted = data;
  return count (wanted->c, wanted->kind) == wanted->n;
}

static void
wait_count (Case *c, HvKind kind, guint n)
{
  fixture_wait (has_wanted, &(Wanted){ c, kind, n });
}

static HvFirstRunStep
get_step (Case *c)
{
  return hv_first_run_get_step (HV_FIRST_RUN (c->run));
}

static void
act (Case *c, const char *action)
{
  g_assert_true (gtk_widget_activate_action (c->run, action, NULL));
}

static bool
is_at_house (gpointer run)
{
  return hv_first_run_get_step (run) == HV_FIRST_RUN_HOUSE;
}

static bool
is_at_volunteers (gpointer run)
{
  return hv_first_run_get_step (run) == HV_FIRST_RUN_VOLUNTEERS;
}

static bool
is_at_week (gpointer run)
{
  return hv_first_run_get_step (run) == HV_FIRST_RUN_WEEK;
}

static void
type_name (Case *c, const char *name)
{
  hv_field_row_type (HV_FIELD_ROW (fixture_find (c->run, HV_TYPE_FIELD_ROW, 0)), name);
}

static void
type_names (Case *c, const char *names)
{
  GtkWidget *view = fixture_find (c->run, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), names, -1);
}

static bool
says (GtkWidget *root, const char *text)
{
  GtkWidget *label;
  for (guint i = 0; (label = fixture_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_visible (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
      return true;
  return false;
}

static bool
is_ready (gpointer run)
{
  GtkWidget *next = fixture_find (run, GTK_TYPE_BUTTON, 0);
  for (guint i = 0; next != NULL; next = fixture_find (run, GTK_TYPE_BUTTON, ++i))
    if (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (next)) ?: "", "_Make week"))
      return gtk_widget_get_sensitive (next);
  return false;
}

/* --- the whole way --- */

static void
test_whole_way (void)
{
  Case c;
  begin (&c);
  type_name (&c, "Juelsminde");
  act (&c, "first-run.next");
  fixture_wait (is_at_volunteers, c.run);
  g_assert_cmpuint (count (&c, HV_KIND_HOUSE), ==, 1);
  g_assert_cmpuint (count (&c, HV_KIND_ROLE), ==, 2);
  g_assert_cmpuint (count (&c, HV_KIND_ORGANISATION), ==, 1);

  type_names (&c, "Anna Lindeskov\nBo Vestermark");
  act (&c, "first-run.next");
  fixture_wait (is_at_week, c.run);
  g_assert_cmpuint (count (&c, HV_KIND_VOLUNTEER), ==, 2);

  fixture_wait (is_ready, c.run);
  act (&c, "first-run.next");
  fixture_wait_gone (&c.run);
  HvWeekPage *page = HV_WEEK_PAGE (fixture_find (GTK_WIDGET (c.window), HV_TYPE_WEEK_PAGE, 0));
  g_assert_cmpint (hv_week_page_get_week (page).monday, ==, hv_day_from_ymd (2026, 5, 4));
  wait_count (&c, HV_KIND_OPENING, 1); /* as soon as the week is in view */
  wait_count (&c, HV_KIND_SHIFT, 2);

  /* Three steps, and each is undone alone. */
  static const HvKind undone[] = { HV_KIND_OPENING, HV_KIND_VOLUNTEER, HV_KIND_HOUSE };
  for (gsize i = 0; i < G_N_ELEMENTS (undone); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL);
      wait_count (&c, undone[i], 0);
    }
  end (&c);
}

/* --- what cannot be passed over --- */

static void
test_mistakes (void)
{
  static const struct
  {
    const char *name;
    const char *said;
  } table[] = { { "", "name" }, { "   ", "name" }, { "010190-1234", "identity number" } };
  Case c;
  begin (&c);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      type_name (&c, table[i].name);
      act (&c, "first-run.next");
      fixture_settle ();
      g_assert_cmpint (get_step (&c), ==, HV_FIRST_RUN_HOUSE);
      g_assert_cmpuint (count (&c, HV_KIND_HOUSE), ==, 0);
      g_assert_true (says (c.run, table[i].said));
    }
  type_name (&c, "");
  end (&c);
}

/* A field lets the focus go, forwards and backwards. */
static void
test_fields_let_go (void)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };
  Case c;
  begin (&c);
  GtkWidget *row = fixture_find (c.run, HV_TYPE_FIELD_ROW, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_assert_true (gtk_widget_grab_focus (row));
      g_assert_false (gtk_widget_child_focus (row, directions[i]));
    }
  end (&c);
}

/* The days can be seen and heard, and the preview follows them. */
static void
test_days (void)
{
  Case c;
  begin (&c);
  HvOpenDays *days = HV_OPEN_DAYS (fixture_find (c.run, HV_TYPE_OPEN_DAYS, 0));
  HvHousePreview *preview = HV_HOUSE_PREVIEW (fixture_find (c.run, HV_TYPE_HOUSE_PREVIEW, 0));
  GtkWidget *monday = fixture_find (GTK_WIDGET (days), GTK_TYPE_TOGGLE_BUTTON, 0);
  GtkWidget *tuesday = fixture_find (GTK_WIDGET (days), GTK_TYPE_TOGGLE_BUTTON, 1);
  fixture_assert_said (GTK_ACCESSIBLE (monday), "Monday");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (monday)));
  g_assert_true (g_str_has_prefix (hv_house_preview_get_sentence (preview), "No estimate yet"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (monday), FALSE);
  g_assert_cmpstr (hv_house_preview_get_sentence (preview), ==, "Choose at least one day of the week.");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tuesday), TRUE);
  bool open[7];
  HvTimes times[7];
  hv_open_days_get (days, open, times);
  g_assert_true (!open[0] && open[1]);
  g_assert_cmpint (times[1].start, ==, 600);
  g_assert_cmpint (times[1].end, ==, 780);
  end (&c);
}

/* --- going back, and more houses --- */

static void
test_back_changes_the_house (void)
{
  Case c;
  begin (&c);
  type_name (&c, "Juelsminde");
  act (&c, "first-run.next");
  fixture_wait (is_at_volunteers, c.run);
  act (&c, "first-run.back");
  fixture_wait (is_at_house, c.run);
  act (&c, "first-run.next"); /* nothing is different: nothing is saved, and it is there at once */
  g_assert_cmpint (get_step (&c), ==, HV_FIRST_RUN_VOLUNTEERS);
  act (&c, "first-run.back");
  type_name (&c, "Tørring");
  act (&c, "first-run.next");
  fixture_wait (is_at_volunteers, c.run);
  g_assert_cmpuint (count (&c, HV_KIND_HOUSE), ==, 1);
  g_assert_cmpuint (count (&c, HV_KIND_TEMPLATE), ==, 2);
  const HvHouse *house = g_ptr_array_index (hv_roster_list (get_roster (&c), HV_KIND_HOUSE), 0);
  g_assert_cmpstr (house->name, ==, "Tørring");
  end (&c);
}

static void
test_another_house (void)
{
  Case c;
  begin (&c);
  type_name (&c, "Juelsminde");
  act (&c, "first-run.next");
  fixture_wait (is_at_volunteers, c.run);
  act (&c, "first-run.another-house");
  fixture_wait (is_at_house, c.run);
  type_name (&c, "Tørring");
  GtkWidget *days = fixture_find (c.run, HV_TYPE_OPEN_DAYS, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fixture_find (days, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  act (&c, "first-run.next");
  fixture_wait (is_at_volunteers, c.run);
  g_assert_cmpuint (count (&c, HV_KIND_HOUSE), ==, 2);
  g_assert_cmpuint (count (&c, HV_KIND_ROLE), ==, 2);
  end (&c);
}

/* --- leaving --- */

static void
test_leaving_saves (void)
{
  Case c;
  begin (&c);
  type_name (&c, "Juelsminde");
  gtk_window_close (GTK_WINDOW (c.run));
  wait_count (&c, HV_KIND_HOUSE, 1);
  fixture_wait_gone (&c.run);
  end (&c);
}

static void
test_leaving_keeps (void)
{
  Case c;
  begin (&c);
  type_name (&c, "010190-1234");
  gtk_window_close (GTK_WINDOW (c.run));
  fixture_settle ();
  g_assert_nonnull (c.run);
  g_assert_false (gtk_widget_get_visible (c.run));
  g_assert_true (GTK_WIDGET (hv_first_run_open (c.window)) == c.run);
  g_assert_true (gtk_widget_get_visible (c.run));
  type_name (&c, "");
  gtk_window_close (GTK_WINDOW (c.run));
  fixture_wait_gone (&c.run);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/first-run/whole-way", test_whole_way);
  g_test_add_func ("/first-run/mistakes", test_mistakes);
  g_test_add_func ("/first-run/fields-let-go", test_fields_let_go);
  g_test_add_func ("/first-run/days", test_days);
  g_test_add_func ("/first-run/back-changes-the-house", test_back_changes_the_house);
  g_test_add_func ("/first-run/another-house", test_another_house);
  g_test_add_func ("/first-run/leaving-saves", test_leaving_saves);
  g_test_add_func ("/first-run/leaving-keeps", test_leaving_keeps);
  return g_test_run ();
}
