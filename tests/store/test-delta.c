/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-delta.h"
#include "hv-sample.h"

#include <string.h>

typedef struct
{
  HvTables *tables;
  HvTable *table; /* of volunteers */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->tables = hv_tables_new ();
  fixture->table = hv_tables_get (fixture->tables, HV_KIND_VOLUNTEER);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hv_tables_free (fixture->tables);
}

static void
written (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *note;
    gint64 until;
    const char *wanted;
  } cases[] = {
    { NULL, HV_NONE, "{\"gone\":0,\"note\":null,\"until\":null}" },
    { "", 0, "{\"gone\":0,\"note\":\"\",\"until\":0}" },
    { "æøå “😀”", -1, "{\"gone\":0,\"note\":\"æøå “😀”\",\"until\":-1}" },
    { "a\"b\\c", 20577, "{\"gone\":0,\"note\":\"a\\\"b\\\\c\",\"until\":20577}" },
    { "line\nbreak\ttab\x01", G_MAXINT64,
      "{\"gone\":0,\"note\":\"line\\u000abreak\\u0009tab\\u0001\",\"until\":"
      "9223372036854775807}" },
    { "</script>", G_MININT64 + 1, "{\"gone\":0,\"note\":\"</script>\",\"until\":-9223372036854775807}" },
  };
  HvColumns columns = hv_delta_find_columns (fixture->table, "gone,note,until");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRecord) record = hv_record_new (HV_KIND_VOLUNTEER, 1);
      g_autoptr (HvRecord) back = hv_record_new (HV_KIND_VOLUNTEER, 1);
      g_autoptr (GString) json = g_string_new (NULL);
      HvColumns named;
      bool gone = true;
      hv_set_text (&((HvVolunteer *)record)->note, cases[i].note);
      ((HvVolunteer *)record)->until = cases[i].until;
      ((HvVolunteer *)back)->until = 7;

      hv_delta_append (json, fixture->table, record, false, columns);
      g_assert_cmpstr (json->str, ==, cases[i].wanted);
      g_assert_true (hv_delta_apply (json->str, fixture->table, back, &gone, &named));
      g_assert_true (hv_record_equal (record, back));
      g_assert_cmpuint (named, ==, columns);
      g_assert_false (gone);
    }
}

static void
read_back (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *json;
    const char *note; /* NULL: refused */
  } cases[] = {
    { "{}", "old" },
    { " { } ", "old" },
    { "{\"note\":\"new\"}", "new" },
    { "{ \"note\" : \"new\" , \"until\" : 5 }", "new" },
    { "{\"note\":\"\\u00e6\\ud83d\\ude00\\n\\/\"}", "æ😀\n/" },
    { "{\"colour\":\"of a later time\",\"note\":\"new\"}", "new" },
    { "{\"colour\":3}", "old" },
    { "", NULL },
    { "null", NULL },
    { "[]", NULL },
    { "{", NULL },
    { "{\"note\"}", NULL },
    { "{\"note\":}", NULL },
    { "{\"note\":\"new\"", NULL },
    { "{\"note\":\"new}", NULL },
    { "{\"note\":\"new\"}x", NULL },
    { "{\"note\":\"new\",}", NULL },
    { "{,\"note\":\"new\"}", NULL },
    { "{\"note\":5}", NULL },
    { "{\"until\":\"5\"}", NULL },
    { "{\"until\":5.5}", NULL },
    { "{\"until\":-}", NULL },
    { "{\"until\":true}", NULL },
    { "{\"until\":[1]}", NULL },
    { "{\"gone\":2}", NULL },
    { "{\"gone\":null}", NULL },
    { "{\"note\":\"\\u0000\"}", NULL },
    { "{\"note\":\"\\ud800\"}", NULL },
    { "{\"note\":\"\\ud800\\u0041\"}", NULL },
    { "{\"note\":\"\\udc00\"}", NULL },
    { "{\"note\":\"\\u12\"}", NULL },
    { "{\"note\":\"\\x\"}", NULL },
    { "{\"note\":\"\\", NULL },
    { "{\"note\":\"\xc3\"}", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HvRecord) record = hv_record_new (HV_KIND_VOLUNTEER, 1);
      HvColumns named;
      bool gone = false;
      hv_set_text (&((HvVolunteer *)record)->note, "old");
      g_autofree char *shown = g_strescape (cases[i].json, NULL);
      g_test_message ("%s", shown);
      bool done = hv_delta_apply (cases[i].json, fixture->table, record, &gone, &named);
      g_assert_cmpint (done, ==, cases[i].note != NULL);
      if (done)
        g_assert_cmpstr (((HvVolunteer *)record)->note, ==, cases[i].note);
    }
}

/* What is computed from the name follows it. */
static void
derived (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HvRecord) record = hv_record_new (HV_KIND_VOLUNTEER, 1);
  HvColumns named;
  bool gone = false;

  g_assert_true (hv_delta_apply ("{\"name\":\"Åse Blåklint\"}", fixture->table, record, &gone, &named));
  g_assert_cmpstr (((HvVolunteer *)record)->key, ==, "ase blaklint");
}

/* Text that has been hurt in the file never hurts the program. */
static void
hurt (Fixture *fixture, gconstpointer data)
{
  static const char good[] = "{\"name\":\"\\u00c5se \\ud83d\\ude00\",\"until\":-20577,\"note\":null,\"gone\":1}";
  guint taken = 0;

  for (guint round = 0; round < 200000; round++)
    {
      g_autoptr (HvRecord) record = hv_record_new (HV_KIND_VOLUNTEER, 1);
      char text[sizeof good];
      HvColumns named;
      bool gone;
      memcpy (text, good, sizeof good);
      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        text[g_test_rand_int_range (0, sizeof good - 1)] = (char)g_test_rand_int_range (0, 256);
      taken += hv_delta_apply (text, fixture->table, record, &gone, &named);
    }
  g_assert_cmpuint (taken, >, 0);
}

static void
names (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[] = { "", "gone", "name", "name,phone,email,ext,extra", "gone,note" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *back = hv_delta_name_columns (fixture->table, hv_delta_find_columns (fixture->table, cases[i]));
      g_assert_cmpstr (back, ==, cases[i]);
    }
  g_assert_cmpuint (hv_delta_find_columns (fixture->table, "colour"), ==, 0);
}

#define ADD(name) g_test_add ("/delta/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (written);
  ADD (read_back);
  ADD (derived);
  ADD (hurt);
  ADD (names);
  return g_test_run ();
}
