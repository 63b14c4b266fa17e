/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-absence-dialog.h"
#include "hv-absence-edit.h"
#include "hv-erase-dialog.h"
#include "hv-field-row.h"
#include "hv-import-dialog.h"
#include "hv-new-volunteers-dialog.h"
#include "hv-person-copy.h"
#include "hv-person-edit.h"
#include "hv-volunteer-detail.h"
#include "hv-volunteer-table.h"
#include "hv-volunteers-page.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  GtkWidget *page;
  GtkWidget *dialog; /* weak */
} Case;

static void
begin (Case *c)
{
  *c = (Case){ .workspace = fixture_open () };
  c->window = fixture_show (c->workspace);
  hv_window_show_page (c->window, "volunteers");
  fixture_settle ();
  c->page = fixture_find (GTK_WIDGET (c->window), HV_TYPE_VOLUNTEERS_PAGE, 0);
}

static void
open_dialog (Case *c, gpointer dialog)
{
  g_set_weak_pointer (&c->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_settle ();
}

/* However it was closed, it is gone. */
static void
end (Case *c)
{
  if (c->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (c->dialog));
  fixture_wait_gone (&c->dialog);
  fixture_close (c->window, c->workspace);
}

static const HvRoster *
get_roster (Case *c)
{
  return hv_workspace_get_roster (c->workspace);
}

static guint
count_people (Case *c)
{
  return hv_roster_list (get_roster (c), HV_KIND_VOLUNTEER)->len;
}

/* The button with a label, with or without its underline; NULL when it is not shown. */
static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;
  for (guint n = 0; (button = fixture_find (root, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0 && gtk_widget_get_visible (button))
      return button;
  return NULL;
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A label that begins with some text and is shown. */
static bool
says (GtkWidget *root, const char *beginning)
{
  GtkWidget *label;
  for (guint n = 0; (label = fixture_find (root, GTK_TYPE_LABEL, n)) != NULL; n++)
    if (gtk_widget_get_mapped (label) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), beginning))
      return true;
  return false;
}

/* --- new volunteers --- */

static void
type_names (Case *c, const char *names)
{
  GtkWidget *view = fixture_find (c->dialog, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), names, -1);
  fixture_settle ();
}

static void
test_new (void)
{
  static const struct
  {
    const char *names;
    const char *said;
    bool good;
  } table[] = {
    { "", "Nobody yet.", false },
    { "\n\n", "Nobody yet.", false },
    { "Bodil Sand", "1 new volunteer.", true },
    { "Bodil Sand\nÅse Holm\n", "2 new volunteers.", true },
    { "Anna Lindeskov", "Nobody yet. Anna Lindeskov is there already and is left out.", false },
    { "anna lindeskov\nBodil Sand\nBO VESTERMARK",
      "1 new volunteer. anna lindeskov is there already and is left out. So is 1 other name.", true },
    { "Bodil Sand\nAnna 010180-1234", "Line 2: ", false },
  };
  Case c;
  begin (&c);
  open_dialog (&c, hv_new_volunteers_dialog_new (c.window));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      type_names (&c, table[i].names);
      g_assert_true (says (c.dialog, table[i].said));
      g_assert_true (gtk_widget_get_sensitive (find_button (c.dialog, "_Add")) == table[i].good);
    }
  end (&c);
}

/* They are there, with the role that was offered, and the first of them is open to be filled in. */
static void
test_new_added (void)
{
  Case c;
  begin (&c);
  gtk_widget_activate_action (c.page, "volunteers.add", NULL);
  fixture_settle ();
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (HV_IS_NEW_VOLUNTEERS_DIALOG (window))
        g_set_weak_pointer (&c.dialog, window);
    }
  g_assert_nonnull (c.dialog);
  type_names (&c, "Bodil Sand\nÅse Holm");
  press (c.dialog, "_Add");
  fixture_wait_changed (c.workspace);
  g_assert_null (c.dialog);
  g_assert_cmpuint (count_people (&c), ==, 14);
  const HvVolunteer *bodil = hv_roster_match_volunteer (get_roster (&c), "Bodil Sand", NULL);
  HvLevel level;
  g_assert_true (hv_roster_get_level (get_roster (&c), bodil->r.id, IT, &level));
  HvVolunteerDetail *detail = HV_VOLUNTEER_DETAIL (fixture_find (c.page, HV_TYPE_VOLUNTEER_DETAIL, 0));
  g_assert_cmpint (hv_volunteer_detail_get_volunteer (detail), ==, bodil->r.id);
  end (&c);
}

/* --- absences --- */

static HvFieldRow *
get_field (Case *c, guint n)
{
  return HV_FIELD_ROW (fixture_find (c->dialog, HV_TYPE_FIELD_ROW, n));
}

static void
test_absence (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *said;
    bool good;
    bool gaps;
  } table[] = {
    { "4.5.2026", "", "Monday 4 May 2026 · week\u00A019", true, true },
    { "1.5.2026", "10.5.2026", "1–10 May 2026 · weeks\u00A018 and 19", true, true },
    { "5.5.2026", "10.5.2026", "5–10 May 2026 · week\u00A019", true, false },
    { "10.5.2026", "1.5.2026", "The last day, ", false, false },
    { "2026-05-22", "2026-05-31", "22–31 May 2026 · weeks\u00A021 and 22", true, false },
    { "31.6.2026", "", NULL, false, false },
    { "", "", NULL, false, false },
  };
  Case c;
  begin (&c);
  open_dialog (&c, hv_absence_dialog_new (c.window, ANNA, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      hv_field_row_type (get_field (&c, 0), table[i].from);
      hv_field_row_type (get_field (&c, 1), table[i].to);
      fixture_settle ();
      g_assert_true (table[i].said == NULL || says (c.dialog, table[i].said));
      g_assert_true (gtk_widget_get_sensitive (find_button (c.dialog, "_Save")) == table[i].good);
      g_assert_true (says (c.dialog, "1 planned duty in that time") == table[i].gaps);
    }
  end (&c);
}

static void
test_absence_saved (void)
{
  Case c;
  begin (&c);
  open_dialog (&c, hv_absence_dialog_new (c.window, ANNA, 0));
  hv_field_row_type (get_field (&c, 0), "4.5.2026");
  press (c.dialog, "Holiday");
  press (c.dialog, "_Save");
  fixture_wait_changed (c.workspace);
  g_assert_null (c.dialog);
  const GPtrArray *absences = hv_roster_list_of (get_roster (&c), HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, ANNA);
  g_assert_cmpuint (absences->len, ==, 1);
  const HvAbsence *absence = g_ptr_array_index (absences, 0);
  g_assert_cmpstr (absence->reason, ==, "Holiday");
  const HvAssignment *duty = hv_roster_find_assigned (get_roster (&c), MONDAY_IT, ANNA);
  g_assert_nonnull (duty);
  g_assert_false (hv_roster_fills (get_roster (&c), duty));

  /* Changed to some hours in the afternoon, the duty is a duty again. */
  open_dialog (&c, hv_absence_dialog_new (c.window, ANNA, absence->r.id));
  gtk_switch_set_active (GTK_SWITCH (fixture_find (c.dialog, GTK_TYPE_SWITCH, 0)), TRUE);
  hv_field_row_type (get_field (&c, 2), "13.00");
  hv_field_row_type (get_field (&c, 3), "25:99");
  g_assert_false (gtk_widget_get_sensitive (find_button (c.dialog, "_Save")));
  hv_field_row_type (get_field (&c, 3), "");
  press (c.dialog, "_Save");
  fixture_wait_changed (c.workspace);
  g_assert_true (hv_roster_fills (get_roster (&c), hv_roster_find_assigned (get_roster (&c), MONDAY_IT, ANNA)));
  end (&c);
}

static GtkWidget *
find_message (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static bool
has_message (gpointer unused)
{
  return find_message () != NULL;
}

static void
answer (const char *response)
{
  GtkWidget *message;
  fixture_wait (has_message, NULL);
  message = find_message ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), response);
  gtk_window_destroy (GTK_WINDOW (message));
}

/* Gerda is a regular on Mondays, and was away: with the absence gone she may come back. */
static void
test_absence_deleted (void)
{
  Case c;
  begin (&c);
  HvEdit *edit = hv_workspace_begin (c.workspace, "template");
  HvTemplate *tmpl = hv_edit_add (edit, HV_KIND_TEMPLATE);
  HvId id = tmpl->r.id;
  tmpl->house = JUELSMINDE;
  tmpl->role = IT;
  tmpl->weekday = 1;
  tmpl->start = 600;
  tmpl->end = 780;
  HvRegular *regular = hv_edit_add (edit, HV_KIND_REGULAR);
  regular->house = JUELSMINDE;
  regular->tmpl = id;
  regular->volunteer = GERDA;
  ((HvShift *)hv_edit_change (edit, hv_roster_find_shift (get_roster (&c), MONDAY_IT)))->tmpl = id;
  fixture_commit (c.workspace, edit);

  const HvAbsence *absence =
      g_ptr_array_index (hv_roster_list_of (get_roster (&c), HV_KIND_ABSENCE, HV_KIND_VOLUNTEER, GERDA), 0);
  open_dialog (&c, hv_absence_dialog_new (c.window, GERDA, absence->r.id));
  press (c.dialog, "Delete the Absence");
  fixture_wait_changed (c.workspace);
  answer ("place");
  fixture_wait_changed (c.workspace);
  const HvAssignment *duty = hv_roster_find_assigned (get_roster (&c), MONDAY_IT, GERDA);
  g_assert_nonnull (duty);
  g_assert_cmpint (duty->origin, ==, HV_ORIGIN_REGULAR);
  end (&c);
}

static void
test_pause (void)
{
  Case c;
  begin (&c);
  open_dialog (&c, hv_absence_dialog_new_pause (c.window, BO));
  hv_field_row_type (get_field (&c, 0), "1.6.2026");
  fixture_settle ();
  g_assert_true (says (c.dialog, "From Monday 1 June 2026 until further notice"));
  press (c.dialog, "_Save");
  fixture_wait_changed (c.workspace);
  const HvPause *pause =
      g_ptr_array_index (hv_roster_list_of (get_roster (&c), HV_KIND_PAUSE, HV_KIND_VOLUNTEER, BO), 0);
  g_assert_cmpint (pause->from, ==, hv_day_from_ymd (2026, 6, 1));
  g_assert_cmpint (pause->to, ==, HV_NONE);
  end (&c);
}

/* --- a spreadsheet --- */

/* 36 good people, two with one e-mail address, one without a name, one in an unknown house. */
static char *
make_table (void)
{
  GString *text = g_string_new ("Navn;Telefon;E-mail;Roller;Huse;Bemærkning\r\n");
  for (int i = 1; i <= 34; i++)
    g_string_append_printf (text, "Person Ægir %02d;+45 70 11 %02d %02d;person%02d@example.org;IT help;Juelsminde;\r\n",
                            i, i, i, i);
  g_string_append (text, "Søren Åkjær;;soren@example.org;;;\r\nÖrjan Tallmo;;orjan@example.org;;;\r\n");
  g_string_append (text, "Dobbelt En;;PERSON01@example.org;;;\r\nDobbelt To;;Person02@Example.org;;;\r\n");
  g_string_append (text, ";;uden@example.org;;;\r\nUkendt Hus;;hus@example.org;;Atlantis;\r\n");
  return g_string_free (text, FALSE);
}

static GFile *
write_table (const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize length = strlen (text);
  g_autofree char *bytes = encoding == NULL ? g_strconcat ("\xef\xbb\xbf", text, NULL)
                                            : g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  char *path = NULL;
  int handle = g_file_open_tmp ("husvagt-XXXXXX.csv", &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, bytes, encoding == NULL ? -1 : (gssize)length, &error);
  g_assert_no_error (error);
  GFile *file = g_file_new_for_path (path);
  g_free (path);
  return file;
}

static bool
is_read (gpointer dialog)
{
  return hv_import_dialog_get_state (dialog) != HV_IMPORT_READING;
}

static void
read_file (Case *c, const char *text, const char *encoding)
{
  g_autoptr (GFile) file = write_table (text, encoding);
  open_dialog (c, hv_import_dialog_new (c->window, file));
  fixture_wait (is_read, c->dialog);
  fixture_settle ();
  g_file_delete (file, NULL, NULL);
}

static void
test_import (void)
{
  static const char *const encodings[] = { NULL, "WINDOWS-1252", "UTF-16" };
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      Case c;
      begin (&c);
      g_autofree char *table = make_table ();
      read_file (&c, table, encodings[i]);
      g_assert_true (says (c.dialog, "36 new volunteers"));
      g_assert_true (says (c.dialog, "Person Ægir 01 · +45 70 11 01 01 · person01@example.org"));
      g_assert_true (says (c.dialog, "4 lines are refused"));
      g_assert_true (says (c.dialog, "line 38: "));
      g_assert_true (says (c.dialog, "line 41: "));
      g_assert_cmpuint (count_people (&c), ==, 12); /* nothing is written before the answer */

      press (c.dialog, "Add the 36 Good Ones");
      fixture_wait_changed (c.workspace);
      fixture_wait_gone (&c.dialog);
      g_assert_cmpuint (count_people (&c), ==, 48);
      g_assert_nonnull (hv_roster_match_volunteer (get_roster (&c), "Söreń Åkjær", NULL));

      /* Again, nobody is added. */
      read_file (&c, table, encodings[i]);
      g_assert_true (says (c.dialog, "Nobody new in this file"));
      g_assert_null (find_button (c.dialog, "Add 36"));
      gtk_window_destroy (GTK_WINDOW (c.dialog));

      /* It was one step. */
      fixture_settle ();
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (c.window), "win.undo", NULL));
      fixture_wait_changed (c.workspace);
      g_assert_cmpuint (count_people (&c), ==, 12);
      end (&c);
    }
}

static void
test_import_failed (void)
{
  static const char *const texts[] = { "", "a;b;c\n1;2;3\n", "Navn;Telefon\n\"never closed;\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Case c;
      begin (&c);
      read_file (&c, texts[i], NULL);
      g_assert_cmpint (hv_import_dialog_get_state (HV_IMPORT_DIALOG (c.dialog)), ==, HV_IMPORT_FAILED);
      hv_import_dialog_take (HV_IMPORT_DIALOG (c.dialog));
      fixture_settle ();
      g_assert_cmpuint (count_people (&c), ==, 12);
      end (&c);
    }
}

static bool
has_everybody (gpointer data)
{
  return count_people (data) == 10012;
}

static bool
has_nobody_new (gpointer data)
{
  return count_people (data) == 12;
}

/* Ten thousand people, given up while they are read, and then taken in. */
static void
test_import_many (void)
{
  Case c;
  begin (&c);
  g_autoptr (GString) text = g_string_new ("name;phone\n");
  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "Person %05d;+45 70 %02d %02d 00\n", i, i / 100, i % 100);
  g_autoptr (GFile) file = write_table (text->str, NULL);
  open_dialog (&c, hv_import_dialog_new (c.window, file));
  press (c.dialog, "_Cancel");
  fixture_wait_gone (&c.dialog);
  g_assert_cmpuint (count_people (&c), ==, 12);

  /* Given up while they are saved: nobody is added either. */
  read_file (&c, text->str, NULL);
  press (c.dialog, "Add 10000");
  press (c.dialog, "_Cancel");
  fixture_wait_gone (&c.dialog);
  fixture_wait (has_everybody, &c);
  fixture_wait (has_nobody_new, &c);

  read_file (&c, text->str, NULL);
  press (c.dialog, "Add 10000");
  g_assert_cmpint (hv_import_dialog_get_state (HV_IMPORT_DIALOG (c.dialog)), ==, HV_IMPORT_SAVING);
  fixture_wait (has_everybody, &c);
  fixture_wait_gone (&c.dialog);
  g_file_delete (file, NULL, NULL);
  end (&c);
}

/* What is written is read again as the same people. */
static void
test_export (void)
{
  Case c;
  begin (&c);
  g_autofree char *text = hv_volunteer_table_write (get_roster (&c), HV_LANGUAGE_DA);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (HvImport) import =
      hv_volunteer_table_read (get_roster (&c), bytes, hv_store_new_edit_source (), NULL, NULL);
  g_assert_nonnull (import);
  g_assert_cmpuint (import->refusals->len, ==, 0);
  g_assert_cmpuint (import->n_unchanged, ==, 12);
  g_assert_cmpuint (hv_volunteer_table_count_new (import->edit), ==, 0);
  end (&c);
}

/* --- forgetting --- */

static HvId copied; /* whose copy was asked for */

static void
copy_cb (HvWindow *window, HvId volunteer)
{
  copied = volunteer;
}

static void
test_erase (void)
{
  Case c;
  begin (&c);
  g_set_weak_pointer (&c.dialog, NULL);
  hv_erase_dialog_open (c.window, KARLA, copy_cb);
  fixture_wait (has_message, NULL);
  fixture_settle ();
  g_assert_true (says (find_message (), "• Name and phone"));
  g_assert_true (says (find_message (), "• Visits, hours and staffing"));
  answer ("cancel");
  fixture_settle ();
  g_assert_cmpstr (hv_roster_find_volunteer (get_roster (&c), KARLA)->name, ==, "Karla Ølholt");

  copied = 0;
  hv_erase_dialog_open (c.window, KARLA, copy_cb);
  answer ("copy");
  fixture_settle ();
  g_assert_cmpint (copied, ==, KARLA);

  hv_erase_dialog_open (c.window, KARLA, copy_cb);
  answer ("erase");
  fixture_wait_changed (c.workspace);
  const HvVolunteer *karla = hv_roster_find_volunteer (get_roster (&c), KARLA);
  g_assert_true (g_str_has_prefix (karla->name, "Slettet ") || g_str_has_prefix (karla->name, "Erased "));
  g_assert_null (karla->phone);
  g_assert_null (hv_roster_find_assigned (get_roster (&c), THURSDAY_IT, KARLA));
  fixture_settle ();
  end (&c);
}

static bool
has_files (gpointer folder)
{
  g_autofree char *json = g_build_filename (folder, "person.json", NULL);
  g_autofree char *html = g_build_filename (folder, "person.html", NULL);
  return g_file_test (json, G_FILE_TEST_EXISTS) && g_file_test (html, G_FILE_TEST_EXISTS);
}

static void
test_copy (void)
{
  Case c;
  begin (&c);
  g_autofree char *folder = g_dir_make_tmp ("husvagt-copy-XXXXXX", NULL);
  hv_person_copy_save (c.window, ANNA, folder);
  fixture_wait (has_files, folder);
  fixture_settle ();
  g_autofree char *path = g_build_filename (folder, "person.html", NULL);
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Anna Lindeskov"));
  g_unlink (path);
  g_autofree char *json = g_build_filename (folder, "person.json", NULL);
  g_unlink (json);
  g_rmdir (folder);
  end (&c);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/people-dialogs/new", test_new);
  g_test_add_func ("/people-dialogs/new-added", test_new_added);
  g_test_add_func ("/people-dialogs/absence", test_absence);
  g_test_add_func ("/people-dialogs/absence-saved", test_absence_saved);
  g_test_add_func ("/people-dialogs/absence-deleted", test_absence_deleted);
  g_test_add_func ("/people-dialogs/pause", test_pause);
  g_test_add_func ("/people-dialogs/import", test_import);
  g_test_add_func ("/people-dialogs/import-failed", test_import_failed);
  g_test_add_func ("/people-dialogs/import-many", test_import_many);
  g_test_add_func ("/people-dialogs/export", test_export);
  g_test_add_func ("/people-dialogs/erase", test_erase);
  g_test_add_func ("/people-dialogs/copy", test_copy);
  return g_test_run ();
}
