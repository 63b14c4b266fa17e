/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-role-group.h"

#include "hv-person-state.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

/* One role's row. */
typedef struct
{
  HvId role;
  AdwComboRow *row; /* lent: it is in the group */
} Line;

struct _HvRoleGroup
{
  AdwPreferencesGroup parent_instance;

  GArray *lines;    /* Line */
  HvRoster *roster; /* owned; whose roles the rows are */
  bool setting;
};

G_DEFINE_FINAL_TYPE (HvRoleGroup, hv_role_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the choices: not having the role, and then the levels. */
static guint
get_position (const HvRoster *roster, HvId volunteer, HvId role)
{
  HvLevel level;
  return hv_roster_get_level (roster, volunteer, role, &level) ? (guint)level + 1 : 0;
}

static GtkStringList *
list_levels (void)
{
  HvLanguage language = hv_text_get_own_language ();
  GtkStringList *levels = gtk_string_list_new (NULL);
  /* TRANSLATORS: somebody does not have a role; the other choices are levels */
  gtk_string_list_append (levels, _ ("no"));
  for (int level = HV_LEVEL_TRAINEE; level <= HV_LEVEL_EXPERIENCED; level++)
    gtk_string_list_append (levels, hv_person_state_get_level_name ((HvLevel)level, language));
  return levels;
}

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, HvRoleGroup *self)
{
  for (guint i = 0; i < self->lines->len && !self->setting; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      if (line->row == row)
        {
          g_signal_emit (self, signals[CHOSEN], 0, (gint64)line->role, (int)adw_combo_row_get_selected (row) - 1);
          return;
        }
    }
}

static void
add_row (HvRoleGroup *self, const HvRole *role)
{
  g_autoptr (GtkStringList) levels = list_levels ();
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "model", levels, NULL);
  hv_plain_row_set_texts (row, role->name, NULL);
  Line line = { role->r.id, ADW_COMBO_ROW (row) };
  g_array_append_val (self->lines, line);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
make_rows (HvRoleGroup *self, const HvRoster *roster)
{
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (g_array_index (self->lines, Line, i).row));
  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < roles->len; i++)
    add_row (self, g_ptr_array_index (roles, i));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self), roles->len == 0 ? _ ("There are no roles yet. A house’s page makes them.") : NULL);
}

void
hv_role_group_show (HvRoleGroup *self, const HvRoster *roster, HvId volunteer)
{
  g_return_if_fail (HV_IS_ROLE_GROUP (self));
  g_autoptr (HvRoster) before = self->roster;
  self->roster = hv_roster_ref (roster);
  self->setting = true;
  /* Rosters share the list of what an edit did not touch. */
  if (before == NULL || hv_roster_list (before, HV_KIND_ROLE) != hv_roster_list (roster, HV_KIND_ROLE))
    make_rows (self, roster);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      adw_combo_row_set_selected (line->row, get_position (roster, volunteer, line->role));
    }
  self->setting = false;
}

static void
hv_role_group_finalize (GObject *object)
{
  HvRoleGroup *self = HV_ROLE_GROUP (object);
  g_array_unref (self->lines);
  g_clear_pointer (&self->roster, hv_roster_unref);
  G_OBJECT_CLASS (hv_role_group_parent_class)->finalize (object);
}

static void
hv_role_group_class_init (HvRoleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_role_group_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HV_TYPE_ROLE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT64, G_TYPE_INT);
}

static void
hv_role_group_init (HvRoleGroup *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Roles"));
}
