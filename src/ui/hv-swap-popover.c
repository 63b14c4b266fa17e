/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-swap-popover.h"

#include "hv-name.h"
#include "hv-swap.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

struct _HvSwapPopover
{
  HvOptionPopover parent_instance;

  HvId assignment;
};

G_DEFINE_FINAL_TYPE (HvSwapPopover, hv_swap_popover, HV_TYPE_OPTION_POPOVER)

/* --- the list --- */

/* What the rules say to both, in one array. */
static GArray *
check_both (const HvRoster *roster, const HvAssignment *own, const HvAssignment *other)
{
  GArray *obstacles = hv_swap_check (roster, own, other);
  g_autoptr (GArray) for_other = hv_swap_check (roster, other, own);
  if (for_other->len > 0)
    g_array_append_vals (obstacles, for_other->data, for_other->len);
  return obstacles;
}

static HvOption *
make_option (const HvRoster *roster, const HvAssignment *own, const HvAssignment *other, const HvShift *shift)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GArray) obstacles = check_both (roster, own, other);
  g_autofree char *where = hv_week_words_shift (roster, shift, language);
  const char *name = hv_week_words_name (roster, other);
  g_autofree char *searched = g_strdup_printf ("%s %s", name, where);
  g_autofree char *key = hv_name_key (searched);
  HvOption *option = hv_option_new (other->r.id, name, key, obstacles);
  hv_option_add_reason (option, "x-office-calendar-symbolic", g_steal_pointer (&where));
  hv_option_add_obstacles (option, obstacles, true, roster, language);
  return option;
}

static bool
can_swap (const HvRoster *roster, const HvAssignment *own, const HvAssignment *other, HvWeek week)
{
  const HvOpening *opening;
  const HvShift *shift = hv_roster_find_shift (roster, other->shift);
  if (shift == NULL || other->volunteer == HV_NONE || other->volunteer == own->volunteer || other->shift == own->shift)
    return false;
  opening = hv_roster_find_opening (roster, shift->opening);
  return hv_state_fills ((HvState)other->state) && hv_week_contains (week, hv_minute_get_day (shift->starts))
         && opening != NULL && opening->closed == NULL;
}

static bool
hv_swap_popover_list (HvOptionPopover *popover, const HvRoster *roster, GPtrArray *options)
{
  const HvAssignment *own = hv_roster_find_assignment (roster, HV_SWAP_POPOVER (popover)->assignment);
  const HvShift *shift = own == NULL ? NULL : hv_roster_find_shift (roster, own->shift);
  if (shift == NULL || own->volunteer == HV_NONE)
    return false;

  HvWeek week = hv_week_of_day (hv_minute_get_day (shift->starts));
  const GPtrArray *assignments = hv_roster_list (roster, HV_KIND_ASSIGNMENT);
  for (guint i = 0; i < assignments->len; i++)
    {
      const HvAssignment *other = g_ptr_array_index (assignments, i);
      if (can_swap (roster, own, other, week))
        g_ptr_array_add (options, make_option (roster, own, other, hv_roster_find_shift (roster, other->shift)));
    }
  return true;
}

static char *
hv_swap_popover_say_all (guint n)
{
  return g_strdup_printf (hv_own_ntext ("Show %u shift", "Show all %u shifts", n), n);
}

/* --- choosing --- */

static bool
hv_swap_popover_choose (HvOptionPopover *popover, const HvRoster *roster, HvOption *option, const char *reason,
                        GError **error)
{
  const HvAssignment *own = hv_roster_find_assignment (roster, HV_SWAP_POPOVER (popover)->assignment);
  const HvAssignment *other = hv_roster_find_assignment (roster, hv_option_get_id (option));
  HvEdit *edit =
      hv_swap_make (roster, own, other, reason, hv_text_get_own_language (), hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  char *sentence = g_strdup_printf (_ ("%s and %s have swapped."), hv_week_words_name (roster, own),
                                    hv_week_words_name (roster, other));
  hv_window_commit (hv_option_popover_get_window (popover), edit, sentence);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return true;
}

/* --- life --- */

static void
hv_swap_popover_class_init (HvSwapPopoverClass *klass)
{
  HvOptionPopoverClass *popover_class = HV_OPTION_POPOVER_CLASS (klass);
  popover_class->roomy = true;
  popover_class->list = hv_swap_popover_list;
  popover_class->choose = hv_swap_popover_choose;
  popover_class->say_all = hv_swap_popover_say_all;
}

static void
hv_swap_popover_init (HvSwapPopover *self)
{
}

static void
set_words (HvSwapPopover *self, const HvRoster *roster, const HvAssignment *assignment)
{
  /* TRANSLATORS: a volunteer who takes somebody’s shift, and gives theirs */
  g_autofree char *title = g_strdup_printf (_ ("Swap %s with…"), hv_week_words_name (roster, assignment));
  HvOptionPopoverWords words = {
    .icon_name = "husvagt-people-symbolic",
    .title = title,
    .search = _ ("Search by name, house or day"),
    /* TRANSLATORS: beside the key that does it */
    .verb = _ ("swap"),
    .anyway = _ ("Swap Anyway"),
    /* TRANSLATORS: heading above the people somebody cannot swap with */
    .cannot = _ ("Not possible"),
    .nobody = _ ("There is nobody in the week to swap with."),
  };
  hv_option_popover_set_words (HV_OPTION_POPOVER (self), &words);
}

HvSwapPopover *
hv_swap_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment_id)
{
  HvWindow *window = hv_window_of (over);
  g_return_val_if_fail (window != NULL, NULL);
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  const HvAssignment *assignment = hv_roster_find_assignment (roster, assignment_id);
  if (assignment == NULL)
    return NULL;

  HvSwapPopover *self = g_object_new (HV_TYPE_SWAP_POPOVER, NULL);
  self->assignment = assignment_id;
  set_words (self, roster, assignment);
  return hv_option_popover_open (HV_OPTION_POPOVER (self), over, area, NULL) ? self : NULL;
}
