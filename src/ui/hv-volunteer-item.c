/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-item.h"

struct _HvVolunteerItem
{
  GObject parent_instance;

  HvId id;
  char *name; /* owned */
  char *line; /* owned */
  HvPersonStateKind state;
};

G_DEFINE_FINAL_TYPE (HvVolunteerItem, hv_volunteer_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
hv_volunteer_item_update (HvVolunteerItem *self, const HvRoster *roster, const HvVolunteer *volunteer, HvDay today)
{
  g_return_if_fail (HV_IS_VOLUNTEER_ITEM (self));
  g_autofree char *line = hv_person_state_format_line (roster, volunteer, today, hv_text_get_own_language ());
  HvPersonState state = hv_person_state_find (roster, volunteer, today);
  if (g_strcmp0 (self->name, volunteer->name) == 0 && g_strcmp0 (self->line, line) == 0 && self->state == state.kind)
    return;
  hv_set_text (&self->name, volunteer->name);
  hv_set_text (&self->line, line);
  self->state = state.kind;
  g_signal_emit (self, signals[CHANGED], 0);
}

HvVolunteerItem *
hv_volunteer_item_new (const HvRoster *roster, const HvVolunteer *volunteer, HvDay today)
{
  HvVolunteerItem *self = g_object_new (HV_TYPE_VOLUNTEER_ITEM, NULL);
  self->id = volunteer->r.id;
  hv_volunteer_item_update (self, roster, volunteer, today);
  return self;
}

HvId
hv_volunteer_item_get_id (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), 0);
  return self->id;
}

const char *
hv_volunteer_item_get_name (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), NULL);
  return self->name;
}

const char *
hv_volunteer_item_get_line (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), NULL);
  return self->line;
}

HvPersonStateKind
hv_volunteer_item_get_state (HvVolunteerItem *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_ITEM (self), HV_PERSON_HERE);
  return self->state;
}

static void
hv_volunteer_item_finalize (GObject *object)
{
  HvVolunteerItem *self = HV_VOLUNTEER_ITEM (object);
  g_free (self->name);
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
