/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-link-popover.h"

#include "hv-assignment-edit.h"
#include "hv-format.h"
#include "hv-name.h"
#include "hv-person-state.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

struct _HvLinkPopover
{
  HvOptionPopover parent_instance;

  HvId assignment;
  char *name; /* owned; of the walk-in helper */
};

G_DEFINE_FINAL_TYPE (HvLinkPopover, hv_link_popover, HV_TYPE_OPTION_POPOVER)

/* NULL when it is gone, or a volunteer's. */
static const HvAssignment *
find_guest (const HvRoster *roster, HvId assignment)
{
  const HvAssignment *guest = hv_roster_find_assignment (roster, assignment);
  return guest == NULL || guest->volunteer != HV_NONE || guest->guest == NULL ? NULL : guest;
}

/* --- the list --- */

static const char *
get_name (gconstpointer volunteer)
{
  return ((const HvVolunteer *)volunteer)->name;
}

static GPtrArray *
list_volunteers (const HvRoster *roster)
{
  const GPtrArray *all = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  GPtrArray *volunteers = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      HvVolunteer *volunteer = g_ptr_array_index (all, i);
      if (volunteer->archived != 1)
        g_ptr_array_add (volunteers, volunteer);
    }
  hv_name_sort (volunteers, 0, get_name, hv_text_get_own_language ());
  return volunteers;
}

static HvOption *
make_option (const HvRoster *roster, const HvAssignment *guest, const HvVolunteer *volunteer)
{
  g_autoptr (GArray) obstacles = hv_assignment_edit_check_link (roster, guest, volunteer->r.id);
  return hv_option_new (volunteer->r.id, volunteer->name, volunteer->key, obstacles);
}

static bool
hv_link_popover_list (HvOptionPopover *popover, const HvRoster *roster, GPtrArray *options)
{
  const HvAssignment *guest = find_guest (roster, HV_LINK_POPOVER (popover)->assignment);
  if (guest == NULL)
    return false;
  g_autoptr (GPtrArray) volunteers = list_volunteers (roster);
  for (guint i = 0; i < volunteers->len; i++)
    g_ptr_array_add (options, make_option (roster, guest, g_ptr_array_index (volunteers, i)));
  return true;
}

/* What tells two people of one name apart, and what speaks against it. */
static void
hv_link_popover_describe (HvOptionPopover *popover, const HvRoster *roster, HvOption *option)
{
  HvLanguage language = hv_text_get_own_language ();
  HvId volunteer = hv_option_get_id (option);
  const HvAssignment *guest = find_guest (roster, HV_LINK_POPOVER (popover)->assignment);
  g_autofree char *roles = hv_person_state_format_roles (roster, volunteer, language);
  g_autofree char *houses = hv_person_state_format_houses (roster, volunteer, language);
  g_autoptr (GArray) obstacles = hv_assignment_edit_check_link (roster, guest, volunteer);
  hv_option_add_reason (option, "husvagt-house-symbolic", g_strdup_printf ("%s · %s", roles, houses));
  hv_option_add_obstacles (option, obstacles, false, roster, language);
}

static char *
hv_link_popover_say_all (guint n)
{
  return g_strdup_printf (hv_own_ntext ("Show %u volunteer", "Show all %u volunteers", n), n);
}

static char *
hv_link_popover_offer (HvOptionPopover *popover, const char *typed)
{
  const char *name = typed[0] == '\0' ? HV_LINK_POPOVER (popover)->name : typed;
  /* TRANSLATORS: a button that makes a new volunteer of that name */
  return g_strdup_printf (_ ("New volunteer “%s”"), name);
}

/* --- choosing --- */

static void
finish (HvOptionPopover *popover, HvEdit *edit, char *sentence)
{
  hv_window_commit (hv_option_popover_get_window (popover), edit, sentence);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static bool
hv_link_popover_choose (HvOptionPopover *popover, const HvRoster *roster, HvOption *option, const char *reason,
                        GError **error)
{
  const HvAssignment *guest = find_guest (roster, HV_LINK_POPOVER (popover)->assignment);
  HvEdit *edit =
      hv_assignment_edit_link (roster, guest, hv_option_get_id (option), reason, hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  /* TRANSLATORS: a walk-in helper’s name, and the volunteer they turn out to be */
  finish (popover, edit, g_strdup_printf (_ ("%s is linked to %s"), guest->guest, hv_option_get_title (option)));
  return true;
}

static bool
hv_link_popover_take_offer (HvOptionPopover *popover, const HvRoster *roster, const char *typed, GError **error)
{
  HvLinkPopover *self = HV_LINK_POPOVER (popover);
  const char *name = typed[0] == '\0' ? self->name : typed;
  HvEdit *edit = hv_assignment_edit_link_new (roster, find_guest (roster, self->assignment), name,
                                              hv_store_new_edit_source (), error);
  if (edit == NULL)
    return false;
  finish (popover, edit, g_strdup_printf (_ ("%s is a new volunteer"), name));
  return true;
}

/* --- life --- */

static void
hv_link_popover_finalize (GObject *object)
{
  g_free (HV_LINK_POPOVER (object)->name);
  G_OBJECT_CLASS (hv_link_popover_parent_class)->finalize (object);
}

static void
hv_link_popover_class_init (HvLinkPopoverClass *klass)
{
  HvOptionPopoverClass *popover_class = HV_OPTION_POPOVER_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_link_popover_finalize;
  popover_class->roomy = true;
  popover_class->list = hv_link_popover_list;
  popover_class->describe = hv_link_popover_describe;
  popover_class->choose = hv_link_popover_choose;
  popover_class->say_all = hv_link_popover_say_all;
  popover_class->offer = hv_link_popover_offer;
  popover_class->take_offer = hv_link_popover_take_offer;
}

static void
hv_link_popover_init (HvLinkPopover *self)
{
}

static void
set_words (HvLinkPopover *self, const HvAssignment *guest)
{
  /* TRANSLATORS: a walk-in helper’s name; the title of a list of volunteers */
  g_autofree char *title = g_strdup_printf (_ ("Who is %s?"), guest->guest);
  g_autofree char *when = hv_format_day_span (hv_assignment_get_span (guest), hv_text_get_own_language ());
  HvOptionPopoverWords words = {
    .icon_name = "husvagt-people-symbolic",
    .title = title,
    .detail = when,
    .search = _ ("Search by name"),
    /* TRANSLATORS: beside the key that does it: links a walk-in helper to a volunteer */
    .verb = _ ("link"),
    .anyway = _ ("Link Anyway"),
    .cannot = _ ("Not possible"),
    .nobody = _ ("There is nobody to choose from yet."),
  };
  hv_option_popover_set_words (HV_OPTION_POPOVER (self), &words);
}

HvLinkPopover *
hv_link_popover_open (GtkWidget *over, const GdkRectangle *area, HvId assignment)
{
  HvWindow *window = hv_window_of (over);
  g_return_val_if_fail (window != NULL, NULL);
  const HvRoster *roster = hv_workspace_get_roster (hv_window_get_workspace (window));
  const HvAssignment *guest = find_guest (roster, assignment);
  if (guest == NULL)
    return NULL;

  HvLinkPopover *self = g_object_new (HV_TYPE_LINK_POPOVER, NULL);
  self->assignment = assignment;
  self->name = g_strdup (guest->guest);
  set_words (self, guest);
  return hv_option_popover_open (HV_OPTION_POPOVER (self), over, area, NULL) ? self : NULL;
}
