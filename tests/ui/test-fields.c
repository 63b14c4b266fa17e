/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every field says at once, in words, what is wrong with it, and keeps what was typed:
 * what may be written in a field of a person, of a house and of a day at the door. */

#include "fixture.h"

#include "hv-absence-dialog.h"
#include "hv-day-row.h"
#include "hv-field-row.h"
#include "hv-house-detail.h"
#include "hv-note-row.h"
#include "hv-person-form.h"
#include "hv-visit-facts.h"

/* Identity numbers that must stand nowhere: Danish, Swedish, with century, in a sentence. */
#define CPR "150480-1234"
#define PERSONNUMMER "19800415-1239"
#define HIDDEN "his number is 1504801234, ask him"

typedef struct
{
  const char *text;
  const char *said; /* how the sentence begins; "" any sentence; NULL: nothing is wrong */
} Typed;

#define ANY ""

static void
check_row (HvFieldRow *row, const Typed *typed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      hv_field_row_type (row, typed[i].text);
      const char *said = hv_field_row_get_error (row);
      g_test_message ("%s → %s", typed[i].text, said == NULL ? "fine" : said);
      g_assert_cmpstr (hv_field_row_get_text (row), ==, typed[i].text);
      g_assert_true ((said == NULL) == (typed[i].said == NULL));
      g_assert_true (said == NULL || g_str_has_prefix (said, typed[i].said));
    }
}

static void
check_note (HvNoteRow *row, const Typed *typed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      hv_note_row_type (row, typed[i].text);
      g_autofree char *kept = hv_note_row_dup_text (row);
      const char *said = hv_note_row_get_error (row);
      g_test_message ("%s → %s", typed[i].text, said == NULL ? "fine" : said);
      g_assert_cmpstr (kept, ==, typed[i].text);
      g_assert_true ((said == NULL) == (typed[i].said == NULL));
    }
}

/* --- a person --- */

static const Typed names[] = {
  { "Anna Lindeskov", NULL }, { "Åsa Ærensø-Øster", NULL }, { "", ANY }, { "   ", ANY }, { CPR, ANY },
  { PERSONNUMMER, ANY },
};

static const Typed phones[] = {
  { "12 34 56 78", NULL }, { "+45 12 34 56 78", NULL }, { "", NULL },
  { "12", "“12” " },       { "call me", "“call me” " }, { CPR, ANY },
};

static const Typed emails[] = {
  { "anna@example.org", NULL },
  { "", NULL },
  { "anna", "“anna” is not an e-mail address. Write it as name@example.org." },
  { "anna@", "“anna@” is not an e-mail address." },
  { "anna@example", "“anna@example” is not an e-mail address." },
  { "anna lindeskov@example.org", ANY },
  { CPR "@example.org", ANY },
};

static const Typed days[] = {
  { "", NULL }, { "4.5.2026", NULL }, { "2026-05-04", NULL }, { "31.2.2026", ANY }, { "soon", ANY },
};

static const Typed notes[] = {
  { "Has a ladder.\nDrives.", NULL }, { "", NULL }, { CPR, ANY }, { PERSONNUMMER, ANY }, { HIDDEN, ANY },
};

static void
test_person (void)
{
  static const struct
  {
    const Typed *typed;
    gsize n;
  } rows[] = {
    { names, G_N_ELEMENTS (names) }, { phones, G_N_ELEMENTS (phones) }, { emails, G_N_ELEMENTS (emails) },
    { days, G_N_ELEMENTS (days) },   { days, G_N_ELEMENTS (days) },
  };
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  HvPersonForm *form = g_object_new (HV_TYPE_PERSON_FORM, NULL);
  fixture_show_view (window, GTK_WIDGET (form));
  hv_person_form_show (form, window, ANNA);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (HV_FIELD_ROW (fixture_find (GTK_WIDGET (form), HV_TYPE_FIELD_ROW, i)), rows[i].typed, rows[i].n);
  check_note (HV_NOTE_ROW (fixture_find (GTK_WIDGET (form), HV_TYPE_NOTE_ROW, 0)), notes, G_N_ELEMENTS (notes));
  fixture_close (window, workspace);
}

/* --- a house --- */

static const Typed house_names[] = { { "Juelsminde", NULL }, { "", ANY }, { CPR, ANY } };

static const Typed places[] = { { "Foreningshuset, lokale 1", NULL }, { "", NULL }, { CPR, ANY }, { HIDDEN, ANY } };

static void
test_house (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  hv_window_show_page (window, "houses");
  fixture_settle ();
  GtkWidget *detail = fixture_find (GTK_WIDGET (window), HV_TYPE_HOUSE_DETAIL, 0);
  check_row (HV_FIELD_ROW (fixture_find (detail, HV_TYPE_FIELD_ROW, 0)), house_names, G_N_ELEMENTS (house_names));
  for (guint i = 1; i <= 2; i++) /* address, place */
    check_row (HV_FIELD_ROW (fixture_find (detail, HV_TYPE_FIELD_ROW, i)), places, G_N_ELEMENTS (places));
  for (guint i = 0; i <= 1; i++) /* note, check list */
    check_note (HV_NOTE_ROW (fixture_find (detail, HV_TYPE_NOTE_ROW, i)), notes, G_N_ELEMENTS (notes));
  fixture_close (window, workspace);
}

/* --- a day at the door --- */

static void
test_day (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  hv_window_show_page (window, "visits");
  fixture_settle ();
  GtkWidget *facts = fixture_find (GTK_WIDGET (window), HV_TYPE_VISIT_FACTS, 0);
  static const Typed day_notes[] = { { "rain", NULL }, { "", NULL }, { CPR, ANY }, { HIDDEN, ANY } };
  check_row (HV_FIELD_ROW (fixture_find (facts, HV_TYPE_FIELD_ROW, 0)), day_notes, G_N_ELEMENTS (day_notes));
  fixture_close (window, workspace);
}

/* --- an absence --- */

static bool
says_wrong (GtkWidget *dialog)
{
  GtkWidget *label;
  for (guint i = 0; (label = fixture_find (dialog, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_has_css_class (label, "hv-under") && gtk_widget_get_visible (label)
        && gtk_label_get_text (GTK_LABEL (label))[0] != '\0')
      return true;
  return false;
}

/* An end before the beginning is said below the form. */
static void
test_absence (void)
{
  HvWorkspace *workspace = fixture_open ();
  HvWindow *window = fixture_show (workspace);
  GtkWidget *dialog = GTK_WIDGET (hv_absence_dialog_new (window, ANNA, 0));
  gtk_window_present (GTK_WINDOW (dialog));
  HvFieldRow *from = HV_FIELD_ROW (fixture_find (dialog, HV_TYPE_FIELD_ROW, 0));
  HvFieldRow *to = HV_FIELD_ROW (fixture_find (dialog, HV_TYPE_FIELD_ROW, 1));
  hv_field_row_type (from, "22.5.2026");
  hv_field_row_type (to, "21.5.2026");
  g_assert_true (says_wrong (dialog));
  g_assert_cmpstr (hv_field_row_get_text (to), ==, "21.5.2026");
  hv_field_row_type (to, "23.5.2026");
  g_assert_false (says_wrong (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_close (window, workspace);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/fields/person", test_person);
  g_test_add_func ("/fields/house", test_house);
  g_test_add_func ("/fields/day", test_day);
  g_test_add_func ("/fields/absence", test_absence);
  return g_test_run ();
}
