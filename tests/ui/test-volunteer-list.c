/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-person-edit.h"
#include "hv-volunteer-list.h"

typedef struct
{
  HvWorkspace *workspace;
  HvVolunteerList *list;
  GString *log; /* what the list said of its changes: "at-removed+added " */
} Case;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Case *c)
{
  g_string_append_printf (c->log, "%u-%u+%u ", position, removed, added);
}

static HvDay
get_today (Case *c)
{
  return hv_workspace_get_today (c->workspace);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static void
begin (Case *c, guint n_more)
{
  c->workspace = fixture_open_large (n_more);
  c->list = hv_volunteer_list_new ();
  c->log = g_string_new (NULL);
  g_signal_connect (c->list, "items-changed", G_CALLBACK (items_changed_cb), c);
  hv_volunteer_list_set_roster (c->list, get_roster (c), get_today (c));
  g_string_truncate (c->log, 0);
}

static void
end (Case *c)
{
  g_object_add_weak_pointer (G_OBJECT (c->list), (gpointer *)&c->list);
  g_object_unref (c->list);
  g_assert_null (c->list);
  fixture_close (NULL, c->workspace);
  g_string_free (c->log, TRUE);
}

static void
commit (Case *c, HvEdit *edit)
{
  g_autoptr (GError) error = NULL;
  hv_workspace_commit (c->workspace, edit, NULL, &error);
  g_assert_no_error (error);
  g_string_truncate (c->log, 0);
  hv_volunteer_list_set_roster (c->list, get_roster (c), get_today (c));
}

static const HvVolunteer *
get_volunteer (Case *c, HvId id)
{
  return hv_roster_find_volunteer (get_roster (c), id);
}

static HvEdit *
rename_to (Case *c, HvId id, const char *name)
{
  return hv_person_edit_set_field (get_roster (c), get_volunteer (c, id), HV_PERSON_NAME, name,
                                   hv_store_new_edit_source (), NULL);
}

/* First names, in order. */
static char *
show (Case *c)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (c->list)); i++)
    {
      g_autoptr (HvVolunteerItem) item = g_list_model_get_item (G_LIST_MODEL (c->list), i);
      g_auto (GStrv) parts = g_strsplit (hv_volunteer_item_get_name (item), " ", 2);
      g_string_append_printf (names, "%s%s", i == 0 ? "" : " ", parts[0]);
    }
  return g_string_free (names, FALSE);
}

static void
assert_shows (Case *c, const char *names)
{
  g_autofree char *shown = show (c);
  g_assert_cmpstr (shown, ==, names);
}

#define EVERYBODY "Anna Bo Carla Dan Else Finn Gerda Hans Ida Jens Karla Leif"

/* --- filtering --- */

static void
test_search (void)
{
  static const struct
  {
    const char *typed;
    const char *found;
  } table[] = {
    { NULL, EVERYBODY },
    { "", EVERYBODY },
    { "  ", EVERYBODY },
    { "anna", "Anna" },
    { "ANNA", "Anna" },
    { "ostER", "Dan" },
    { "Østerlide", "Dan" },
    { "lide dan", "Dan" }, /* words in any order */
    { "dan anna", "" },
    { "aerenso", "Leif" },
    { "rnn", "" },
    { "%", "" },
    { "70 00 04", "Else" }, /* a part of her phone number */
    { "k", "Anna Bo Carla Finn Jens Karla" },
  };
  Case c;
  begin (&c, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HvVolunteerFilter filter = { .role = HV_NONE, .search = table[i].typed };
      hv_volunteer_list_set_filter (c.list, &filter);
      assert_shows (&c, table[i].found);
    }
  end (&c);
}

static void
test_chips (void)
{
  HvWeek week_19 = hv_week_of_day (hv_day_from_ymd (2026, 5, 4));
  const struct
  {
    HvVolunteerFilter filter;
    const char *found;
  } table[] = {
    { { HV_VOLUNTEERS_ALL, week_19, HV_NONE, NULL }, "Anna Bo Carla Dan Else Finn Gerda Hans Ida Jens Leif" },
    { { HV_VOLUNTEERS_ALL, week_19, HOST, NULL }, "Finn" },
    { { HV_VOLUNTEERS_ALL, week_19, IT, "an" }, "Anna Dan Hans" },
    { { HV_VOLUNTEERS_ARCHIVED, week_19, HV_NONE, NULL }, "Karla" },
    { { HV_VOLUNTEERS_ARCHIVED, week_19, HOST, NULL }, "" },
    /* nobody who has a duty, and not Gerda, who is away all week */
    { { HV_VOLUNTEERS_FREE, week_19, HV_NONE, NULL }, "Carla Dan Else Finn Leif" },
    { { HV_VOLUNTEERS_FREE, hv_week_add (week_19, 1), HV_NONE, NULL },
      "Anna Bo Carla Dan Else Finn Gerda Hans Ida Jens Leif" },
  };
  Case c;
  begin (&c, 0);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  commit (&c,
          hv_person_edit_archive (get_roster (&c), get_volunteer (&c, KARLA), none, 0, hv_store_new_edit_source ()));
  g_assert_cmpuint (hv_volunteer_list_count_active (c.list), ==, 11);
  g_assert_cmpuint (hv_volunteer_list_count_archived (c.list), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      hv_volunteer_list_set_filter (c.list, &table[i].filter);
      assert_shows (&c, table[i].found);
    }
  end (&c);
}

/* --- patching --- */

static void
test_patches (void)
{
  Case c;
  begin (&c, 0);
  commit (&c, hv_person_edit_add (get_roster (&c), "Bodil Sand", HV_NONE, HV_NONE, false, hv_store_new_edit_source (),
                                  NULL));
  assert_shows (&c, "Anna Bo Bodil Carla Dan Else Finn Gerda Hans Ida Jens Karla Leif");
  g_assert_cmpstr (c.log->str, ==, "2-0+1 ");

  commit (&c, rename_to (&c, HANS, "Hans Elmebro Ny")); /* stays where he is */
  g_assert_cmpstr (c.log->str, ==, "");

  commit (&c, rename_to (&c, HANS, "Åge Elmebro")); /* English: under A */
  assert_shows (&c, "Åge Anna Bo Bodil Carla Dan Else Finn Gerda Ida Jens Karla Leif");
  g_assert_cmpstr (c.log->str, ==, "0-9+9 ");

  g_assert_true (hv_workspace_undo (c.workspace, NULL, NULL));
  g_assert_true (hv_workspace_undo (c.workspace, NULL, NULL));
  g_assert_true (hv_workspace_undo (c.workspace, NULL, NULL));
  hv_volunteer_list_set_roster (c.list, get_roster (&c), get_today (&c));
  assert_shows (&c, EVERYBODY);
  end (&c);
}

static void
count_cb (HvVolunteerItem *item, guint *n)
{
  (*n)++;
}

/* An item stays the same one and says when it has changed. */
static void
test_items (void)
{
  Case c;
  guint n_changed = 0;
  begin (&c, 0);
  HvVolunteerItem *anna = g_list_model_get_item (G_LIST_MODEL (c.list), 0);
  g_signal_connect (anna, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_cmpstr (hv_volunteer_item_get_line (anna), ==, "IT help · all houses");

  commit (&c, hv_person_edit_set_role (get_roster (&c), get_volunteer (&c, ANNA), HOST, HV_LEVEL_TRAINEE,
                                       hv_store_new_edit_source ()));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpstr (hv_volunteer_item_get_line (anna), ==, "IT help, Coffee host (trainee) · all houses");
  g_assert_cmpstr (c.log->str, ==, "");

  commit (&c, rename_to (&c, BO, "Bo Vester")); /* somebody else */
  g_assert_cmpuint (n_changed, ==, 1);
  g_autoptr (HvVolunteerItem) again = g_list_model_get_item (G_LIST_MODEL (c.list), 0);
  g_assert_true (again == anna);
  g_clear_object (&again);

  /* Nobody listens, and it is read again later. */
  g_signal_handlers_disconnect_by_func (anna, count_cb, &n_changed);
  commit (&c, rename_to (&c, ANNA, "Anna Vester"));
  g_assert_cmpstr (hv_volunteer_item_get_name (anna), ==, "Anna Vester");
  g_object_unref (anna);
  g_object_add_weak_pointer (G_OBJECT (anna), (gpointer *)&anna);
  end (&c);
  g_assert_null (anna);
}

static void
test_states (void)
{
  Case c;
  begin (&c, 0);
  guint position = hv_volunteer_list_find (c.list, GERDA);
  g_autoptr (HvVolunteerItem) gerda = g_list_model_get_item (G_LIST_MODEL (c.list), position);
  g_assert_cmpint (hv_volunteer_item_get_state (gerda), ==, HV_PERSON_AWAY);
  g_assert_cmpstr (hv_volunteer_item_get_line (gerda), ==, "away up to and including 10 May");
  g_clear_object (&gerda);
  end (&c);
}

/* --- selection --- */

static void
test_selection (void)
{
  Case c;
  begin (&c, 0);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (c.list);
  g_assert_cmpint (hv_volunteer_list_get_selected (c.list), ==, HV_NONE);
  gtk_selection_model_select_item (selection, 3, TRUE);
  g_assert_cmpint (hv_volunteer_list_get_selected (c.list), ==, DAN);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));
  g_autoptr (GtkBitset) all = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 1);

  /* Filtered out, and in again, Dan stays selected. */
  HvVolunteerFilter filter = { .role = HV_NONE, .search = "anna" };
  hv_volunteer_list_set_filter (c.list, &filter);
  g_assert_cmpint (hv_volunteer_list_get_selected (c.list), ==, DAN);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));
  filter.search = NULL;
  hv_volunteer_list_set_filter (c.list, &filter);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));

  /* Whoever is gone is not selected. */
  commit (&c, hv_person_edit_add (get_roster (&c), "Zita", HV_NONE, HV_NONE, false, hv_store_new_edit_source (), NULL));
  gtk_selection_model_select_item (selection, 12, TRUE);
  g_assert_true (hv_workspace_undo (c.workspace, NULL, NULL));
  hv_volunteer_list_set_roster (c.list, get_roster (&c), get_today (&c));
  g_assert_cmpint (hv_volunteer_list_get_selected (c.list), ==, HV_NONE);
  end (&c);
}

/* Twenty thousand people: found, counted and patched like twelve. */
static void
test_many (void)
{
  Case c;
  begin (&c, 20000);
  HvVolunteerFilter filter = { .role = HV_NONE, .search = "19999" };
  hv_volunteer_list_set_filter (c.list, &filter);
  assert_shows (&c, "Volunteer");
  filter.search = NULL;
  hv_volunteer_list_set_filter (c.list, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (c.list)), ==, 20012);
  commit (&c, rename_to (&c, LEIF, "Leif Ærensen"));
  g_assert_cmpstr (c.log->str, ==, "");
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/volunteer-list/search", test_search);
  g_test_add_func ("/volunteer-list/chips", test_chips);
  g_test_add_func ("/volunteer-list/patches", test_patches);
  g_test_add_func ("/volunteer-list/items", test_items);
  g_test_add_func ("/volunteer-list/states", test_states);
  g_test_add_func ("/volunteer-list/selection", test_selection);
  g_test_add_func ("/volunteer-list/many", test_many);
  return g_test_run ();
}
