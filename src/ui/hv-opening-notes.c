/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-opening-notes.h"

#include "hv-ui-text.h"

struct _HvOpeningNotes
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
};

G_DEFINE_FINAL_TYPE (HvOpeningNotes, hv_opening_notes, GTK_TYPE_WIDGET)

static void
append_label (HvOpeningNotes *self, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
append_note (HvOpeningNotes *self, const char *heading, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  append_label (self, heading, "heading");
  append_label (self, text, NULL);
}

/* A check list holds one item a line; each gets a box to tick in the mind. */
static void
append_check_list (HvOpeningNotes *self, const char *heading, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_auto (GStrv) items = g_strsplit (text, "\n", -1);
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; items[i] != NULL; i++)
    if (g_strstrip (items[i])[0] != '\0')
      g_string_append_printf (list, "%s☐ %s", list->len == 0 ? "" : "\n", items[i]);
  append_note (self, heading, list->str);
}

static const char *
find_role_name (const HvRoster *roster, HvId id)
{
  const HvRole *role = hv_roster_find_role (roster, id);
  return role == NULL ? "" : role->name;
}

static void
append_shift_notes (HvOpeningNotes *self, const HvRoster *roster, const HvOpening *opening)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    {
      const HvShift *shift = g_ptr_array_index (shifts, i);
      g_autofree char *heading = g_strdup_printf (_ ("Note: %s"), find_role_name (roster, shift->role));
      append_note (self, heading, shift->note);
    }
}

static bool
has_role (const HvRoster *roster, const HvOpening *opening, HvId role)
{
  const GPtrArray *shifts = hv_roster_list_of (roster, HV_KIND_SHIFT, HV_KIND_OPENING, opening->r.id);
  for (guint i = 0; i < shifts->len; i++)
    if (((const HvShift *)g_ptr_array_index (shifts, i))->role == role)
      return true;
  return false;
}

static void
append_role_lists (HvOpeningNotes *self, const HvRoster *roster, const HvOpening *opening)
{
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  for (guint i = 0; i < roles->len; i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      g_autofree char *heading = g_strdup_printf (_ ("Check list: %s"), role->name);
      if (has_role (roster, opening, role->r.id))
        append_check_list (self, heading, role->checklist);
    }
}

void
hv_opening_notes_show (HvOpeningNotes *self, const HvRoster *roster, const HvOpening *opening)
{
  g_return_if_fail (HV_IS_OPENING_NOTES (self));
  const HvHouse *house = hv_roster_find_house (roster, opening->house);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  append_note (self, _ ("Note of the day"), opening->note);
  append_note (self, _ ("Address"), opening->address);
  append_shift_notes (self, roster, opening);
  append_note (self, _ ("About the house"), house->note);
  append_check_list (self, _ ("Check list of the house"), house->checklist);
  append_role_lists (self, roster, opening);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

static void
hv_opening_notes_dispose (GObject *object)
{
  g_clear_pointer (&HV_OPENING_NOTES (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_opening_notes_parent_class)->dispose (object);
}

static void
hv_opening_notes_class_init (HvOpeningNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_opening_notes_dispose;
  gtk_widget_class_set_css_name (widget_class, "openingnotes");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hv_opening_notes_init (HvOpeningNotes *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hv-padded");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes and check lists"),
                                  -1);
}

GtkWidget *
hv_opening_notes_new (void)
{
  return g_object_new (HV_TYPE_OPENING_NOTES, NULL);
}
