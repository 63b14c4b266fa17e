/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-chip-flow.h"

int
hv_chip_flow_count_columns (int width)
{
  return width >= 560 ? 4 : width >= 380 ? 3 : width >= 150 ? 2 : 1;
}

/* How many columns a chip takes, with the gaps between them. */
static int
count_spanned (int needed, int column, int columns)
{
  int spanned = (needed + HV_CHIP_GAP + column + HV_CHIP_GAP - 1) / (column + HV_CHIP_GAP);
  return CLAMP (spanned, 1, columns);
}

int
hv_chip_flow_place (const int *widths, guint n, int width, int height, GdkRectangle *ret_areas)
{
  int columns = hv_chip_flow_count_columns (width);
  int column_width = MAX (1, (width - (columns - 1) * HV_CHIP_GAP) / columns);
  int column = 0;
  int y = 0;
  g_return_val_if_fail (columns == 1 || widths != NULL || n == 0, 0);

  for (guint i = 0; i < n; i++)
    {
      int spanned = columns == 1 ? 1 : count_spanned (widths[i], column_width, columns);
      if (column + spanned > columns)
        {
          column = 0;
          y += height + HV_CHIP_GAP;
        }
      ret_areas[i] = (GdkRectangle){ column * (column_width + HV_CHIP_GAP), y,
                                     spanned * column_width + (spanned - 1) * HV_CHIP_GAP, height };
      column += spanned;
    }
  return n == 0 ? 0 : y + height;
}
