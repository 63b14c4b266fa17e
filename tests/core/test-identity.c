/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-day.h"
#include "hv-error.h"
#include "hv-identity.h"

#include <string.h>

/* --- by hand; none of these numbers was ever given to anybody on purpose --- */

static void
test_found (void)
{
  static const char *const texts[] = {
    "010180-1234",
    "0101801234",
    "010180 1234",
    "010180 - 1234",
    "010180–1234", /* with a dash, as a word processor makes it */
    "010180\u00A01234",
    "01 01 80-1234",
    "01.01.80-1234",
    "01/01/80-1234",
    "01-01-80-1234",
    "01.01.1980-1234",
    "01011980-1234",
    "01 01 80 1234",
    "290200-1234", /* 29 February 2000 */
    "290296-1234",
    "311299-9999",
    "610180-1234", /* a replacement number: day + 60 */
    "800101-1234",
    "8001011234",
    "800101 1234",
    "19800101-1234",
    "198001011234",
    "19800101 1234",
    "1980-01-01-1234",
    "20000229-1234",
    "230101+1234", /* above a hundred */
    "19230101+1234",
    "800161-1234", /* samordningsnummer */
    "19800191-1234",
    "8001611234",
    "cpr010180-1234",
    "CPR: 010180-1234.",
    "(010180-1234)",
    "Vagt 3 010180-1234",
    "Vagt 3, 01.01.80-1234",
    "Ring til Åse, cpr 0701801234",
    "Ring til Åse 010180-1234",
    "070180-1234",
    "0701801234", /* also a Swedish mobile number: says so where no phone is expected */
    "Bo (0701801234) har nøgle",
    "0311801234",
    "22334455 010180-1234",
    "+45 22 33 44 55, 010180-1234",
    "tlf. 22334455 cpr 0101801234",
    "Anna;0101801234;Juelsminde",
    "０１０１８０-１２３４",
    "\xE6 010180-1234",                                /* not even UTF-8 */
    "63db1164-23c2-4197-8a55-0708831793d8 0708831793", /* beside a UUID */
    "63db1164-23c2-4197-8a55-0708831793",              /* no UUID */
    "x63db1164-23c2-4197-8a55-0708831793d8",           /* … nor this */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!hv_identity_is_in_text (texts[i]))
      g_error ("not found: %s", texts[i]);
}

static void
test_let_through (void)
{
  static const char *const texts[] = {
    "",
    "Anna Lindeskov",
    /* the random figures of a UUID */
    "63db1164-23c2-4197-8a55-0708831793d8",
    "dc677613-8f32-4f45-814f-9A7809954355",
    "01018012-3423-4197-8a55-010180123400 (01018012-3423-4197-8a55-0101801234ab)",
    /* no such date */
    "320192-1234",
    "011380-1234",
    "310492-1234",
    "290293-1234",
    "19000229-1234",
    "000192-1234",
    "990099-1234",
    "20260230-1234",
    "921380-1234",
    "556677-8899", /* a Swedish organisation number */
    /* not four figures, or more of them */
    "010180-123",
    "010180-12345",
    "1010180-1234",
    "00101801234",
    "01018012345",
    "1234567890123",
    "1198001011234",
    /* phone numbers */
    "22334455",
    "22 33 44 55",
    "2233 4455",
    "+45 22 33 44 55",
    "+4522334455",
    "+45 20101231",
    "20 10 12 31 8700 Horsens",
    "004522334455",
    "070-123 45 67",
    "070-1234567",
    "070 123 45 67",
    "0701-23 45 67",
    "0701-234567",
    "+46701234567",
    "+46 70 123 45 67",
    "+46 (0)70-123 45 67",
    "+46 0701234567",
    "+46 (0)701234567",
    "0046 0701234567",
    "0046701234567",
    "+310112345678",
    "+3101123456",
    "08-123 456 78",
    "031-12 34 56",
    "Ring til Anna på 0701234567",
    "tlf. 0701234567",
    "TEL:0701234567",
    "Mobil 0701234567 efter kl. 16",
    "Ring inden kl. 9 på 0701234567 eller 0702345678",
    /* dates and times */
    "2026-05-04",
    "2026-05-04 13:00",
    "2026-05-04T13:00:00Z",
    "20260504T130000Z",
    "2026-05-04 1300",
    "2026-05-04–2026-05-10",
    "2026-05-04 - 2026-05-10",
    "4.5.2026",
    "04.05.2026 kl. 13.00",
    "04.05.26-10.05.26",
    "04.05.2026-10.05.2026",
    "04/05/26 13:00-16:00",
    "010526",
    "uge 18-21 2026",
    "kl. 13.00-16.00",
    "10-13, 13-16",
    "13.00–16.00 · 3 af 5",
    /* other numbers */
    "8700 Horsens",
    "CVR 12345678",
    "EAN 5790000123456",
    "reg. 1234 konto 0012345678",
    "DK50 0040 0440 1162 43",
    "53 besøg, 20 i Tørring, 17 i Hedensted",
    "https://example.org/f/4Jx0bZ2rT9qLw8Yk3mNcVd.ics",
    "3.14159265358979",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (hv_identity_is_in_text (texts[i]))
      g_error ("found in vain: %s", texts[i]);
  g_assert_false (hv_identity_is_in_text (NULL));
}

static void
test_phone (void)
{
  static const struct
  {
    const char *phone;
    bool found;
  } cases[] = {
    { "0701234567", false },   { "0709991234 / 22 33 44 55", false },
    { "+46701234567", false }, { "22334455", false },
    { NULL, false },           { "070180-1234", true },
    { "070180 1234", true },   { "0101801234", true },
    { "2512801234", true },    { "0101801234 0701234567", true },
    { "198001011234", true },  { "0711801234", true }, /* 071 is no mobile prefix */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hv_identity_is_in_phone (cases[i].phone), ==, cases[i].found);
}

static void
test_check (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (hv_identity_check ("Note", NULL, &error));
  g_assert_true (hv_identity_check ("Note", "Har nøgle", &error));
  g_assert_true (hv_identity_check_phone ("Phone", "0701234567", &error));
  g_assert_no_error (error);

  g_assert_false (hv_identity_check ("Note", "cpr 010180-1234", &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_IDENTITY_NUMBER);
  g_assert_cmpstr (error->message, ==,
                   "“Note” seems to hold an identity number (CPR or personnummer), and Husvagt keeps none. Leave it "
                   "out. A phone number can be written with +45 or +46 in front.");
  g_assert_null (strstr (error->message, "1234"));
  g_clear_error (&error);

  g_assert_false (hv_identity_check ("Phone", "0701234567", &error));
  g_assert_error (error, HV_ERROR, HV_ERROR_IDENTITY_NUMBER);
  g_assert_false (hv_identity_check_phone ("Phone", "010180-1234", NULL));
}

/* --- by the thousand --- */

static const char *
pick (GRand *random, const char *const *choices, gsize n_choices)
{
  return choices[g_rand_int_range (random, 0, (gint32)n_choices)];
}

#define PICK(random, ...) \
  pick (random, (const char *const[]){ __VA_ARGS__ }, G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))

/* The last figure of a personnummer (Luhn). */
static int
compute_luhn (const char *nine)
{
  int sum = 0;
  for (int i = 0; i < 9; i++)
    {
      int figure = (nine[i] - '0') * (i % 2 == 0 ? 2 : 1);
      sum += figure / 10 + figure % 10;
    }
  return (10 - sum % 10) % 10;
}

static char *
make_personnummer (GRand *random, int year, int month, int day)
{
  if (g_rand_int_range (random, 0, 5) == 0)
    day += 60;
  g_autofree char *nine =
      g_strdup_printf ("%02d%02d%02d%03d", year % 100, month, day, g_rand_int_range (random, 0, 1000));
  const char *separator = PICK (random, "-", "+", " ", "", "");
  g_autofree char *century = g_strdup_printf ("%02d", year / 100);
  return g_strdup_printf ("%s%.6s%s%s%d", PICK (random, "", century), nine, separator, nine + 6, compute_luhn (nine));
}

static char *
make_cpr (GRand *random, int year, int month, int day)
{
  int last = g_rand_int_range (random, 0, 10000);
  const char *separator = PICK (random, "-", " ", "", "");
  if (g_rand_int_range (random, 0, 5) == 0)
    return g_strdup_printf ("%02d %02d %02d-%04d", day, month, year % 100, last);
  return g_strdup_printf ("%02d%02d%02d%s%04d", day, month, year % 100, separator, last);
}

static char *
make_identity (GRand *random)
{
  int year = 0;
  int month = 0;
  int day = 0;
  HvDay first = hv_day_from_ymd (1900, 1, 1);
  HvDay last = hv_day_from_ymd (2026, 12, 31);
  hv_day_to_ymd (g_rand_int_range (random, first, last), &year, &month, &day);
  return g_rand_boolean (random) ? make_cpr (random, year, month, day) : make_personnummer (random, year, month, day);
}

static void
test_every_identity (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *number = make_identity (random);
      g_autofree char *text =
          g_strconcat (PICK (random, "", "", "CPR ", "personnr: ", "Anna Lindeskov, ", "Har nøgle ("), number,
                       PICK (random, "", "", ".", ", Juelsminde", ")", " har nøgle"), NULL);
      if (!hv_identity_is_in_text (text))
        g_error ("not found: %s", text);
    }
}

/* Figures in place of every "#". */
static char *
fill_figures (GRand *random, const char *pattern)
{
  char *text = g_strdup (pattern);
  for (char *p = text; *p != '\0'; p++)
    if (*p == '#')
      *p = (char)('0' + g_rand_int_range (random, 0, 10));
  return text;
}

/* Phone numbers as people of both countries write them, every figure as likely as any other. */
static char *
make_phone (GRand *random)
{
  g_autofree char *pattern = g_strdup (PICK (
      random, "########", "## ## ## ##", "#### ####", "## ######", "+45########", "+45 ########", "+45 ## ## ## ##",
      "+45 #### ####", "0045########", "0045 ## ## ## ##", "07#-### ## ##", "07# ### ## ##", "07#-#######",
      "07#-### ####", "07##-######", "07##-## ## ##", "+467########", "+46 7# ### ## ##", "+46 7########",
      "+46 (0)7#-### ## ##", "+46 (0)7########", "+46 07########", "00467########", "08-### ### ##", "0##-## ## ##",
      "0##-### ## ##", "0###-## ## ##", "0##-######", "+46 8 ### ### ##", "+46 ## ### ## ##"));
  return fill_figures (random, pattern);
}

/* A Swedish mobile number in one piece: only where a phone number is expected. */
static char *
make_bare_mobile (GRand *random)
{
  g_autofree char *pattern = g_strconcat (PICK (random, "070", "072", "073", "076", "079"), "#######", NULL);
  return fill_figures (random, pattern);
}

static char *
make_date (GRand *random)
{
  int year = 0;
  int month = 0;
  int day = 0;
  hv_day_to_ymd (g_rand_int_range (random, hv_day_from_ymd (1990, 1, 1), hv_day_from_ymd (2050, 1, 1)), &year, &month,
                 &day);
  int hour = g_rand_int_range (random, 0, 24);
  int minute = g_rand_int_range (random, 0, 60);
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return g_strdup_printf ("%d-%02d-%02d", year, month, day);
    case 1:
      return g_strdup_printf ("%d-%02d-%02d %02d:%02d", year, month, day, hour, minute);
    case 2:
      return g_strdup_printf ("%d-%02d-%02dT%02d:%02d:00+02:00", year, month, day, hour, minute);
    case 3:
      return g_strdup_printf ("%d.%d.%d kl. %d.%02d", day, month, year, hour, minute);
    case 4:
      return g_strdup_printf ("%02d/%02d/%02d %02d:%02d", day, month, year % 100, hour, minute);
    case 5:
      return g_strdup_printf ("%d%02d%02dT%02d%02d00Z", year, month, day, hour, minute);
    case 6:
      return g_strdup_printf ("%d-%02d-%02d–%d-%02d-%02d", year, month, day, year, month, 28);
    default:
      return g_strdup_printf ("%02d.%02d.%02d-%02d.%02d.%02d", day, month, year % 100, 28, month, year % 100);
    }
}

static char *
make_note (GRand *random)
{
  g_autofree char *phone = make_phone (random);
  g_autofree char *mobile = make_bare_mobile (random);
  g_autofree char *date = make_date (random);
  int a = g_rand_int_range (random, 0, 25);
  int b = g_rand_int_range (random, 0, 60);
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return g_strdup_printf ("Kommer først kl. %d.%02d, ring %s", a, b, phone);
    case 1:
      return g_strdup_printf ("Nøglen hentes hos Åse, tlf. %s, senest %s", mobile, date);
    case 2:
      return g_strdup_printf ("%d besøg, %d gik uden hjælp, ventetid %d min.", a, a / 3, b);
    case 3:
      return g_strdup_printf ("Byt med Bo %s: %d-%d i stedet for %d-%d", date, a, a + 3, b % 24, b % 24 + 3);
    case 4:
      return g_strdup_printf ("Ring Anna på %s om uge %d og %d, %d", mobile, a + 1, b % 53 + 1, 2026);
    default:
      return g_strdup_printf ("Passet %02d:%02d–%02d:%02d, mobil %s", a % 24, b, (a + 3) % 24, b, mobile);
    }
}

typedef char *(*Make) (GRand *random);

static void
test_false_alarms (void)
{
  static const struct
  {
    Make make;
    bool (*find) (const char *text);
    int n;
  } cases[] = {
    { make_phone, hv_identity_is_in_text, 300000 },        { make_phone, hv_identity_is_in_phone, 200000 },
    { make_bare_mobile, hv_identity_is_in_phone, 200000 }, { make_date, hv_identity_is_in_text, 150000 },
    { make_note, hv_identity_is_in_text, 150000 },
  };

  g_autoptr (GRand) random = g_rand_new_with_seed (53);
  int n = 0;
  int found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int k = 0; k < cases[i].n; k++, n++)
      {
        g_autofree char *text = cases[i].make (random);
        if (!cases[i].find (text))
          continue;
        found++;
        if (found <= 20)
          g_test_message ("found in vain: %s", text);
      }
  g_test_message ("%d of %d", found, n);
  g_assert_cmpint (n, ==, 1000000);
  g_assert_cmpint (found, <=, n / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/found", test_found);
  g_test_add_func ("/identity/let-through", test_let_through);
  g_test_add_func ("/identity/phone", test_phone);
  g_test_add_func ("/identity/check", test_check);
  g_test_add_func ("/identity/every-identity", test_every_identity);
  g_test_add_func ("/identity/false-alarms", test_false_alarms);
  return g_test_run ();
}
