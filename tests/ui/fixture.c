/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-resources.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- the organisation --- */

#define ALL_DAY 1440

static HvDay
day (int month, int day_of_month)
{
  return hv_day_from_ymd (2026, month, day_of_month);
}

static void
add_house (HvEdit *edit, HvId id, const char *name, gint64 position)
{
  HvHouse *house = hv_record_new (HV_KIND_HOUSE, id);
  hv_set_text (&house->name, name);
  house->position = position;
  house->model = HV_MODEL_QUEUE;
  house->house_kind = id == PHONE ? HV_HOUSE_KIND_REMOTE : HV_HOUSE_KIND_HOUSE;
  hv_edit_take (edit, house);
}

static void
add_role (HvEdit *edit, HvId id, const char *name, bool serves)
{
  HvRole *role = hv_record_new (HV_KIND_ROLE, id);
  hv_set_text (&role->name, name);
  role->serves = serves;
  role->position = id;
  hv_edit_take (edit, role);
}

static void
add_offers (HvEdit *edit, HvId volunteer)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      HvAvailability *offer = hv_edit_add (edit, HV_KIND_AVAILABILITY);
      offer->volunteer = volunteer;
      offer->weekday = weekday;
      offer->start = 0;
      offer->end = ALL_DAY;
      offer->offer = HV_OFFER_CAN;
      offer->repeat = HV_REPEAT_EVERY;
    }
}

static HvVolunteer *
add_volunteer (HvEdit *edit, HvId id, const char *name, HvId role)
{
  HvVolunteer *volunteer = hv_record_new (HV_KIND_VOLUNTEER, id);
  hv_volunteer_set_name (volunteer, name);
  hv_edit_take (edit, volunteer);
  HvSkill *skill = hv_edit_add (edit, HV_KIND_SKILL);
  skill->volunteer = id;
  skill->role = role;
  skill->level = HV_LEVEL_ABLE;
  return volunteer;
}

static HvOpening *
add_opening (HvEdit *edit, HvId house, HvDay date, int from, int to)
{
  HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
  opening->house = house;
  opening->starts = hv_minute_at (date, from * 60);
  opening->ends = hv_minute_at (date, to * 60);
  return opening;
}

static HvShift *
add_shift (HvEdit *edit, HvId id, const HvOpening *opening, HvId role, gint64 minimum)
{
  HvShift *shift = id == 0 ? hv_edit_add (edit, HV_KIND_SHIFT) : hv_record_new (HV_KIND_SHIFT, id);
  shift->house = opening->house;
  shift->opening = opening->r.id;
  shift->role = role;
  shift->starts = opening->starts;
  shift->ends = opening->ends;
  shift->minimum = minimum;
  shift->wanted = minimum;
  if (id != 0)
    hv_edit_take (edit, shift);
  return shift;
}

static void
add_assignment (HvEdit *edit, HvId id, const HvShift *shift, HvId volunteer)
{
  HvAssignment *assignment = id == 0 ? hv_edit_add (edit, HV_KIND_ASSIGNMENT) : hv_record_new (HV_KIND_ASSIGNMENT, id);
  assignment->house = shift->house;
  assignment->shift = shift->r.id;
  assignment->volunteer = volunteer;
  assignment->starts = shift->starts;
  assignment->ends = shift->ends;
  if (id != 0)
    hv_edit_take (edit, assignment);
}

static void
add_past_duty (HvEdit *edit, HvDay date, HvId volunteer)
{
  HvOpening *opening = add_opening (edit, JUELSMINDE, date, 10, 13);
  add_assignment (edit, 0, add_shift (edit, 0, opening, IT, 1), volunteer);
}

static void
add_people (HvEdit *edit)
{
  static const struct
  {
    HvId id;
    const char *name;
    HvId role;
  } people[] = {
    { ANNA, "Anna Lindeskov", IT }, { BO, "Bo Vestermark", IT },   { CARLA, "Carla Munkholt", IT },
    { DAN, "Dan Østerlide", IT },   { ELSE, "Else Fjordby", IT },  { FINN, "Finn Bakkeskov", HOST },
    { GERDA, "Gerda Sølund", IT },  { HANS, "Hans Elmebro", IT },  { IDA, "Ida Rønnehave", IT },
    { JENS, "Jens Åbrink", IT },    { KARLA, "Karla Ølholt", IT }, { LEIF, "Leif Ærensø", IT },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      HvVolunteer *volunteer = add_volunteer (edit, people[i].id, people[i].name, people[i].role);
      volunteer->most_week = people[i].id == IDA ? 1 : HV_NONE;
      volunteer->eight_weeks = people[i].id == KARLA ? 1 : HV_NONE;
      if (people[i].id != CARLA)
        {
          g_autofree char *phone = g_strdup_printf ("+45 70 00 %02d %02d", (int)i, (int)i);
          hv_set_text (&volunteer->phone, phone);
        }
      if (people[i].id != LEIF)
        add_offers (edit, people[i].id);
    }
  HvAbsence *absence = hv_edit_add (edit, HV_KIND_ABSENCE);
  absence->volunteer = GERDA;
  absence->from = day (5, 1);
  absence->to = day (5, 10);
}

static void
add_week (HvEdit *edit)
{
  HvOpening *monday = add_opening (edit, JUELSMINDE, day (5, 4), 10, 13);
  HvShift *it = add_shift (edit, MONDAY_IT, monday, IT, 5);
  add_assignment (edit, ANNA_MONDAY, it, ANNA);
  add_assignment (edit, BO_MONDAY, it, BO);
  add_assignment (edit, JENS_MONDAY, it, JENS);
  add_shift (edit, MONDAY_HOST, monday, HOST, 1);

  HvOpening *wednesday = add_opening (edit, TORRING, day (5, 6), 10, 13);
  add_assignment (edit, IDA_WEDNESDAY, add_shift (edit, WEDNESDAY_IT, wednesday, IT, 3), IDA);
  HvOpening *thursday = add_opening (edit, HEDENSTED, day (5, 7), 10, 13);
  add_assignment (edit, KARLA_THURSDAY, add_shift (edit, THURSDAY_IT, thursday, IT, 3), KARLA);
  HvOpening *phone = add_opening (edit, PHONE, day (5, 4), 9, 12);
  add_assignment (edit, HANS_PHONE, add_shift (edit, MONDAY_PHONE, phone, IT, 1), HANS);
}

static void
add_history (HvEdit *edit)
{
  add_past_duty (edit, day (3, 23), ELSE);
  add_past_duty (edit, day (3, 30), ELSE);
  add_past_duty (edit, day (4, 13), CARLA);
  add_past_duty (edit, day (4, 20), DAN);
  add_past_duty (edit, day (4, 20), ELSE);
}

static HvEdit *
make_organisation (guint n_more)
{
  HvEdit *edit = hv_edit_new ("import", hv_store_new_edit_source ());
  HvOrganisation *organisation = hv_record_new (HV_KIND_ORGANISATION, 1);
  hv_set_text (&organisation->name, "Hedensted");
  hv_set_text (&organisation->country, "DK");
  hv_set_text (&organisation->zone, "Europe/Copenhagen");
  hv_set_text (&organisation->language, "da");
  hv_edit_take (edit, organisation);
  add_house (edit, JUELSMINDE, "Juelsminde", 0);
  add_house (edit, TORRING, "Tørring", 1);
  add_house (edit, HEDENSTED, "Hedensted", 2);
  add_house (edit, PHONE, "Phone line", 3);
  add_role (edit, IT, "IT help", true);
  add_role (edit, HOST, "Coffee host", false);
  add_people (edit);
  add_week (edit);
  add_history (edit);
  for (guint i = 1; i <= n_more; i++)
    {
      g_autofree char *name = g_strdup_printf ("Volunteer %05u", i);
      add_volunteer (edit, 100000 + i, name, i % 10 == 0 ? IT : HOST);
      add_offers (edit, 100000 + i);
    }
  return edit;
}

/* --- waiting --- */

static gboolean
time_is_up_cb (gpointer data)
{
  *(bool *)data = true;
  return G_SOURCE_REMOVE;
}

void
fixture_wait (FixtureCondition condition, gpointer data)
{
  bool up = false;
  guint limit = g_timeout_add_seconds (20, time_is_up_cb, &up);
  while (!condition (data) && !up)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (condition (data));
  if (!up)
    g_source_remove (limit);
}

static bool
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
fixture_wait_gone (gpointer weak_pointer)
{
  fixture_wait (is_gone, weak_pointer);
}

static bool
is_closed (gpointer data)
{
  GtkWidget *popover = *(gpointer *)data;
  return popover == NULL || gtk_widget_get_parent (popover) == NULL;
}

void
fixture_wait_closed (gpointer weak_pointer)
{
  fixture_wait (is_closed, weak_pointer);
}

/* Two frames: what a frame lays out, the next one draws. */
void
fixture_settle (void)
{
  for (int i = 0; i < 2; i++)
    {
      bool up = false;
      g_timeout_add (40, time_is_up_cb, &up);
      while (!up)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* The snapshot that was seen last; kept, so that no other one gets its address. */
static HvRoster *seen;

static void
see (HvWorkspace *workspace)
{
  HvRoster *roster = workspace == NULL ? NULL : hv_roster_ref (hv_workspace_get_roster (workspace));
  g_clear_pointer (&seen, hv_roster_unref);
  seen = roster;
}

static void
committed_cb (GObject *workspace, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  hv_workspace_finish (HV_WORKSPACE (workspace), result, NULL, &error);
  g_assert_no_error (error);
  *(bool *)done = true;
}

/* By the workspace's own thread, where a window may have left it something to do. */
void
fixture_commit (HvWorkspace *workspace, HvEdit *edit)
{
  bool done = false;
  g_assert_nonnull (edit);
  hv_workspace_commit_async (workspace, edit, committed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  see (workspace);
}

static bool
has_changed (gpointer workspace)
{
  return hv_workspace_get_roster (workspace) != seen;
}

void
fixture_wait_changed (HvWorkspace *workspace)
{
  fixture_wait (has_changed, workspace);
  see (workspace);
  fixture_settle ();
}

/* --- opening and closing --- */

void
fixture_init (int *argc, char ***argv)
{
  g_setenv ("HUSVAGT_TODAY", "2026-05-04", TRUE);
  g_setenv ("HUSVAGT_WHO", "Tester", TRUE);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_resources_register (hv_get_resource ());
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/husvagt/Husvagt/icons");
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/husvagt/Husvagt/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

HvWorkspace *
fixture_open_large (guint n_volunteers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("husvagt-ui-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "roster.husvagt", NULL);
  HvWorkspace *workspace = hv_workspace_open (path, HV_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  fixture_commit (workspace, make_organisation (n_volunteers));
  HvWeek week = hv_week_of_day (day (5, 4));
  hv_workspace_show (workspace, hv_week_add (week, -1), hv_week_add (week, 1), &error);
  g_assert_no_error (error);
  see (workspace);
  return workspace;
}

HvWorkspace *
fixture_open (void)
{
  return fixture_open_large (0);
}

static void
delete_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_unlink (file);
    }
  g_rmdir (folder);
}

/* When a window goes while a popover is open, GTK 4.8 may still ask where the pointer is on
 * the surface that is gone, and says so itself. Nothing of ours can prevent it. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer unused)
{
  return strstr (message, "gdk_surface_get_device_position") == NULL;
}

HvWindow *
fixture_show (HvWorkspace *workspace)
{
  g_test_log_set_fatal_handler (is_fatal, NULL);
  HvWindow *window = hv_window_new (NULL, workspace);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait_changed (workspace);
  fixture_settle ();
  return window;
}

void
fixture_close (HvWindow *window, HvWorkspace *workspace)
{
  g_autofree char *path = g_strdup (hv_workspace_get_path (workspace));
  g_object_add_weak_pointer (G_OBJECT (workspace), (gpointer *)&workspace);
  if (window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
      gtk_window_destroy (GTK_WINDOW (window));
      fixture_wait_gone (&window);
    }
  see (NULL);
  g_object_unref (workspace);
  fixture_wait_gone (&workspace);
  delete_folder (path);
}

/* --- widgets --- */

static GtkWidget *
find (GtkWidget *root, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
fixture_find (GtkWidget *root, GType type, guint n)
{
  return find (root, type, &n);
}

bool
fixture_press (GtkWidget *widget, guint key)
{
  return fixture_press_with (widget, key, 0);
}

bool
fixture_press_with (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  return handled;
}

void
fixture_show_view (HvWindow *window, GtkWidget *view)
{
  AdwViewStack *pages = ADW_VIEW_STACK (fixture_find (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK, 0));
  adw_view_stack_add (pages, view);
  adw_view_stack_set_visible_child (pages, view);
  fixture_settle ();
}
