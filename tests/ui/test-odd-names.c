/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-assign-popover.h"
#include "hv-call-list-dialog.h"
#include "hv-call-list.h"
#include "hv-day-dialog.h"
#include "hv-person-popover.h"
#include "hv-publish-dialog.h"
#include "hv-week-grid.h"
#include "hv-week-page.h"

#include <string.h>

/* Everybody, every house and every role has the same odd name. It is shown as it is, means
 * nothing to GTK, and makes no window wider. A warning of GTK or Pango fails the test. */

#define MONDAY (hv_day_from_ymd (2026, 5, 4))
#define AREA (&(GdkRectangle){ 10, 10, 60, 20 })
#define WIDE 1000
#define NARROW 360
#define POPOVER 540 /* whatever the name */
#define DIALOG 370
#define PEOPLE 480 /* seven days beside the names */

#define TEN "Ærøskøbing"
#define FORTY TEN TEN TEN TEN

static const char *const names[] = {
  "Bo",
  FORTY FORTY FORTY FORTY FORTY, /* two hundred letters */
  "יעל בן־דוד محمد الأمين",
  "👩‍👩‍👧‍👦 Åse 👍🏽",
  "<b>Bo</b> & co",
  "%s %d %n _Bo __Co",
  "Åse Øst\u00a0Ærø",
};

typedef struct
{
  const char *name;
  HvWorkspace *workspace;
  HvWindow *window;
} Case;

static void
rename_all (Case *c)
{
  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  HvEdit *edit = hv_workspace_begin (c->workspace, "rename");
  for (guint i = 0; i < volunteers->len; i++)
    hv_volunteer_set_name (hv_edit_change (edit, g_ptr_array_index (volunteers, i)), c->name);
  for (HvId id = JUELSMINDE; id <= PHONE; id++)
    hv_set_text (&((HvHouse *)hv_edit_change (edit, hv_roster_find_house (roster, id)))->name, c->name);
  for (HvId id = IT; id <= HOST; id++)
    hv_set_text (&((HvRole *)hv_edit_change (edit, hv_roster_find_role (roster, id)))->name, c->name);
  fixture_commit (c->workspace, edit);
}

static void
begin (Case *c, const char *name)
{
  g_test_message ("%s", name);
  *c = (Case){ .name = name, .workspace = fixture_open () };
  rename_all (c);
  c->window = fixture_show (c->workspace);
}

static void
end (Case *c)
{
  fixture_close (c->window, c->workspace);
}

static void
set_width (Case *c, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (c->window), width, 720);
  fixture_settle ();
}

/* Whether a text that can be seen, or that can be written in, holds another. */
static bool
says (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return false;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return true;
  if (GTK_IS_TEXT (root) && strstr (gtk_editable_get_text (GTK_EDITABLE (root)), text) != NULL)
    return true;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return true;
  return false;
}

/* Without the frame of a window, which is wider where nothing composes. */
static int
measure (GtkWidget *widget)
{
  int least;
  GtkWidget *content = ADW_IS_APPLICATION_WINDOW (widget)
                           ? adw_application_window_get_content (ADW_APPLICATION_WINDOW (widget))
                       : ADW_IS_WINDOW (widget) ? adw_window_get_content (ADW_WINDOW (widget))
                                                : widget;
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Shown;

static bool
is_shown (gpointer data)
{
  Shown *shown = data;
  return says (shown->widget, shown->text);
}

static void
assert_shown (gpointer widget, const char *text, int width)
{
  fixture_settle ();
  fixture_wait (is_shown, &(Shown){ widget, text });
  g_assert_cmpint (measure (widget), <=, width);
}

/* --- the week --- */

static void
check_place (Case *c)
{
  HvWeekBoard *grid = HV_WEEK_BOARD (fixture_find (GTK_WIDGET (c->window), HV_TYPE_WEEK_GRID, 0));
  HvShiftCard *card = hv_week_board_find_card (grid, MONDAY_IT);
  g_assert_cmpstr (hv_shift_card_get_place (card, 0)->name, ==, c->name);
  g_autofree char *said = g_strdup_printf ("%s, %s, %s, Monday 4 May 10:00–13:00.", c->name, c->name, c->name);
  fixture_assert_said (GTK_ACCESSIBLE (hv_shift_card_get_chip (card, 0)), said);
}

static void
test_week (void)
{
  static const int widths[] = { WIDE, NARROW };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Case c;
      begin (&c, names[i]);
      check_place (&c);
      GtkWidget *page = fixture_find (GTK_WIDGET (c.window), HV_TYPE_WEEK_PAGE, 0);
      for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          set_width (&c, widths[w]);
          g_assert_cmpint (hv_window_is_folded (c.window), ==, widths[w] == NARROW);
          assert_shown (c.window, c.name, widths[w]);
          hv_window_set_house (c.window, JUELSMINDE);
          assert_shown (c.window, c.name, widths[w]);
          hv_window_set_house (c.window, HV_NONE);
          gtk_widget_activate_action (page, "week.by-person", NULL);
          assert_shown (c.window, c.name, MAX (widths[w], PEOPLE));
          gtk_widget_activate_action (page, "week.by-person", NULL);
          fixture_settle ();
        }
      end (&c);
    }
}

/* --- the other pages, and a toast over them --- */

static void
test_pages (void)
{
  static const char *const pages[] = { "volunteers", "houses", "visits" };
  static const int widths[] = { WIDE, NARROW };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Case c;
      begin (&c, names[i]);
      for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          set_width (&c, widths[w]);
          for (gsize p = 0; p < G_N_ELEMENTS (pages); p++)
            {
              hv_window_show_page (c.window, pages[p]);
              if (p == 0) /* the list draws its names; who is chosen is a label */
                hv_window_show_volunteer (c.window, ANNA);
              assert_shown (c.window, c.name, widths[w]);
            }
        }
      g_autofree char *sentence = g_strdup_printf ("%s is assigned to %s.", c.name, c.name);
      hv_window_say (c.window, sentence, true);
      assert_shown (c.window, sentence, NARROW);
      end (&c);
    }
}

/* --- popovers --- */

static void
close_popover (GtkPopover *popover)
{
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *)&popover);
  gtk_popover_popdown (popover);
  fixture_wait_closed (&popover);
  if (popover != NULL)
    g_object_remove_weak_pointer (G_OBJECT (popover), (gpointer *)&popover);
}

static void
test_popovers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Case c;
      begin (&c, names[i]);
      GtkWidget *grid = fixture_find (GTK_WIDGET (c.window), HV_TYPE_WEEK_GRID, 0);
      HvAssignPopover *people = hv_assign_popover_open (grid, AREA, MONDAY_IT, NULL);
      assert_shown (people, c.name, POPOVER);
      close_popover (GTK_POPOVER (people));

      GtkPopover *menu = hv_person_popover_open (grid, AREA, ANNA_MONDAY); /* says no name */
      fixture_settle ();
      g_assert_cmpint (measure (GTK_WIDGET (menu)), <=, NARROW);
      close_popover (menu);
      end (&c);
    }
}

/* --- dialogs --- */

static void
assert_dialog (Case *c, GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  assert_shown (dialog, c->name, DIALOG);
  gtk_window_close (GTK_WINDOW (dialog));
  fixture_wait_gone (&dialog);
}

static void
test_dialogs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Case c;
      begin (&c, names[i]);
      assert_dialog (&c, hv_day_dialog_new (c.window, JUELSMINDE, MONDAY));
      assert_dialog (&c, hv_publish_dialog_new (c.window, hv_week_of_day (MONDAY)));
      const HvRoster *roster = hv_workspace_get_roster (c.workspace);
      fixture_commit (c.workspace, hv_call_list_call_off (hv_roster_find_assignment (roster, ANNA_MONDAY),
                                                          hv_store_new_edit_source (), NULL));
      assert_dialog (&c, hv_call_list_dialog_new (c.window, ANNA_MONDAY));
      end (&c);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/odd-names/week", test_week);
  g_test_add_func ("/odd-names/pages", test_pages);
  g_test_add_func ("/odd-names/popovers", test_popovers);
  g_test_add_func ("/odd-names/dialogs", test_dialogs);
  return g_test_run ();
}
