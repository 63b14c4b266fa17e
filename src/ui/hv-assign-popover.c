/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-assign-popover.h"

#include "hv-assignment-edit.h"
#include "hv-format.h"
#include "hv-role-icon.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

struct _HvAssignPopover
{
  HvOptionPopover parent_instance;

  HvId shift;
  HvId replaced;      /* the assignment that gives way, or HV_NONE */
  HvRanking *ranking; /* owned; of the roster that the list is made of */
};

G_DEFINE_FINAL_TYPE (HvAssignPopover, hv_assign_popover, HV_TYPE_OPTION_POPOVER)

enum
{
  ASSIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the list --- */

/* Whoever gives way has left the shift already, as far as the rules are concerned. */
static HvPending *
make_pending (const HvAssignment *replaced)
{
  if (replaced == NULL)
    return NULL;
  HvPending *pending = hv_pending_new ();
  g_autoptr (HvAssignment) left = hv_record_copy (replaced);
  left->state = HV_STATE_SWAPPED;
  hv_pending_add (pending, left);
  return pending;
}

static const HvAssignment *
find_replaced (HvAssignPopover *self, const HvRoster *roster)
{
  return self->replaced == HV_NONE ? NULL : hv_roster_find_assignment (roster, self->replaced);
}

static HvOption *
make_option (const HvCandidate *candidate, guint rank)
{
  const HvVolunteer *volunteer = candidate->volunteer;
  HvOption *option = hv_option_new (volunteer->r.id, volunteer->name, volunteer->key, candidate->obstacles);
  hv_option_set_subject (option, candidate);
  hv_option_set_rank (option, rank);
  return option;
}

static void
append_cannot (HvAssignPopover *self, HvId without, GPtrArray *options)
{
  for (guint i = 0; i < self->ranking->cannot->len; i++)
    {
      const HvCandidate *candidate = g_ptr_array_index (self->ranking->cannot, i);
      if (candidate->volunteer->r.id != without)
        g_ptr_array_add (options, make_option (candidate, 0));
    }
}

static bool
hv_assign_popover_list (HvOptionPopover *popover, const HvRoster *roster, GPtrArray *options)
{
  HvAssignPopover *self = HV_ASSIGN_POPOVER (popover);
  const HvShift *shift = hv_roster_find_shift (roster, self->shift);
  const HvAssignment *replaced = find_replaced (self, roster);
  g_clear_pointer (&self->ranking, hv_ranking_free);
  if (shift == NULL || (self->replaced != HV_NONE && replaced == NULL))
    return false;

  g_autoptr (HvPending) pending = make_pending (replaced);
  HvSpan span = replaced == NULL ? hv_shift_get_span (shift) : hv_assignment_get_span (replaced);
  self->ranking = hv_ranking_new (roster, shift, span, pending);
  hv_ranking_sort_cannot (self->ranking, hv_text_get_own_language ());
  for (guint i = 0; i < self->ranking->candidates->len; i++)
    g_ptr_array_add (options, make_option (g_ptr_array_index (self->ranking->candidates, i), i + 1));
  append_cannot (self, replaced == NULL ? HV_NONE : replaced->volunteer, options);
  return true;
}

static const char *
get_reason_icon (const HvCandidate *candidate, HvReason reason)
{
  if (reason == HV_REASON_CAN)
    return "object-select-symbolic";
  if (reason == HV_REASON_WEEK)
    return "x-office-calendar-symbolic";
  return candidate->at_home ? "husvagt-house-symbolic" : "husvagt-wait-symbolic";
}

static void
hv_assign_popover_describe (HvOptionPopover *popover, const HvRoster *roster, HvOption *option)
{
  const HvCandidate *candidate = hv_option_get_subject (option);
  HvLanguage language = hv_text_get_own_language ();
  for (int i = 0; i < HV_N_REASONS && !hv_option_is_excluded (option); i++)
    {
      char *text = hv_candidate_format_reason (candidate, (HvReason)i, language);
      if (text != NULL)
        hv_option_add_reason (option, get_reason_icon (candidate, (HvReason)i), text);
    }
  hv_option_add_obstacles (option, candidate->obstacles, false, roster, language);
}

static char *
hv_assign_popover_say_all (guint n)
{
  return g_strdup_printf (hv_own_ntext ("Show %u volunteer", "Show all %u volunteers", n), n);
}

/* --- choosing --- */

static void
finish (HvAssignPopover *self, HvEdit *edit, char *sentence, HvId volunteer)
{
  hv_window_commit (hv_option_popover_get_window (HV_OPTION_POPOVER (self)), edit, sentence);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ASSIGNED], 0, self->shift, volunteer);
}

static bool
hv_assign_popover_choose (HvOptionPopover *popover, const HvRoster *roster, HvOption *option, const char *reason,
                          GError **error)
{
  HvAssignPopover *self = HV_ASSIGN_POPOVER (popover);
  HvLanguage language = hv_text_get_own_language ();
  const HvShift *shift = hv_roster_find_shift (roster, self->shift);
  const HvAssignment *replaced = find_replaced (self, roster);
  g_autoptr (HvPending) pending = make_pending (replaced);
  HvPlacement placement = hv_placement_new (shift, hv_option_get_id (option));
  placement.pending = pending;
  if (replaced != NULL)
    placement.span = hv_assignment_get_span (replaced);

  HvEdit *edit = hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, false, reason, language,
                                      hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  if (replaced != NULL)
    hv_edit_remove (edit, replaced);

  g_autofree char *where = hv_week_words_shift (roster, shift, language);
  char *sentence = g_strdup_printf (_ ("%s is assigned: %s"), hv_option_get_title (option), where);
  finish (self, edit, sentence, hv_option_get_id (option));
  return true;
}

/* Whoever gives way does so to a volunteer. */
static char *
hv_assign_popover_offer (HvOptionPopover *popover, const char *typed)
{
  if (typed[0] == '\0' || HV_ASSIGN_POPOVER (popover)->replaced != HV_NONE)
    return NULL;
  /* TRANSLATORS: a button; what was typed is the name of somebody who is no volunteer and helps for once */
  return g_strdup_printf (_ ("Put “%s” on as a walk-in helper"), typed);
}

static bool
hv_assign_popover_take_offer (HvOptionPopover *popover, const HvRoster *roster, const char *typed, GError **error)
{
  HvAssignPopover *self = HV_ASSIGN_POPOVER (popover);
  const HvShift *shift = hv_roster_find_shift (roster, self->shift);
  HvEdit *edit = hv_assignment_edit_add_guest (roster, shift, typed, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  g_autofree char *where = hv_week_words_shift (roster, shift, hv_text_get_own_language ());
  /* TRANSLATORS: name; role, house, date and time of the shift */
  finish (self, edit, g_strdup_printf (_ ("%s is on as a walk-in helper: %s"), typed, where), HV_NONE);
  return true;
}

/* --- life --- */

static void
hv_assign_popover_finalize (GObject *object)
{
  g_clear_pointer (&HV_ASSIGN_POPOVER (object)->ranking, hv_ranking_free);
  G_OBJECT_CLASS (hv_assign_popover_parent_class)->finalize (object);
}

static void
hv_assign_popover_class_init (HvAssignPopoverClass *klass)
{
  HvOptionPopoverClass *popover_class = HV_OPTION_POPOVER_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_assign_popover_finalize;
  popover_class->list = hv_assign_popover_list;
  popover_class->describe = hv_assign_popover_describe;
  popover_class->choose = hv_assign_popover_choose;
  popover_class->say_all = hv_assign_popover_say_all;
  popover_class->offer = hv_assign_popover_offer;
  popover_class->take_offer = hv_assign_popover_take_offer;
  signals[ASSIGNED] = g_signal_new ("assigned", HV_TYPE_ASSIGN_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
hv_assign_popover_init (HvAssignPopover *self)
{
  self->replaced = HV_NONE;
}

static void
set_words (HvAssignPopover *self, const HvRoster *roster, const HvShift *shift, HvSpan span)
{
  const HvRole *role = hv_roster_find_role (roster, shift->role);
  const HvHouse *house = hv_roster_find_house (roster, shift->house);
  g_autofree char *when = hv_format_day_span (span, hv_text_get_own_language ());
  /* TRANSLATORS: role and house */
  g_autofree char *title =
      g_strdup_printf (_ ("%s, %s"), role == NULL ? "" : role->name, house == NULL ? "" : house->name);
  HvOptionPopoverWords words = {
    .icon_name = hv_role_get_icon_name (role),
    .title = title,
    .detail = when,
    .search = _ ("Search by name"),
    /* TRANSLATORS: beside the key that does it */
    .verb = _ ("assign"),
    .anyway = _ ("Assign Anyway"),
    /* TRANSLATORS: heading above the people who cannot take a shift */
    .cannot = _ ("Cannot"),
    .nobody = _ ("Nobody is free for this place."),
  };
  hv_option_popover_set_words (HV_OPTION_POPOVER (self), &words);
}

static const HvRoster *
get_roster_over (GtkWidget *over)
{
  HvWindow *window = hv_window_of (over);
  return window == NULL ? NULL : hv_workspace_get_roster (hv_window_get_workspace (window));
}

HvAssignPopover *
hv_assign_popover_open (GtkWidget *over, const GdkRectangle *area, HvId shift_id, const char *typed)
{
  const HvRoster *roster = get_roster_over (over);
  g_return_val_if_fail (roster != NULL, NULL);
  const HvShift *shift = hv_roster_find_shift (roster, shift_id);
  if (shift == NULL)
    return NULL;

  HvAssignPopover *self = g_object_new (HV_TYPE_ASSIGN_POPOVER, NULL);
  self->shift = shift_id;
  set_words (self, roster, shift, hv_shift_get_span (shift));
  return hv_option_popover_open (HV_OPTION_POPOVER (self), over, area, typed) ? self : NULL;
}

HvAssignPopover *
hv_assign_popover_open_to_replace (GtkWidget *over, const GdkRectangle *area, HvId assignment_id)
{
  const HvRoster *roster = get_roster_over (over);
  g_return_val_if_fail (roster != NULL, NULL);
  const HvAssignment *replaced = hv_roster_find_assignment (roster, assignment_id);
  const HvShift *shift = replaced == NULL ? NULL : hv_roster_find_shift (roster, replaced->shift);
  if (shift == NULL)
    return NULL;

  HvAssignPopover *self = g_object_new (HV_TYPE_ASSIGN_POPOVER, NULL);
  self->shift = shift->r.id;
  self->replaced = assignment_id;
  set_words (self, roster, shift, hv_assignment_get_span (replaced));
  return hv_option_popover_open (HV_OPTION_POPOVER (self), over, area, NULL) ? self : NULL;
}
