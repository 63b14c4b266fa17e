/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-move-popover.h"

#include "hv-name.h"
#include "hv-role-icon.h"
#include "hv-rule.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

struct _HvMovePopover
{
  HvOptionPopover parent_instance;

  HvId assignment;
};

G_DEFINE_FINAL_TYPE (HvMovePopover, hv_move_popover, HV_TYPE_OPTION_POPOVER)

static HvPlacement
make_placement (const HvShift *shift, const HvAssignment *moved)
{
  HvPlacement placement = hv_placement_new (shift, moved->volunteer);
  placement.moved = moved;
  return placement;
}

/* --- the list --- */

static HvOption *
make_option (const HvRoster *roster, const HvShift *shift, const HvGap *gap, const HvAssignment *moved)
{
  HvLanguage language = hv_text_get_own_language ();
  HvPlacement placement = make_placement (shift, moved);
  g_autoptr (GArray) obstacles = hv_rule_check (roster, &placement);
  g_autofree char *title = hv_week_words_shift (roster, shift, language);
  g_autofree char *key = hv_name_key (title);
  HvOption *option = hv_option_new (shift->r.id, title, key, obstacles);
  if (!hv_option_is_excluded (option))
    hv_option_add_reason (option, "husvagt-people-symbolic", hv_week_words_count (gap, language));
  hv_option_add_obstacles (option, obstacles, false, roster, language);
  return option;
}

static bool
is_open (const HvRoster *roster, const HvShift *shift)
{
  const HvOpening *opening = hv_roster_find_opening (roster, shift->opening);
  return opening != NULL && opening->closed == NULL;
}

/* The shifts that somebody may move to, apart from what the rules say. */
static GPtrArray *
list_open_shifts (const HvRoster *roster, const HvOutlook *outlook, const HvShift *without)
{
  GPtrArray *open = g_ptr_array_new ();
  HvWeek week = hv_week_of_day (hv_minute_get_day (without->starts));
  const GPtrArray *shifts = hv_roster_list (roster, HV_KIND_SHIFT);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      if (shift == without || !hv_week_contains (week, hv_minute_get_day (shift->starts)) || !is_open (roster, shift))
        continue;
      const HvGap *gap = hv_outlook_find_gap (outlook, shift);
      if (gap != NULL && hv_gap_get_places (gap) > 0)
        g_ptr_array_add (open, (gpointer)shift);
    }
  return open;
}

static bool
hv_move_popover_list (HvOptionPopover *popover, const HvRoster *roster, GPtrArray *options)
{
  const HvAssignment *moved = hv_roster_find_assignment (roster, HV_MOVE_POPOVER (popover)->assignment);
  const HvShift *from = moved == NULL ? NULL : hv_roster_find_shift (roster, moved->shift);
  if (from == NULL)
    return false;

  const HvOutlook *outlook =
      hv_workspace_get_outlook (hv_window_get_workspace (hv_option_popover_get_window (popover)));
  g_autoptr (GPtrArray) shifts = list_open_shifts (roster, outlook, from);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      g_ptr_array_add (options, make_option (roster, shift, hv_outlook_find_gap (outlook, shift), moved));
    }
  return true;
}

static char *
hv_move_popover_say_all (guint n)
{
  return g_strdup_printf (hv_own_ntext ("Show %u shift", "Show all %u shifts", n), n);
}

/* --- choosing --- */

static bool
hv_move_popover_choose (HvOptionPopover *popover, const HvRoster *roster, HvOption *option, const char *reason,
                        GError **error)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvAssignment *moved = hv_roster_find_assignment (roster, HV_MOVE_POPOVER (popover)->assignment);
  const HvShift *shift = hv_roster_find_shift (roster, hv_option_get_id (option));
  HvPlacement placement = make_placement (shift, moved);
  HvEdit *edit = hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, moved->locked == 1, reason, language,
                                      hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  /* TRANSLATORS: volunteer; role, house, date and time of a shift */
  char *sentence =
      g_strdup_printf (_ ("%s is moved: %s"), hv_week_words_name (roster, moved), hv_option_get_title (option));
  hv_window_commit (hv_option_popover_get_window (popover), edit, sentence);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return true;
}

/* --- life --- */

static void
hv_move_popover_class_init (HvMovePopoverClass *klass)
{
  HvOptionPopoverClass *popover_class = HV_OPTION_POPOVER_CLASS (klass);
  popover_class->roomy = true;
  popover_class->list = hv_move_popover_list;
  popover_class->choose = hv_move_popover_choose;
  popover_class->say_all = hv_move_popover_say_all;
}

static void
hv_move_popover_init (HvMovePopover *self)
{
}

static void
set_words (HvMovePopover *self, const HvRoster *roster, const HvAssignment *assignment)
{
  /* TRANSLATORS: a volunteer who gets another shift */
  g_autofree char *title = g_strdup_printf (_ ("Move %s to…"), hv_week_words_name (roster, assignment));
  HvOptionPopoverWords words = {
    .icon_name = "husvagt-people-symbolic",
    .line_icon_name = "x-office-calendar-symbolic",
    .title = title,
    .search = _ ("Search by house, role or day"),
    /* TRANSLATORS: beside the key that does it */
    .verb = _ ("move"),
    .anyway = _ ("Move Anyway"),
    /* TRANSLATORS: heading above the shifts that somebody cannot be moved to */
    .cannot = _ ("Not possible"),
    .nobody = _ ("No other shift of the week has an empty place that fits."),
  };
  hv_option_popover_set_words (HV_OPTION_POPOVER (self), &words);
}

HvMovePopover *
hv_move_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment_id)
{
  HvWindow *window = hv_window_of (over);
  g_return_val_if_fail (window != NULL, NULL);
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  const HvAssignment *assignment = hv_roster_find_assignment (roster, assignment_id);
  if (assignment == NULL)
    return NULL;

  HvMovePopover *self = g_object_new (HV_TYPE_MOVE_POPOVER, NULL);
  self->assignment = assignment_id;
  set_words (self, roster, assignment);
  return hv_option_popover_open (HV_OPTION_POPOVER (self), over, area, NULL) ? self : NULL;
}
