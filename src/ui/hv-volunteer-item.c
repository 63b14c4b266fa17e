/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-item.h"

/* A list view asks for thousands of items when much of the list changes, to compare
 * them, and shows a few: words are made only when they are read. */
struct _HvVolunteerItem
{
  GObject parent_instance;

  HvRoster *roster;       /* owned */
  HvVolunteer *volunteer; /* owned */
  HvDay today;
  char *line; /* owned; NULL until it is asked for */
  HvPersonStateKind state;
};

G_DEFINE_FINAL_TYPE (HvVolunteerItem, hv_volunteer_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (HvVolunteerItem *self)
{
  self->line = hv_person_state_format_line (self->roster, self->volunteer, self->today, hv_text_get_own_language ());
  self->state = hv_person_state_find (self->roster, self->volunteer, self->today).kind;
}

static void
let_go (HvVolunteerItem *self)
{
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_clear_pointer (&self->volunteer, hv_record_unref);
}

static void
take (HvVolunteerItem *self, const HvRoster *roster, const HvVolunteer *volunteer, HvDay today)
{
  self->roster = hv_roster_ref (roster);
  self->volunteer = hv_record_ref (volunteer);
  self->today = today;
}

HvVolunteerItem *
hv_volunteer_item_new (const HvRoster *roster, const HvVolunteer *volunteer, HvDay today)
{
  HvVolunteerItem *self = g_object_new (HV_TYPE_VOLUNTEER_ITEM, NULL);
  take (self, roster, volunteer, today);
  return self;
}

void
hv_volunteer_item_update (HvVolunteerItem *self, const HvRoster *roster, const HvVolunteer *volunteer, HvDay today)
{
  g_return_if_fail (HV_IS_VOLUNTEER_ITEM (self));
  g_autofree char *line = g_steal_pointer (&self->line);
  HvPersonStateKind state = self->state;
  bool same_name = g_strcmp0 (self->volunteer->name, volunteer->name) == 0;
  g_autoptr (HvRoster) before = g_steal_pointer (&self->roster);
  g_autoptr (HvVolunteer) volunteer_before = g_steal_pointer (&self->volunteer);
  take (self, roster, volunteer, today);
  if (line == NULL || !g_signal_has_handler_pending (self, signals[CHANGED], 0, FALSE))
    return;
  describe (self);
  if (!same_name || g_strcmp0 (self->line, line) != 0 || self->state != state)
    g_signal_emit (self, signals[CHANGED], 0);
}

HvId
hv_volunteer_item_get_id (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), 0);
  return self->volunteer->r.id;
}

const char *
hv_volunteer_item_get_name (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), NULL);
  return self->volunteer->name;
}

const char *
hv_volunteer_item_get_line (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), NULL);
  if (self->line == NULL)
    describe (self);
  return self->line;
}

HvPersonStateKind
hv_volunteer_item_get_state (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), HV_PERSON_HERE);
  if (self->line == NULL)
    describe (self);
  return self->state;
}

static void
hv_volunteer_item_finalize (GObject *object)
{
  HvVolunteerItem *self = HV_VOLUNTEER_ITEM (object);
  let_go (self);
  g_free (self->line);
  G_OBJECT_CLASS (hv_volunteer_item_parent_class)->finalize (object);
}

static void
hv_volunteer_item_class_init (HvVolunteerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_volunteer_item_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", HV_TYPE_VOLUNTEER_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hv_volunteer_item_init (HvVolunteerItem *self)
{
}
