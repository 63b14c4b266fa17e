/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-person-field.h"

#include "hv-error.h"

#include <string.h>

typedef struct
{
  HvPersonField field;
  const char *text;
  const char *kept; /* NULL: nothing */
} Good;

static const Good good[] = {
  { HV_PERSON_NAME, "Anna Lindeskov", "Anna Lindeskov" },
  { HV_PERSON_NAME, "  Åse\u00A0 Blåklint ", "Åse Blåklint" },
  { HV_PERSON_NAME, "O'Brien-Ørsted, Jr.", "O'Brien-Ørsted, Jr." },
  { HV_PERSON_NAME, "李", "李" },
  { HV_PERSON_PHONE, "", NULL },
  { HV_PERSON_PHONE, "  ", NULL },
  { HV_PERSON_PHONE, "\u00A0", NULL },
  { HV_PERSON_PHONE, NULL, NULL },
  { HV_PERSON_PHONE, "12345678", "12345678" },
  { HV_PERSON_PHONE, "12 34 56 07", "12 34 56 07" },
  { HV_PERSON_PHONE, "+45 12 34 56 07", "+45 12 34 56 07" },
  { HV_PERSON_PHONE, "070-123 45 67", "070-123 45 67" },
  { HV_PERSON_PHONE, "0701234567", "0701234567" }, /* a birthday elsewhere */
  { HV_PERSON_PHONE, "(0)8/123.456", "(0)8/123.456" },
  { HV_PERSON_EMAIL, "", NULL },
  { HV_PERSON_EMAIL, "grethe@example.org", "grethe@example.org" },
  { HV_PERSON_EMAIL, " Grethe.Fjordvang+vagt@post.example.org ", "Grethe.Fjordvang+vagt@post.example.org" },
  { HV_PERSON_EMAIL, "åse@blåbær.example", "åse@blåbær.example" },
  { HV_PERSON_EMAIL, "a@b.dk", "a@b.dk" },
  { HV_PERSON_LANGUAGE, "", NULL },
  { HV_PERSON_LANGUAGE, "sv", "sv" },
  { HV_PERSON_LANGUAGE, "da_DK.UTF-8", "da" },
  { HV_PERSON_NOTE, "", NULL },
  { HV_PERSON_NOTE, " calls back\r\nafter noon ", "calls back\nafter noon" },
  { HV_PERSON_NOTE, "tlf. 0701234567", "tlf. 0701234567" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      bool clean = hv_person_field_clean (good[i].field, good[i].text, &kept, &error);
      g_assert_no_error (error);
      g_assert_true (clean);
      g_assert_cmpstr (kept, ==, good[i].kept);
    }
}

typedef struct
{
  HvPersonField field;
  const char *text;
  int code;
  const char *part; /* of the sentence */
} Bad;

static const Bad bad[] = {
  { HV_PERSON_NAME, "", HV_ERROR_BAD_INPUT, "empty" },
  { HV_PERSON_NAME, " \u00A0 ", HV_ERROR_BAD_INPUT, "empty" },
  { HV_PERSON_NAME, NULL, HV_ERROR_BAD_INPUT, "empty" },
  { HV_PERSON_NAME, "Anna\nLindeskov", HV_ERROR_BAD_INPUT, "line break" },
  { HV_PERSON_NAME, "Anna 010180-1234", HV_ERROR_IDENTITY_NUMBER, "Name" },
  { HV_PERSON_NAME, "\xff", HV_ERROR_BAD_INPUT, "cannot be read" },
  { HV_PERSON_PHONE, "1234", HV_ERROR_BAD_INPUT, "too short" },
  { HV_PERSON_PHONE, "12345678 / 87654321 / 11223344", HV_ERROR_BAD_INPUT, "too long" },
  { HV_PERSON_PHONE, "12345678 after five", HV_ERROR_BAD_INPUT, "is not a phone number" },
  { HV_PERSON_PHONE, "010180-1234", HV_ERROR_IDENTITY_NUMBER, "Phone" },
  { HV_PERSON_PHONE, "19800101-1234", HV_ERROR_IDENTITY_NUMBER, "Phone" },
  { HV_PERSON_EMAIL, "grethe", HV_ERROR_BAD_INPUT, "grethe" },
  { HV_PERSON_EMAIL, "@example.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@example", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@example..org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@example.org.", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe fjordvang@example.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe..f@example.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "a@b@example.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@-example.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@127.0.0.1", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "grethe@example.org, bo@example.org", HV_ERROR_BAD_INPUT, "e-mail" },
  { HV_PERSON_EMAIL, "8001011234@example.org", HV_ERROR_IDENTITY_NUMBER, "E-mail" },
  { HV_PERSON_LANGUAGE, "nb", HV_ERROR_BAD_INPUT, "“nb”" },
  { HV_PERSON_NOTE, "her number is 010180 1234", HV_ERROR_IDENTITY_NUMBER, "Note" },
  { HV_PERSON_NOTE, "a \x07 bell", HV_ERROR_BAD_INPUT, "control" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      char *kept = (char *)"untouched";
      g_assert_false (hv_person_field_clean (bad[i].field, bad[i].text, &kept, &error));
      g_assert_error (error, HV_ERROR, bad[i].code);
      g_assert_nonnull (strstr (error->message, bad[i].part));
      g_assert_cmpstr (kept, ==, "untouched");
    }
}

static void
test_long_note (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *just = g_strnfill (HV_PERSON_NOTE_MAX_CHARACTERS, 'x');
  g_autofree char *more = g_strnfill (HV_PERSON_NOTE_MAX_CHARACTERS + 1, 'x');
  g_autofree char *kept = NULL;
  g_assert_true (hv_person_field_clean (HV_PERSON_NOTE, just, &kept, &error));
  g_assert_cmpstr (kept, ==, just);
  g_assert_false (hv_person_field_clean (HV_PERSON_NOTE, more, &kept, &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/person-field/good", test_good);
  g_test_add_func ("/person-field/bad", test_bad);
  g_test_add_func ("/person-field/long-note", test_long_note);
  return g_test_run ();
}
