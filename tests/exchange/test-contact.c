/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-contact.h"

/* A phone number as typed → whether it can be one, and what it is compared by. */
static const struct
{
  const char *typed;
  bool plausible;
  const char *key;
} phones[] = {
  { "12 34 56 07", true, "12345607" },
  { "12345607", true, "12345607" },
  { "+45 12 34 56 07", true, "12345607" },
  { "0045 12345607", true, "12345607" },
  { "(+45) 12-34-56.07", true, "12345607" },
  { "070-174 06 05", true, "0701740605" },
  { "+46 70 174 06 05", true, "0701740605" },
  { "0046701740605", true, "0701740605" },
  { "+47 12 34 56 78", true, "4712345678" },
  { "45 12 34 56 07", true, "4512345607" },
  { "12 34 56 07 / 12 34 56 08", true, "1234560712345608" },
  { "1", false, "1" },
  { "123", false, "123" },
  { "abc", false, "" },
  { "12 34 56 07 (hjemme)", false, "12345607" },
  { "١٢٣٤٥٦", false, "" },
};

static void
test_phones (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *key = hv_phone_key (phones[i].typed);
      g_test_message ("%s", phones[i].typed);
      g_assert_cmpint (hv_phone_is_plausible (phones[i].typed), ==, phones[i].plausible);
      g_assert_cmpstr (key, ==, phones[i].key);
    }
}

static const struct
{
  const char *typed;
  bool plausible;
} emails[] = {
  { "anna@example.org", true },
  { "anna.l+hus@mail.example.org", true },
  { "åse@øster.dk", true },
  { "o'hara@example.org", true },
  { "anna", false },
  { "@example.org", false },
  { "anna@", false },
  { "anna@localhost", false },
  { "anna@.org", false },
  { "anna@example.", false },
  { "anna@exa..org", false },
  { "anna@@example.org", false },
  { "anna@b@example.org", false },
  { "anna @example.org", false },
  { "a@b.dk, c@d.dk", false },
  { "Anna <anna@example.org>", false },
  { "anna@example.org\n", false },
  { "\"anna\"@example.org", false },
};

static void
test_emails (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (emails); i++)
    {
      g_test_message ("%s", emails[i].typed);
      g_assert_cmpint (hv_email_is_plausible (emails[i].typed), ==, emails[i].plausible);
    }
  g_autofree char *long_name = g_strnfill (250, 'a');
  g_autofree char *too_long = g_strconcat (long_name, "@example.org", NULL);
  g_assert_false (hv_email_is_plausible (too_long));

  g_autofree char *key = hv_email_key ("ÅSE@Example.ORG");
  g_autofree char *same = hv_email_key ("åse@example.org");
  g_assert_cmpstr (key, ==, same);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact/phones", test_phones);
  g_test_add_func ("/contact/emails", test_emails);
  return g_test_run ();
}
