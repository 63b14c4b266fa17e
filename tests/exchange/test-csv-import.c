/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange-fixture.h"
#include "hv-csv-import.h"
#include "hv-csv-shifts.h"
#include "hv-csv-visits.h"
#include "hv-csv-volunteers.h"

#include <string.h>

static HvRoster *
new_small (void)
{
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  return fixture_apply_json (empty, fixture_small);
}

static HvImport *
read_csv (const HvRoster *roster, const char *text, HvCsvKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = fixture_bytes (text);
  HvImport *import = hv_csv_read (roster, file, kind, fixture_get_source (), NULL, &error);
  g_assert_no_error (error);
  return import;
}

/* --- what a file is --- */

static const struct
{
  const char *text;
  HvCsvKind kind;
  const char *says; /* the error; NULL: it is read */
} headers[] = {
  { "Navn;Telefon;E-mail;Roller;Huse;Bemærkning\n", HV_CSV_GUESS, NULL },
  { "Namn;Telefon;E-post;Roller;Hus;Anteckning\n", HV_CSV_GUESS, NULL },
  { "Name,Phone,E-mail,Roles,Houses,Note\n", HV_CSV_GUESS, NULL },
  { "NAVN\ttlf.\te mail\n", HV_CSV_GUESS, NULL },
  { "Efternavn;Fornavn\n", HV_CSV_GUESS, NULL },
  { "hus;dato;besøg\n", HV_CSV_GUESS, NULL },
  { "Hus;Datum;Besök;9;9.30;kl. 10\n", HV_CSV_GUESS, NULL },
  { "House,Date,Visits\n", HV_CSV_GUESS, NULL },
  { "Hus;Dato;Rolle;Start;Slut;Frivillig\n", HV_CSV_GUESS, NULL },
  { "Hus;Datum;Roll;Från;Till;Volontär\n", HV_CSV_GUESS, NULL },
  { "House,Date,Role,Start,End\n", HV_CSV_GUESS, NULL },
  { "Name,Phone\n", HV_CSV_VOLUNTEERS, NULL },
  { "", HV_CSV_GUESS, "The file is empty." },
  { "\xEF\xBB\xBF\r\n\r\n", HV_CSV_GUESS, "The file is empty." },
  { "foo;bar\n", HV_CSV_GUESS,
    "The first row does not say what the table is. Volunteers have a column Name; visits have House; Date; Visits; "
    "shifts have House; Date; Role; Start; End." },
  { "Telefon;E-mail\n", HV_CSV_VOLUNTEERS, "line 1: the header row has no column name" },
  { "Hus;Dato\n", HV_CSV_VISITS, "line 1: the header row has no column visits" },
  { "Hus;Dato;Rolle;Start\n", HV_CSV_SHIFTS, "line 1: the header row has no column end" },
  { "Navn;Telefon;Navn\n", HV_CSV_GUESS, "line 1: the column Navn is there twice" },
  { "Navn;Telefon;Mobil\n", HV_CSV_GUESS, "line 1: the column Mobil is there twice" },
  { "Navn;\"Telefon\n", HV_CSV_GUESS, "line 1: a quotation mark is opened here and not closed within 65536 bytes" },
  { "Navn;\"Tele\"fon\n", HV_CSV_GUESS, "line 1: text behind a closing quotation mark" },
};

static void
test_headers (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) file = fixture_bytes (headers[i].text);
      g_autoptr (HvImport) import = hv_csv_read (roster, file, headers[i].kind, fixture_get_source (), NULL, &error);
      g_test_message ("%s", headers[i].text);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, headers[i].says);
      g_assert_true ((import == NULL) == (headers[i].says != NULL));
      if (import != NULL)
        g_assert_cmpuint (import->edit->puts->len + import->refusals->len + import->unknown->len, ==, 0);
    }
}

/* --- rows --- */

/* A file → how many rows are new, changed and as they were, and what is refused (with *
 * for what core says of a name, a date or a number). */
static const struct
{
  const char *text;
  const char *counts;
  const char *refusals;
} rows[] = {
  /* volunteers */
  { "Navn;Telefon;E-mail;Roller;Huse;Bemærkning\n"
    "Åse Ærensø;+45 12 34 56 07;aase@example.org;IT-hjælp, Kaffevært;Juelsminde, Tørring;Ringer helst\n",
    "1 0 0", "" },
  { "Navn;E-mail\nDan;dan@example.org\nElse;DAN@Example.ORG\n", "1 0 0",
    "line 3: has the same e-mail address as line 2" },
  { "Navn;Telefon\nDan;12 34 56 09\ndan;+45 12345609\n", "1 0 0",
    "line 3: has the same name and phone number as line 2" },
  { "Navn;Telefon\nDan;12 34 56 09\nElse;12 34 56 09\n", "2 0 0", "" },
  { "Navn\nDan\nDan\n", "1 0 0",
    "line 3: has the same name as line 2, and neither phone nor e-mail to tell them apart" },
  { "Navn;Telefon\nDan;12 34 56 09\nDan;12 34 56 10\n", "2 0 0", "" },
  { "Navn;E-mail\nAnna Lindeskov;ANNA@example.org\nAnna L.;anna@EXAMPLE.org\n", "0 0 1",
    "line 3: has the same e-mail address as line 2" },
  { "Navn;Telefon\nANNA LINDESKOV;0045 12345601\nAnna Lindeskov;12 34 56 99\n", "1 0 1", "" },
  { "Navn\nanna lindeskov\nBo Vestermark\nNy\n", "1 0 2", "" },
  { "Fornavn;Efternavn\nÅse;Ærensø\n;\n;Kun Efternavn\n", "2 0 0", "" },
  { "Navn;Telefon\n;12 34 56 09\n  ;12 34 56 10\nDan;12 34 56 11\n", "1 0 0",
    "line 2: name missing\nline 3: name missing" },
  { "Navn;Telefon\nDan;abc\nElse;12\nFinn;12 34 56 12 (hjemme)\nIda;(+45) 12 34-56.13\n", "1 0 0",
    "line 2: “abc” is no phone number\nline 3: “12” is no phone number\nline 4: “12 34 56 12 (hjemme)” is no phone "
    "number" },
  { "Navn;E-mail\nA;x\nB;@x.dk\nC;a@\nD;a@b\nE;a b@c.dk\nF;a@b@c.dk\nG;a@b.dk, c@d.dk\nH;å@ø.dk\n", "1 0 0",
    "line 2: “x” is no e-mail address\nline 3: “@x.dk” is no e-mail address\nline 4: “a@” is no e-mail "
    "address\nline 5: “a@b” is no e-mail address\nline 6: “a b@c.dk” is no e-mail address\nline 7: “a@b@c.dk” is no "
    "e-mail address\nline 8: “a@b.dk, c@d.dk” is no e-mail address" },
  { "Navn;Huse\nDan;Månen\nElse;juelsminde\nFinn;jue\nIda;TORRING\n", "3 0 0", "line 2: *“Månen”*" },
  { "Navn;Roller\nDan;Kok\nElse;it hjælp (under oplæring)\nFinn;IT-hjælp (experienced), Kaffevært (erfaren)\n"
    "Ida;IT-hjælp (chef)\n",
    "2 0 0", "line 2: *“Kok”*\nline 5: *“IT-hjælp (chef)”*" },
  { "Navn;Bemærkning\nDan;010190-1234\n010190-1234;x\n", "0 0 0",
    "line 2: “Bemærkning” * identity number*\n"
    "line 3: “Navn” * identity number*" },
  { "Navn;CPR\nDan;010190-1234\n", "0 0 0", "line 2: “CPR” * identity number*" },
  { "Navn;Telefon\nÅsa;070-123 45 67\nÖrjan;0701234568\n", "2 0 0", "" },
  { "Navn\nA\xE2\x80\xAE"
    "B\n\xF0\x9F\x98\x80 Emoji\n\xD7\x90\xD7\x91\xD7\x92\n",
    "2 0 0", "line 2: *turns the writing*" },
  { "Navn\n\"To\nlinjer\"\n", "0 0 0", "line 2: *line break*" },
  { "Navn;Bemærkning\nDan;\"To\nlinjer\"\n'=1+1;'+x\n", "2 0 0", "" },
  /* visits */
  { "Hus;Dato;Besøg\nJuelsminde;2026-05-04;53\nTørring;6.5.2026;20\njue;11/05 2026;17\n", "3 0 0", "" },
  { "Hus;Dato;Besøg\nJuelsminde;2026-05-04;53\njue;4.5.2026;54\n", "1 0 0",
    "line 3: counts the same opening as line 2" },
  { "Hus;Dato;Besøg\nJuelsminde;2026-05-04;-1\nJuelsminde;2026-05-11;5,5\nJuelsminde;2026-05-18;100001\n"
    "Juelsminde;2026-06-01;\nMånen;2026-06-08;5\nJuelsminde;31.2.2026;5\nJuelsminde;;5\n;2026-06-08;5\n",
    "0 0 0",
    "line 2: visits: “-1” is no whole number from 0 to 100000\nline 3: visits: “5,5” is no whole number from 0 to "
    "100000\nline 4: visits: “100001” is no whole number from 0 to 100000\nline 5: visits missing\nline 6: "
    "*“Månen”*\nline 7: date: *“31.2.2026”*\nline 8: date missing\nline 9: house missing" },
  { "Hus;Dato;Besøg;13:00;13.30;14;14:30;15:00;15:30\nJuelsminde;2026-05-04;53;13;8;9;8;8;7\n"
    "Juelsminde;2026-05-11;;13;8;9;8;8;7\nTørring;2026-05-06;20;;;;;;\n",
    "3 0 0", "" },
  { "Hus;Dato;Besøg;10:00;13:00\nJuelsminde;2026-05-04;5;1;\nJuelsminde;2026-05-11;5;0;6\n"
    "Juelsminde;2026-05-18;5;0;x\nJuelsminde;2026-06-01;5;0;5\n",
    "1 0 0",
    "line 2: 10:00: visits outside the opening\nline 3: the half hours add up to 6, but the count is 5\nline 4: "
    "13:00: “x” is no whole number from 0 to 100000" },
  { "Hus;Dato;Besøg;22;23:30;00:30;05:30\nTelefon;2026-05-09;9;1;2;3;3\n", "1 0 0", "" },
  { "Hus;Dato;Besøg;Gik uden hjælp;Ventetid;Bemærkning\nJuelsminde;2026-05-04;53;4;12,5;Regn\n", "1 0 0", "" },
  { "Hus;Dato;Besøg;Ventetid\nJuelsminde;2026-05-04;53;længe\n", "0 0 0", "line 2: “længe” is no number of minutes" },
  { "Hus;Dato;Besøg;Start\nJuelsminde;2026-05-05;9;9\nJuelsminde;2026-05-05;8;14:00\n", "2 0 0", "" },
  /* shifts */
  { "Hus;Dato;Rolle;Start;Slut;Frivillig\nJuelsminde;2026-05-04;IT-hjælp;13:00;16:00;Anna Lindeskov\n"
    "Juelsminde;2026-05-04;IT-hjælp;13.00;16;Bo Vestermark\nJuelsminde;2026-05-04;IT-hjælp;13:00;16:00;\n",
    "1 0 2", "" },
  { "Hus;Dato;Rolle;Start;Slut;Frivillig\nTørring;2026-05-06;IT-hjælp;10:00;13:00;anna@EXAMPLE.org\n"
    "Tørring;2026-05-06;IT-hjælp;10:00;13:00;\nTørring;2026-05-06;Kaffevært;09:30;13:00;Gæst: nabo\n",
    "3 0 0", "" },
  { "Hus;Dato;Rolle;Start;Slut;Frivillig\nTørring;2026-05-06;IT-hjælp;10:00;13:00;Anna Lindeskov\n"
    "tor;6.5.2026;it;10;13;anna\n",
    "1 0 0", "line 3: anna is already on this shift, in line 2" },
  { "Hus;Dato;Rolle;Start;Slut;Frivillig\nTelefon;2026-10-24;IT-hjælp;22:00;06:00;Bo Vestermark\n"
    "Telefon;2026-10-31;IT-hjælp;22:00;30:00;Bo Vestermark\nTelefon;2026-11-07;IT-hjælp;16:00;13:00;\n"
    "Telefon;2026-11-07;IT-hjælp;22:00;22:00;\n",
    "2 0 0", "line 4: the end 13:00 is not after the start 16:00\nline 5: the end 22:00 is not after the start 22:00" },
  { "Hus;Dato;Rolle;Start;Slut;Frivillig\nMånen;2026-05-06;IT-hjælp;10:00;13:00;\nTørring;2026-05-06;Kok;10:00;13:00;\n"
    "Tørring;2026-05-06;IT-hjælp;x;13:00;\nTørring;2026-05-06;IT-hjælp;10:00;;\nTørring;x;IT-hjælp;10:00;13:00;\n"
    "Tørring;2026-05-06;;10:00;13:00;\nTørring;2026-05-06;IT-hjælp;10:00;13:00;Zoe\n",
    "0 0 0",
    "line 2: *“Månen”*\nline 3: *“Kok”*\nline 4: start: *“x”*\nline 5: end missing\nline 6: "
    "date: *“x”*\nline 7: role missing\nline 8: *“Zoe”*" },
};

static void
test_rows (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_autoptr (HvImport) import = read_csv (roster, rows[i].text, HV_CSV_GUESS);
      g_autofree char *refusals = fixture_format_refusals (import);
      g_autofree char *counts = g_strdup_printf ("%u %u %u", import->n_new, import->n_changed, import->n_unchanged);
      if (!g_pattern_match_simple (rows[i].refusals, refusals))
        g_assert_cmpstr (refusals, ==, rows[i].refusals);
      g_assert_cmpstr (counts, ==, rows[i].counts);
      g_assert_true (hv_edit_is_empty (import->edit) == (import->n_new + import->n_changed == 0));
    }
}

/* Whatever a file added, reading it again adds nothing. */
static void
test_rows_twice (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_autoptr (HvImport) import = read_csv (roster, rows[i].text, HV_CSV_GUESS);
      g_autoptr (HvEdit) edit = hv_import_take_edit (import, true, NULL);
      g_autoptr (HvRoster) after = hv_roster_apply (roster, edit);
      g_autoptr (HvImport) again = read_csv (after, rows[i].text, HV_CSV_GUESS);
      g_assert_cmpuint (again->n_new + again->n_changed, ==, 0);
      g_assert_cmpuint (again->edit->puts->len, ==, 0);
      g_assert_cmpuint (again->refusals->len, ==, import->refusals->len);
    }
}

static HvRoster *
take (const HvRoster *roster, const char *text)
{
  g_autoptr (HvImport) import = read_csv (roster, text, HV_CSV_GUESS);
  return fixture_apply (roster, import);
}

/* --- what the rows become --- */

static void
test_volunteer (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (HvRoster) roster = take (small, rows[0].text);
  g_autoptr (GError) error = NULL;
  const HvVolunteer *aase = hv_roster_match_volunteer (roster, "ase aerenso", &error);
  g_assert_no_error (error);
  const HvHouse *jue = fixture_find (roster, HV_KIND_HOUSE, "jue");
  const HvHouse *tor = fixture_find (roster, HV_KIND_HOUSE, "tor");
  const HvHouse *tel = fixture_find (roster, HV_KIND_HOUSE, "tel");
  const HvRole *host = fixture_find (roster, HV_KIND_ROLE, "host");
  HvLevel level;

  g_assert_cmpstr (aase->name, ==, "Åse Ærensø");
  g_assert_cmpstr (aase->phone, ==, "+45 12 34 56 07");
  g_assert_cmpstr (aase->email, ==, "aase@example.org");
  g_assert_cmpstr (aase->note, ==, "Ringer helst");
  g_assert_true (hv_roster_get_level (roster, aase->r.id, host->r.id, &level));
  g_assert_cmpint (level, ==, HV_LEVEL_ABLE);
  g_assert_cmpint (hv_roster_get_home (roster, aase->r.id), ==, jue->r.id);
  g_assert_true (hv_roster_serves (roster, aase->r.id, tor->r.id));
  g_assert_false (hv_roster_serves (roster, aase->r.id, tel->r.id));
}

static void
test_visits (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (HvRoster) roster = take (small, "Hus;Dato;Besøg;Gik uden hjælp;Ventetid;Bemærkning;13:00;13:30;15:30\n"
                                             "Juelsminde;2026-05-04;53;4;12,5;Regn;13;8;7\n"
                                             "Juelsminde;11.5.2026;;;;;1;;2\n"
                                             "Tørring;7.5.2026;9;;;;;;\n");
  const HvOpening *o1 = fixture_find (roster, HV_KIND_OPENING, "o1");
  const HvVisit *visit = hv_roster_find_visit (roster, o1->r.id);
  g_assert_cmpint (visit->count, ==, 53);
  g_assert_cmpint (visit->left, ==, 4);
  g_assert_cmpint (visit->wait, ==, 12500000);
  g_assert_cmpstr (visit->note, ==, "Regn");
  g_assert_cmpstr (visit->slots, ==, "13 8 0 0 0 7");
  g_assert_cmpint (visit->special, ==, HV_NONE);

  const HvOpening *next = hv_roster_find_opening_on (roster, o1->house, hv_day_from_ymd (2026, 5, 11), HV_NONE);
  g_assert_cmpint (next->hours, ==, o1->hours);
  g_assert_cmpint (hv_roster_find_visit (roster, next->r.id)->count, ==, 3);

  const HvHouse *tor = fixture_find (roster, HV_KIND_HOUSE, "tor");
  const HvOpening *thursday = hv_roster_find_opening_on (roster, tor->r.id, hv_day_from_ymd (2026, 5, 7), HV_NONE);
  g_assert_cmpint (hv_minute_get_of_day (thursday->starts), ==, 600);
  g_assert_cmpint (thursday->hours, ==, HV_NONE);

  /* An empty cell changes nothing, a number does. */
  g_autoptr (HvImport) change =
      read_csv (roster, "Hus;Dato;Besøg;Ventetid\nJuelsminde;2026-05-04;54;\nTørring;2026-05-07;9;5\n", HV_CSV_GUESS);
  g_autoptr (HvRoster) changed = fixture_apply (roster, change);
  g_assert_cmpuint (change->n_changed, ==, 2);
  visit = hv_roster_find_visit (changed, o1->r.id);
  g_assert_cmpint (visit->count, ==, 54);
  g_assert_cmpint (visit->wait, ==, 12500000);
}

static void
test_shifts (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (HvRoster) roster = take (small, "Hus;Dato;Rolle;Start;Slut;Frivillig\n"
                                             "Tørring;2026-05-06;IT-hjælp;10:00;13:00;Anna Lindeskov\n"
                                             "Tørring;2026-05-06;IT-hjælp;10:00;13:00;Bo Vestermark\n"
                                             "Tørring;2026-05-06;IT-hjælp;10:00;13:00;\n"
                                             "Tørring;2026-05-06;Kaffevært;9:30;13:00;Gæst: nabo\n"
                                             "Tørring;2026-05-07;Kaffevært;18:00;20:00;\n"
                                             "Telefon;2026-10-24;IT-hjælp;22:00;06:00;Bo Vestermark\n"
                                             "Juelsminde;2026-05-04;IT-hjælp;13:00;16:00;Bo Vestermark\n");
  const HvHouse *tor = fixture_find (roster, HV_KIND_HOUSE, "tor");
  const HvHouse *tel = fixture_find (roster, HV_KIND_HOUSE, "tel");
  const HvShift *s1 = fixture_find (roster, HV_KIND_SHIFT, "s1");
  const HvOpening *wednesday = hv_roster_find_opening_on (roster, tor->r.id, hv_day_from_ymd (2026, 5, 6), HV_NONE);
  const HvOpening *thursday = hv_roster_find_opening_on (roster, tor->r.id, hv_day_from_ymd (2026, 5, 7), HV_NONE);
  const HvOpening *night = hv_roster_find_opening_on (roster, tel->r.id, hv_day_from_ymd (2026, 10, 24), HV_NONE);
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, wednesday->r.id);
  const HvShift *host = shifts->pdata[0], *it = shifts->pdata[1];

  g_assert_cmpint (hv_span_get_minutes (hv_opening_get_span (wednesday)), ==, 180);
  g_assert_cmpint (wednesday->hours, !=, HV_NONE);
  g_assert_cmpint (hv_minute_get_of_day (thursday->starts), ==, 1080);
  g_assert_cmpint (hv_span_get_minutes (hv_opening_get_span (night)), ==, 480);
  g_assert_cmpuint (shifts->len, ==, 2);
  g_assert_cmpint (it->minimum, ==, 3);
  g_assert_cmpint (host->minimum, ==, 1);
  g_assert_cmpuint (hv_roster_count_filling (roster, it), ==, 2);
  g_assert_cmpuint (hv_roster_count_filling (roster, host), ==, 1);
  g_assert_cmpint (s1->minimum, ==, 3);
  g_assert_cmpuint (hv_roster_count_filling (roster, s1), ==, 2);

  const GPtrArray *on_host = hv_roster_list_of (roster, HV_KIND_ASSIGNMENT, HV_KIND_SHIFT, host->r.id);
  const HvAssignment *guest = on_host->pdata[0];
  g_assert_cmpint (guest->volunteer, ==, HV_NONE);
  g_assert_cmpstr (guest->guest, ==, "nabo");
  g_assert_nonnull (guest->uid);
}

/* --- A28 --- */

/* Forty people: 36 good, two with the e-mail of another in other letters, one without a
 * name, one in a house that is not there. */
static char *
make_forty (void)
{
  GString *text = g_string_new ("Navn;Telefon;E-mail;Roller;Huse;Bemærkning\r\n");
  for (guint i = 0; i < 40; i++)
    {
      const char *name = i == 20 ? "" : "Åse Ærensø Ødegård";
      const char *house = i == 30 ? "Vejle" : "Juelsminde";
      if (i == 10 || i == 39)
        g_string_append_printf (text, "%s dublet %u;;PERSON-%u@Example.Org;IT-hjælp;Tørring;\r\n", name, i, i - 5);
      else
        g_string_append_printf (text, "%s%s;+45 12 34 56 %02u;person-%u@example.org;IT-hjælp;%s;nr. %u\r\n", name,
                                *name != '\0' ? (char[]){ ' ', (char)('A' + i / 26), (char)('a' + i % 26), '\0' } : "",
                                i, i, house, i);
    }
  return g_string_free (text, FALSE);
}

static GBytes *
encode (const char *text, const char *charset, const char *mark, gsize mark_length)
{
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);
  GByteArray *bytes = g_byte_array_new ();
  g_byte_array_append (bytes, (const guint8 *)mark, (guint)mark_length);
  g_byte_array_append (bytes, (const guint8 *)encoded, (guint)length);
  return g_byte_array_free_to_bytes (bytes);
}

static void
check_forty (GBytes *file)
{
  g_autoptr (HvRoster) small = new_small ();
  guint before = hv_roster_list (small, HV_KIND_VOLUNTEER)->len;
  g_autoptr (GError) error = NULL;
  g_autoptr (HvImport) import = hv_csv_read (small, file, HV_CSV_GUESS, fixture_get_source (), NULL, &error);
  g_assert_no_error (error);
  g_autofree char *refusals = fixture_format_refusals (import);
  const char *expected = "line 12: has the same e-mail address as line 7\n"
                         "line 22: name missing\n"
                         "line 32: *“Vejle”*\n"
                         "line 41: has the same e-mail address as line 36";
  if (!g_pattern_match_simple (expected, refusals))
    g_assert_cmpstr (refusals, ==, expected);
  g_assert_cmpuint (import->n_new, ==, 36);
  g_assert_null (hv_import_take_edit (import, false, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);

  g_autoptr (HvEdit) edit = hv_import_take_edit (import, true, NULL);
  g_autoptr (HvRoster) roster = hv_roster_apply (small, edit);
  g_assert_cmpuint (hv_roster_list (roster, HV_KIND_VOLUNTEER)->len, ==, before + 36);
  g_assert_nonnull (hv_roster_match_volunteer (roster, "Åse Ærensø Ødegård Aa", NULL));
  g_assert_cmpstr (hv_roster_match_volunteer (roster, "Åse Ærensø Ødegård Aa", NULL)->name, ==,
                   "Åse Ærensø Ødegård Aa");

  g_autoptr (HvImport) again = hv_csv_read (roster, file, HV_CSV_GUESS, fixture_get_source (), NULL, NULL);
  g_assert_cmpuint (again->n_new, ==, 0);
  g_assert_cmpuint (again->n_unchanged, ==, 36);
  g_assert_true (hv_edit_is_empty (again->edit));
}

static void
test_forty (void)
{
  g_autofree char *text = make_forty ();
  g_autoptr (GBytes) utf8 = encode (text, "UTF-8", "\xEF\xBB\xBF", 3);
  g_autoptr (GBytes) bare = encode (text, "UTF-8", "", 0);
  g_autoptr (GBytes) windows = encode (text, "WINDOWS-1252", "", 0);
  g_autoptr (GBytes) utf16le = encode (text, "UTF-16LE", "\xFF\xFE", 2);
  g_autoptr (GBytes) utf16be = encode (text, "UTF-16BE", "\xFE\xFF", 2);
  check_forty (utf8);
  check_forty (bare);
  check_forty (windows);
  check_forty (utf16le);
  check_forty (utf16be);
}

/* --- who waits for a big file --- */

static const struct
{
  guint n_rows;
  guint patience; /* words until enough is enough */
  guint n_words;
  bool is_read;
} waits[] = {
  { 0, 9, 1, true },    { 1, 9, 1, true },    { 999, 9, 1, true },   { 1000, 9, 2, true },
  { 2500, 9, 3, true }, { 2500, 3, 3, true }, { 2500, 2, 3, false }, { 2500, 0, 1, false },
};

typedef struct
{
  guint patience;
  guint n_words;
  double last;
} Waiter;

static bool
be_told (gpointer data, double read, GError **error)
{
  Waiter *waiter = data;
  g_assert_cmpfloat (read, <=, 1);
  g_assert_cmpfloat (read, >, waiter->last);
  waiter->last = read;
  if (waiter->n_words++ < waiter->patience)
    return true;
  g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED, "enough");
  return false;
}

static void
test_wait (void)
{
  g_autoptr (HvRoster) roster = new_small ();
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      GString *text = g_string_new ("Navn\n");
      for (guint row = 0; row < waits[i].n_rows; row++)
        g_string_append_printf (text, "%s nr. %u\n", row % 2 == 0 ? "Åse" : "+", row);
      g_autoptr (GBytes) file = g_string_free_to_bytes (text);
      Waiter waiter = { waits[i].patience, 0, 0 };
      HvImportProgress progress = { be_told, &waiter };
      g_autoptr (GError) error = NULL;
      g_autoptr (HvImport) import = hv_csv_read (roster, file, HV_CSV_GUESS, fixture_get_source (), &progress, &error);
      g_assert_cmpuint (waiter.n_words, ==, waits[i].n_words);
      g_assert_true ((import != NULL) == waits[i].is_read);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, waits[i].is_read ? NULL : "enough");
      if (import != NULL)
        g_assert_cmpuint (import->n_new, ==, waits[i].n_rows);
    }
}

/* --- writing, and reading back --- */

typedef void (*Write) (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language);

static char *
write_table (const HvRoster *roster, Write write, HvLanguage language)
{
  HvCsvWriter *writer = hv_csv_writer_new (hv_csv_get_separator (language), false);
  write (writer, roster, &HV_CHOICE_ALL, language);
  return hv_csv_writer_end (writer);
}

static HvRoster *
new_busy (void)
{
  g_autoptr (HvRoster) small = new_small ();
  g_autoptr (HvRoster) one =
      take (small, "Navn;Telefon;E-mail;Roller;Huse;Bemærkning\n"
                   "'=Dan;'+45 12 34 56 09;dan@example.org;IT-hjælp (trainee), Kaffevært;Tørring, Juelsminde;\"a;b\"\n"
                   "Anna Lindeskov;12 34 56 77;;;;\n");
  g_autoptr (HvRoster) two = take (one, "Hus;Dato;Besøg;Gik uden hjælp;13:00;15:30\nJuelsminde;2026-05-04;53;4;13;7\n"
                                        "Telefon;2026-05-09;9;;;\n");
  g_autoptr (HvRoster) three =
      fixture_apply_json (two, "{\"format\": \"husvagt-1\", \"openings\": [{\"id\": \"late\", \"house\": \"jue\", "
                               "\"date\": \"2026-05-04\", \"start\": \"18:00\", \"end\": \"20:00\"}], \"visits\": "
                               "[{\"opening\": \"late\", \"count\": 7, \"wait\": 2.5}]}");
  return take (three, "Hus;Dato;Rolle;Start;Slut;Frivillig\n"
                      "Juelsminde;2026-05-04;IT-hjælp;13:00;16:00;Bo Vestermark\n"
                      "Juelsminde;2026-05-04;IT-hjælp;13:00;16:00;Gæst: nabo\n"
                      "Telefon;2026-10-24;IT-hjælp;22:00;06:00;Carla Munkholt\n");
}

static void
test_written (void)
{
  g_autoptr (HvRoster) roster = new_busy ();
  g_autofree char *volunteers = write_table (roster, hv_csv_volunteers_write, HV_LANGUAGE_DA);
  g_autofree char *visits = write_table (roster, hv_csv_visits_write, HV_LANGUAGE_SV);
  g_autofree char *shifts = write_table (roster, hv_csv_shifts_write, HV_LANGUAGE_EN);
  g_assert_cmpstr (volunteers, ==,
                   "\"Navn\";\"Telefon\";\"E-mail\";\"Roller\";\"Huse\";\"Bemærkning\"\r\n"
                   "\"'=Dan\";\"'+45 12 34 56 09\";\"dan@example.org\";\"IT-hjælp (under oplæring), "
                   "Kaffevært\";\"Tørring, Juelsminde\";\"a;b\"\r\n"
                   "\"Anna Lindeskov\";\"12 34 56 01\";\"anna@example.org\";\"IT-hjælp\";;\r\n"
                   "\"Anna Lindeskov\";\"12 34 56 77\";;;;\r\n"
                   "\"Bo Vestermark\";;;\"IT-hjælp (erfaren)\";;\r\n"
                   "\"Carla Munkholt\";;;;;\r\n");
  g_assert_cmpstr (visits, ==,
                   "\"Hus\";\"Datum\";\"Besök\";\"Start\";\"Gick utan "
                   "hjälp\";\"Väntetid\";\"13:00\";\"13:30\";\"14:00\";\"14:30\";\"15:00\";\"15:30\"\r\n"
                   "\"Juelsminde\";2026-05-04;53;13:00;4;;13;0;0;0;0;7\r\n"
                   "\"Juelsminde\";2026-05-04;7;18:00;;\"2,5\";;;;;;\r\n"
                   "\"Telefon\";2026-05-09;9;22:00;;;;;;;;\r\n");
  g_assert_cmpstr (shifts, ==,
                   "\"House\",\"Date\",\"Role\",\"Start\",\"End\",\"Volunteer\"\r\n"
                   "\"Juelsminde\",2026-05-04,\"IT-hjælp\",13:00,16:00,\"anna@example.org\"\r\n"
                   "\"Juelsminde\",2026-05-04,\"IT-hjælp\",13:00,16:00,\"Bo Vestermark\"\r\n"
                   "\"Juelsminde\",2026-05-04,\"IT-hjælp\",13:00,16:00,\"Guest: nabo\"\r\n"
                   "\"Telefon\",2026-10-24,\"IT-hjælp\",22:00,30:00,\"Carla Munkholt\"\r\n");
}

/* In each language: read back where it came from, nothing changes; read into the houses
 * alone, it is written the same again. */
static void
test_back (void)
{
  const Write writes[] = { hv_csv_volunteers_write, hv_csv_visits_write, hv_csv_shifts_write };
  g_autoptr (HvRoster) busy = new_busy ();
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    for (int language = HV_LANGUAGE_EN; language <= HV_LANGUAGE_SV; language++)
      {
        g_autofree char *text = write_table (busy, writes[i], (HvLanguage)language);
        g_autoptr (HvImport) back = read_csv (busy, text, HV_CSV_GUESS);
        g_autofree char *refusals = fixture_format_refusals (back);
        g_test_message ("%s", text);
        g_assert_cmpstr (refusals, ==, "");
        g_assert_cmpuint (back->edit->puts->len + back->unknown->len, ==, 0);
        g_assert_cmpuint (back->n_unchanged, >, 0);
      }
}

static void
test_elsewhere (void)
{
  g_autoptr (HvRoster) busy = new_busy ();
  g_autoptr (HvRoster) empty = fixture_new_roster ();
  g_autoptr (HvRoster) small = fixture_apply_json (
      empty, "{\"format\": \"husvagt-1\", \"roles\": [{\"id\": \"it\", \"name\": \"IT-hjælp\"}, {\"id\": \"host\", "
             "\"name\": \"Kaffevært\"}], \"houses\": [{\"id\": \"jue\", \"name\": \"Juelsminde\", \"hours\": [{\"id\": "
             "\"jh\", \"weekday\": 1, \"start\": \"13:00\", \"end\": \"16:00\"}]}, {\"id\": \"tor\", \"name\": "
             "\"Tørring\"}, {\"id\": \"tel\", \"name\": \"Telefon\", \"hours\": [{\"id\": \"nh\", \"weekday\": 6, "
             "\"start\": \"22:00\", \"end\": \"30:00\"}]}]}");
  const Write writes[] = { hv_csv_volunteers_write, hv_csv_shifts_write, hv_csv_visits_write };
  g_autoptr (HvRoster) copy = hv_roster_ref (small);
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autofree char *text = write_table (busy, writes[i], HV_LANGUAGE_DA);
      g_autoptr (HvRoster) next = take (copy, text);
      g_autofree char *again = write_table (next, writes[i], HV_LANGUAGE_DA);
      g_assert_cmpstr (text, ==, again);
      hv_roster_unref (copy);
      copy = g_steal_pointer (&next);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-import/headers", test_headers);
  g_test_add_func ("/csv-import/rows", test_rows);
  g_test_add_func ("/csv-import/rows-twice", test_rows_twice);
  g_test_add_func ("/csv-import/volunteer", test_volunteer);
  g_test_add_func ("/csv-import/visits", test_visits);
  g_test_add_func ("/csv-import/shifts", test_shifts);
  g_test_add_func ("/csv-import/forty", test_forty);
  g_test_add_func ("/csv-import/wait", test_wait);
  g_test_add_func ("/csv-import/written", test_written);
  g_test_add_func ("/csv-import/back", test_back);
  g_test_add_func ("/csv-import/elsewhere", test_elsewhere);
  return g_test_run ();
}
