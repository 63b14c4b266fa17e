/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-neighbour.h"

#define ASIDE 3
#define LEAST 2 /* pixels: less is the same row or column */

static gboolean
is_beside (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height;
}

/* Negative: not in that direction at all. */
static float
measure_distance (const graphene_rect_t *from, const graphene_rect_t *to, GtkDirectionType direction)
{
  float dx = to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2;
  float dy = to->origin.y + to->size.height / 2 - from->origin.y - from->size.height / 2;
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return is_beside (from, to) && -dx >= LEAST ? -dx : -1;
    case GTK_DIR_RIGHT:
      return is_beside (from, to) && dx >= LEAST ? dx : -1;
    case GTK_DIR_UP:
      return -dy >= LEAST ? -dy + ASIDE * ABS (dx) : -1;
    case GTK_DIR_DOWN:
      return dy >= LEAST ? dy + ASIDE * ABS (dx) : -1;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return -1;
    }
}

gint64
hv_neighbour_find (const graphene_rect_t *areas, gsize n, gsize from, GtkDirectionType direction)
{
  gint64 best = -1;
  float nearest = 0;
  for (gsize i = 0; i < n; i++)
    {
      float distance = measure_distance (&areas[from], &areas[i], direction);
      if (distance < 0 || (best >= 0 && distance >= nearest))
        continue;
      best = (gint64)i;
      nearest = distance;
    }
  return best;
}

gboolean
hv_neighbour_parse_key (guint key, GtkDirectionType *ret_direction)
{
  static const struct
  {
    guint key;
    guint keypad;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GDK_KEY_KP_Right, GTK_DIR_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_DIR_DOWN },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (key == arrows[i].key || key == arrows[i].keypad)
      {
        *ret_direction = arrows[i].direction;
        return TRUE;
      }
  return FALSE;
}
