/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-neighbour.h"

#define LEAST 2 /* pixels: less is the same row or column */

static gboolean
is_beside (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height;
}

static float
measure_across (const graphene_rect_t *from, const graphene_rect_t *to)
{
  return to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2;
}

static float
measure_down (const graphene_rect_t *from, const graphene_rect_t *to)
{
  return to->origin.y + to->size.height / 2 - from->origin.y - from->size.height / 2;
}

static gint64
find_beside (const graphene_rect_t *areas, gsize n, gsize from, int sign)
{
  gint64 best = -1;
  for (gsize i = 0; i < n; i++)
    {
      float distance = (float)sign * measure_across (&areas[from], &areas[i]);
      if (!is_beside (&areas[from], &areas[i]) || distance < LEAST)
        continue;
      if (best < 0 || distance < (float)sign * measure_across (&areas[from], &areas[best]))
        best = (gint64)i;
    }
  return best;
}

static gint64
find_nearest_row (const graphene_rect_t *areas, gsize n, gsize from, int sign)
{
  gint64 nearest = -1;
  for (gsize i = 0; i < n; i++)
    {
      float distance = (float)sign * measure_down (&areas[from], &areas[i]);
      if (is_beside (&areas[from], &areas[i]) || distance < LEAST)
        continue;
      if (nearest < 0 || distance < (float)sign * measure_down (&areas[from], &areas[nearest]))
        nearest = (gint64)i;
    }
  return nearest;
}

static gint64
find_above_or_below (const graphene_rect_t *areas, gsize n, gsize from, int sign)
{
  gint64 row = find_nearest_row (areas, n, from, sign);
  gint64 best = row;
  for (gsize i = 0; row >= 0 && i < n; i++)
    if (i != from && is_beside (&areas[row], &areas[i])
        && ABS (measure_across (&areas[from], &areas[i])) < ABS (measure_across (&areas[from], &areas[best])))
      best = (gint64)i;
  return best;
}

gint64
hv_neighbour_find (const graphene_rect_t *areas, gsize n, gsize from, GtkDirectionType direction)
{
  switch (direction)
    {
    case GTK_DIR_LEFT:
      return find_beside (areas, n, from, -1);
    case GTK_DIR_RIGHT:
      return find_beside (areas, n, from, 1);
    case GTK_DIR_UP:
      return find_above_or_below (areas, n, from, -1);
    case GTK_DIR_DOWN:
      return find_above_or_below (areas, n, from, 1);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return -1;
    }
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
