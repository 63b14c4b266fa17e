/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-chip-flow.h"

#define MOST 6
#define HEIGHT 27

/* Chips as they read, each as "x y width", in a room of so many pixels. */
static void
test_place (void)
{
  static const struct
  {
    const char *what;
    int width;
    int widths[MOST]; /* up to 0 */
    const char *expected;
    int height;
  } table[] = {
    { "nobody", 200, { 0 }, "", 0 },
    { "one column, whatever the name needs", 149, { 400, 10 }, "0 0 149, 0 32 149", 59 },
    { "two columns", 205, { 80, 100, 90 }, "0 0 100, 105 0 100, 0 32 100", 59 },
    { "a long name has a line", 205, { 101, 80, 80 }, "0 0 205, 0 32 100, 105 32 100", 59 },
    { "a long name begins the next line", 205, { 80, 101, 80 }, "0 0 100, 0 32 205, 0 64 100", 91 },
    { "two hundred letters: the whole line, then cut", 205, { 1400, 80 }, "0 0 205, 0 32 100", 59 },
    { "three columns: two of them and one", 400, { 200, 90, 120 }, "0 0 265, 270 0 130, 0 32 130", 59 },
    { "four columns", 575, { 140, 140, 140, 140, 1 }, "0 0 140, 145 0 140, 290 0 140, 435 0 140, 0 32 140", 59 },
    { "no room at all", 0, { 50 }, "0 0 1", 27 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GdkRectangle areas[MOST];
      guint n = 0;
      while (table[i].widths[n] != 0)
        n++;
      g_autoptr (GString) came = g_string_new (NULL);
      g_test_message ("%s", table[i].what);
      g_assert_cmpint (hv_chip_flow_place (table[i].widths, n, table[i].width, HEIGHT, areas), ==, table[i].height);
      for (guint k = 0; k < n; k++)
        {
          g_string_append_printf (came, "%s%d %d %d", k == 0 ? "" : ", ", areas[k].x, areas[k].y, areas[k].width);
          g_assert_cmpint (areas[k].height, ==, HEIGHT);
        }
      g_assert_cmpstr (came->str, ==, table[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chip-flow/place", test_place);
  return g_test_run ();
}
