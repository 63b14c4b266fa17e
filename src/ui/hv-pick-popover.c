/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-pick-popover.h"

#include "hv-name.h"
#include "hv-person-state.h"
#include "hv-ui-text.h"

struct _HvPickPopover
{
  HvOptionPopover parent_instance;

  HvKind kind;
  GArray *without; /* HvId, owned */
};

G_DEFINE_FINAL_TYPE (HvPickPopover, hv_pick_popover, HV_TYPE_OPTION_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the list --- */

static bool
is_left_out (HvPickPopover *self, const HvRecord *record)
{
  for (guint i = 0; i < self->without->len; i++)
    if (g_array_index (self->without, HvId, i) == record->id)
      return true;
  return record->kind == HV_KIND_VOLUNTEER && ((const HvVolunteer *)record)->archived == 1;
}

static const char *
get_name (const HvRecord *record)
{
  return record->kind == HV_KIND_HOUSE ? ((const HvHouse *)record)->name : ((const HvVolunteer *)record)->name;
}

static HvOption *
make_option (const HvRecord *record)
{
  g_autofree char *key = hv_name_key (get_name (record));
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, 1);
  HvOption *option = hv_option_new (record->id, get_name (record), key, nothing);
  hv_option_set_subject (option, record);
  return option;
}

static bool
hv_pick_popover_list (HvOptionPopover *popover, const HvRoster *roster, GPtrArray *options)
{
  HvPickPopover *self = HV_PICK_POPOVER (popover);
  const GPtrArray *records = hv_roster_list (roster, self->kind);
  for (guint i = 0; i < records->len; i++)
    if (!is_left_out (self, g_ptr_array_index (records, i)))
      g_ptr_array_add (options, make_option (g_ptr_array_index (records, i)));
  return options->len > 0;
}

/* What tells two people of one name apart. */
static void
hv_pick_popover_describe (HvOptionPopover *popover, const HvRoster *roster, HvOption *option)
{
  const HvRecord *record = hv_option_get_subject (option);
  if (record->kind != HV_KIND_VOLUNTEER)
    return;
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *roles = hv_person_state_format_roles (roster, record->id, language);
  g_autofree char *houses = hv_person_state_format_houses (roster, record->id, language);
  hv_option_add_reason (option, "husvagt-house-symbolic", g_strdup_printf ("%s · %s", roles, houses));
}

static char *
hv_pick_popover_say_all (guint n)
{
  /* TRANSLATORS: a button below a search that found nothing: how many there are to pick from */
  return g_strdup_printf (hv_own_ntext ("Show %u", "Show all %u", n), n);
}

/* --- choosing --- */

static bool
hv_pick_popover_choose (HvOptionPopover *popover, const HvRoster *roster, HvOption *option, const char *reason,
                        GError **error)
{
  HvId id = hv_option_get_id (option);
  g_signal_emit (popover, signals[PICKED], 0, (gint64)id);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return true;
}

/* --- life --- */

static void
hv_pick_popover_finalize (GObject *object)
{
  g_array_unref (HV_PICK_POPOVER (object)->without);
  G_OBJECT_CLASS (hv_pick_popover_parent_class)->finalize (object);
}

static void
hv_pick_popover_class_init (HvPickPopoverClass *klass)
{
  HvOptionPopoverClass *popover_class = HV_OPTION_POPOVER_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_pick_popover_finalize;
  popover_class->roomy = true;
  popover_class->list = hv_pick_popover_list;
  popover_class->describe = hv_pick_popover_describe;
  popover_class->choose = hv_pick_popover_choose;
  popover_class->say_all = hv_pick_popover_say_all;
  signals[PICKED] = g_signal_new ("picked", HV_TYPE_PICK_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
}

static void
hv_pick_popover_init (HvPickPopover *self)
{
  self->without = g_array_new (FALSE, FALSE, sizeof (HvId));
}

HvPickPopover *
hv_pick_popover_open (GtkWidget *over, HvKind kind, const char *title, const HvId *without, gsize n_without)
{
  g_return_val_if_fail (kind == HV_KIND_HOUSE || kind == HV_KIND_VOLUNTEER, NULL);
  HvPickPopover *self = g_object_new (HV_TYPE_PICK_POPOVER, NULL);
  self->kind = kind;
  g_array_append_vals (self->without, without, (guint)n_without);
  HvOptionPopoverWords words = {
    .icon_name = kind == HV_KIND_HOUSE ? "husvagt-house-symbolic" : "husvagt-people-symbolic",
    .line_icon_name = kind == HV_KIND_HOUSE ? "husvagt-house-symbolic" : NULL,
    .title = title,
    .search = _ ("Search by name"),
    /* TRANSLATORS: beside the key that does it: adds a house or a person to a list */
    .verb = _ ("add"),
    .anyway = _ ("Add Anyway"),
    .nobody = _ ("There is nothing to choose from."),
  };
  hv_option_popover_set_words (HV_OPTION_POPOVER (self), &words);
  return hv_option_popover_open (HV_OPTION_POPOVER (self), over, NULL, NULL) ? self : NULL;
}
