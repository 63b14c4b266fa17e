/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-wish-group.h"

#include "hv-plain-row.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"
#include "hv-wish-row.h"

#define N_PAIR_KINDS 3

struct _HvWishGroup
{
  AdwPreferencesGroup parent_instance;

  HvWishRow *wishes[HV_N_WISHES];
  GtkWidget *add;  /* the row that adds a wish about another person */
  GPtrArray *rows; /* lent: those of pairs */
  char *shown;     /* owned: what they say */

  HvRoster *roster; /* owned; NULL before the first */
  HvId volunteer;
};

G_DEFINE_FINAL_TYPE (HvWishGroup, hv_wish_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const wish_titles[] = {
  [HV_WISH_WEEK] = HV_N_ ("Shifts a week, at most"),
  [HV_WISH_FOUR_WEEKS] = HV_N_ ("Shifts in four weeks, at most"),
  [HV_WISH_EIGHT_WEEKS] = HV_N_ ("Shifts wished in eight weeks"),
  [HV_WISH_REST] = HV_N_ ("Hours between shifts, at least"),
};

/* In the order of the rows; those from the third on are behind a fold. */
static const HvWish wish_order[] = { HV_WISH_WEEK, HV_WISH_EIGHT_WEEKS, HV_WISH_FOUR_WEEKS, HV_WISH_REST };

#define N_IN_SIGHT 2

static const char *const pair_titles[] = {
  [HV_PAIR_TOGETHER] = HV_N_ ("Rather together with"),
  [HV_PAIR_NEVER] = HV_N_ ("Never together with"),
  [HV_PAIR_DRIVES] = HV_N_ ("Drives with"),
};

const char *
hv_wish_group_get_title (HvPairKind kind)
{
  g_return_val_if_fail (kind < N_PAIR_KINDS, "");
  return _ (pair_titles[kind]);
}

static const HvVolunteer *
get_volunteer (HvWishGroup *self)
{
  return self->roster == NULL ? NULL : hv_roster_find_volunteer (self->roster, self->volunteer);
}

/* --- numbers --- */

static char *
make_sentence (const HvVolunteer *volunteer)
{
  return g_strdup_printf (_ ("The wishes of %s are saved."), volunteer->name);
}

static void
wish_entered_cb (HvWishRow *row, HvWishGroup *self)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  for (int wish = 0; wish < HV_N_WISHES && volunteer != NULL; wish++)
    if (self->wishes[wish] == row)
      hv_volunteer_step (GTK_WIDGET (self),
                         hv_person_edit_set_wish (self->roster, volunteer, (HvWish)wish, hv_wish_row_get_value (row),
                                                  hv_volunteer_step_source (), NULL),
                         make_sentence (volunteer));
}

static void
show_wishes (HvWishGroup *self, const HvVolunteer *volunteer, bool same)
{
  for (int wish = 0; wish < HV_N_WISHES; wish++)
    {
      gint64 value = hv_wish_get (volunteer, (HvWish)wish);
      if (same)
        hv_wish_row_set_value (self->wishes[wish], value);
      else
        hv_wish_row_reset (self->wishes[wish], value);
    }
}

/* --- other people --- */

void
hv_wish_group_add (HvWishGroup *self, HvPairKind kind, HvId other_id)
{
  g_return_if_fail (HV_IS_WISH_GROUP (self));
  const HvVolunteer *volunteer = get_volunteer (self);
  const HvVolunteer *other = volunteer == NULL ? NULL : hv_roster_find_volunteer (self->roster, other_id);
  if (other == NULL)
    return;
  hv_volunteer_step (GTK_WIDGET (self),
                     hv_person_edit_add_pair (self->roster, volunteer, other, kind, hv_volunteer_step_source (), NULL),
                     make_sentence (volunteer));
}

static void
remove_pressed_cb (GtkWidget *button, HvWishGroup *self)
{
  const HvId *id = g_object_get_data (G_OBJECT (button), "pair");
  const HvVolunteer *volunteer = get_volunteer (self);
  const HvPair *pair = volunteer == NULL ? NULL : hv_roster_find (self->roster, HV_KIND_PAIR, *id);
  if (pair != NULL)
    hv_volunteer_step (GTK_WIDGET (self), hv_person_edit_drop_pair (self->roster, pair, hv_volunteer_step_source ()),
                       make_sentence (volunteer));
}

static GtkWidget *
make_remove_button (HvWishGroup *self, const HvPair *pair, const char *title, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* TRANSLATORS: takes a wish back: “Drives with” and a name */
  g_autofree char *said = g_strdup_printf (_ ("Remove the wish: %s %s"), title, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "pair", g_memdup2 (&pair->r.id, sizeof pair->r.id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_pressed_cb), self);
  return button;
}

static const HvVolunteer *
find_other (HvWishGroup *self, const HvPair *pair)
{
  return hv_roster_find_volunteer (self->roster, pair->a == self->volunteer ? pair->b : pair->a);
}

static void
add_pair_row (HvWishGroup *self, const HvPair *pair)
{
  const HvVolunteer *other = find_other (self, pair);
  if (other == NULL)
    return;
  const char *title = hv_wish_group_get_title ((HvPairKind)pair->pair_kind);
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, title, other->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, other->name, -1);
  adw_action_row_add_suffix (row, make_remove_button (self, pair, title, other->name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static char *
describe_pairs (HvWishGroup *self)
{
  const GPtrArray *pairs = hv_roster_list_of (self->roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, self->volunteer);
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GINT64_FORMAT, self->volunteer);
  for (guint i = 0; i < pairs->len; i++)
    {
      const HvPair *pair = g_ptr_array_index (pairs, i);
      const HvVolunteer *other = find_other (self, pair);
      g_string_append_printf (text, " %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %s", pair->r.id, pair->r.ver,
                              other == NULL ? "" : other->name);
    }
  return g_string_free (text, FALSE);
}

static void
show_pairs (HvWishGroup *self)
{
  g_autofree char *described = describe_pairs (self);
  if (g_strcmp0 (self->shown, described) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&described);

  const GPtrArray *pairs = hv_roster_list_of (self->roster, HV_KIND_PAIR, HV_KIND_VOLUNTEER, self->volunteer);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add);
  for (guint i = 0; i < pairs->len; i++)
    add_pair_row (self, g_ptr_array_index (pairs, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
  g_object_unref (self->add);
}

void
hv_wish_group_show (HvWishGroup *self, const HvRoster *roster, HvId volunteer)
{
  g_return_if_fail (HV_IS_WISH_GROUP (self));
  g_autoptr (HvRoster) before = self->roster;
  bool same = self->volunteer == volunteer;
  /* What somebody was entering for the one before is entered for that one. */
  for (int wish = 0; wish < HV_N_WISHES && !same; wish++)
    hv_wish_row_flush (self->wishes[wish]);
  self->roster = hv_roster_ref (roster);
  self->volunteer = volunteer;
  if (get_volunteer (self) == NULL)
    return;
  show_wishes (self, get_volunteer (self), same);
  show_pairs (self);
}

/* --- life --- */

static void
add_kind_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  HvWishGroup *self = data;
  g_signal_emit (self, signals[ADD], 0, g_variant_get_int32 (parameter), self->add);
}

static void
make_adding_row (HvWishGroup *self)
{
  static const GActionEntry actions[] = { { .name = "add", .activate = add_kind_cb, .parameter_type = "i" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "wish", G_ACTION_GROUP (group));
  for (int kind = 0; kind < N_PAIR_KINDS; kind++)
    {
      g_autofree char *action = g_strdup_printf ("wish.add(%d)", kind);
      g_autofree char *label = g_strdup_printf ("%s…", hv_wish_group_get_title ((HvPairKind)kind));
      g_menu_append (menu, label, action);
    }

  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic", "menu-model", menu,
                                    "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Add a wish about another person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a wish about another person"), -1);
  self->add = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("With others"), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->add), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->add), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}

static void
make_wish_rows (HvWishGroup *self)
{
  GtkWidget *more = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("More wishes"), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (wish_order); i++)
    {
      HvWish wish = wish_order[i];
      self->wishes[wish] = HV_WISH_ROW (hv_wish_row_new (_ (wish_titles[wish]), hv_wish_get_most (wish)));
      g_signal_connect (self->wishes[wish], "entered", G_CALLBACK (wish_entered_cb), self);
      if (i < N_IN_SIGHT)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->wishes[wish]));
      else
        adw_expander_row_add_row (ADW_EXPANDER_ROW (more), GTK_WIDGET (self->wishes[wish]));
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), more);
}

static void
hv_wish_group_finalize (GObject *object)
{
  HvWishGroup *self = HV_WISH_GROUP (object);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (hv_wish_group_parent_class)->finalize (object);
}

static void
hv_wish_group_class_init (HvWishGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_wish_group_finalize;
  signals[ADD] = g_signal_new ("add", HV_TYPE_WISH_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_INT, GTK_TYPE_WIDGET);
}

static void
hv_wish_group_init (HvWishGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->volunteer = HV_NONE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Wishes"));
  make_wish_rows (self);
  make_adding_row (self);
}
