/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "hv-shift-card.h"

typedef struct
{
  HvWorkspace *workspace;
  HvWindow *window;
  HvShiftCard *card; /* weak */
} Case;

static void
open_case (Case *c, HvId shift, int width)
{
  c->workspace = fixture_open ();
  c->window = fixture_show (c->workspace);
  c->card = NULL;
  g_set_weak_pointer (&c->card, HV_SHIFT_CARD (hv_shift_card_new ()));
  gtk_widget_set_halign (GTK_WIDGET (c->card), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (c->card), GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (c->card), width, -1);
  GtkWidget *room = gtk_fixed_new (); /* gives the card the width it asks for */
  gtk_fixed_put (GTK_FIXED (room), GTK_WIDGET (c->card), 0, 0);
  fixture_show_view (c->window, room);

  const HvRoster *roster = hv_workspace_get_roster (c->workspace);
  const HvOutlook *outlook = hv_workspace_get_outlook (c->workspace);
  hv_shift_card_show (c->card, roster, hv_outlook_find_gap (outlook, hv_roster_find_shift (roster, shift)));
  hv_shift_card_set_rich (c->card, true);
  fixture_settle ();
}

static void
close_case (Case *c)
{
  fixture_close (c->window, c->workspace);
  fixture_wait_gone (&c->card);
}

static void
set_text_size (int percent)
{
  static int base;
  GtkSettings *settings = gtk_settings_get_default ();
  if (base == 0)
    g_object_get (settings, "gtk-xft-dpi", &base, NULL);
  g_object_set (settings, "gtk-xft-dpi", base * percent / 100, NULL);
}

/* A column of the week on a laptop, of a phone's width, of a large screen; text as it is and enlarged. */
static void
test_no_name_is_cut (void)
{
  static const struct
  {
    HvId shift;
    int width;
    int text_size; /* % */
  } table[] = {
    { MONDAY_IT, 160, 100 },    { MONDAY_IT, 210, 100 },    { MONDAY_IT, 210, 130 },    { MONDAY_IT, 290, 130 },
    { MONDAY_IT, 400, 130 },    { MONDAY_IT, 600, 130 },    { THURSDAY_IT, 210, 130 },  { MONDAY_PHONE, 210, 130 },
    { MONDAY_PHONE, 270, 100 }, { MONDAY_PHONE, 290, 130 }, { MONDAY_PHONE, 600, 130 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Case c;
      set_text_size (table[i].text_size);
      open_case (&c, table[i].shift, table[i].width);
      for (guint n = 0; n < hv_shift_card_get_n_places (c.card); n++)
        {
          GtkWidget *chip = GTK_WIDGET (hv_shift_card_get_chip (c.card, n));
          GtkLabel *label = GTK_LABEL (fixture_find (chip, GTK_TYPE_LABEL, 0));
          g_test_message ("%s, %d px, %d %%", gtk_label_get_text (label), table[i].width, table[i].text_size);
          g_assert_cmpint (gtk_widget_get_width (chip), >, 0);
          g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (label)));
        }
      close_case (&c);
    }
  set_text_size (100);
}

/* Where a place is drawn it is also found, and nothing lies over another. */
static void
test_places_apart (void)
{
  static const int widths[] = { 150, 210, 290, 400, 600 };
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Case c;
      open_case (&c, MONDAY_IT, widths[i]);
      g_assert_cmpuint (hv_shift_card_get_n_places (c.card), ==, 5);
      for (guint n = 0; n < 5; n++)
        {
          GdkRectangle area;
          hv_shift_card_get_place_area (c.card, n, &area);
          g_assert_cmpint (area.x + area.width, <=, gtk_widget_get_width (GTK_WIDGET (c.card)));
          g_assert_cmpint (area.y + area.height, <=, gtk_widget_get_height (GTK_WIDGET (c.card)));
          g_assert_cmpint (hv_shift_card_find_place_at (c.card, area.x, area.y), ==, (int)n);
          g_assert_cmpint (hv_shift_card_find_place_at (c.card, area.x + area.width - 1, area.y + area.height - 1), ==,
                           (int)n);
        }
      g_assert_cmpint (hv_shift_card_find_place_at (c.card, 1, 1), ==, -1);
      close_case (&c);
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/shift-card/no_name_is_cut", test_no_name_is_cut);
  g_test_add_func ("/shift-card/places_apart", test_places_apart);
  return g_test_run ();
}
