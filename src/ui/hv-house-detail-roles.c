/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-detail-private.h"

#include "hv-format.h"
#include "hv-pick-popover.h"
#include "hv-plain-row.h"
#include "hv-template-dialog.h"
#include "hv-ui-text.h"

/* Roles and numbers: a row for each shift template in force, which opens its form, and
 * below it those who always stand on it. */

static void
open_form (HvHouseDetail *self, HvId tmpl)
{
  HvTemplateDialog *dialog = hv_template_dialog_new (self->window, self->house, tmpl);
  hv_template_dialog_set_from (dialog, hv_house_detail_get_from (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (GtkWidget *row, HvHouseDetail *self)
{
  open_form (self, *(const HvId *)g_object_get_data (G_OBJECT (row), "template"));
}

static void
add_clicked_cb (HvHouseDetail *self)
{
  open_form (self, HV_NONE);
}

static void
mark_template (GtkWidget *widget, HvId tmpl)
{
  HvId *id = g_new (HvId, 1);
  *id = tmpl;
  g_object_set_data_full (G_OBJECT (widget), "template", id, g_free);
}

/* --- regulars --- */

static HvId
get_template (gpointer widget)
{
  return *(const HvId *)g_object_get_data (G_OBJECT (widget), "template");
}

static void
regular_picked_cb (HvPickPopover *popover, gint64 volunteer, HvHouseDetail *self)
{
  const HvRoster *roster = hv_house_detail_get_roster (self);
  const HvTemplate *tmpl = hv_roster_find (roster, HV_KIND_TEMPLATE, get_template (popover));
  const HvVolunteer *person = hv_roster_find_volunteer (roster, volunteer);
  if (tmpl == NULL || person == NULL)
    return;
  hv_window_commit (
      self->window, hv_house_edit_add_regular (roster, tmpl, volunteer, hv_store_new_edit_source ()),
      g_strdup_printf (_ ("%s stands there every time, from the next week that is made on."), person->name));
}

static GArray *
list_regulars (HvHouseDetail *self, HvId tmpl)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (HvId));
  const GPtrArray *regulars =
      hv_roster_list_of (hv_house_detail_get_roster (self), HV_KIND_REGULAR, HV_KIND_TEMPLATE, tmpl);
  for (guint i = 0; i < regulars->len; i++)
    g_array_append_val (people, ((const HvRegular *)g_ptr_array_index (regulars, i))->volunteer);
  return people;
}

static void
add_regular_cb (GtkWidget *button, HvHouseDetail *self)
{
  HvId tmpl = get_template (button);
  g_autoptr (GArray) there = list_regulars (self, tmpl);
  HvPickPopover *popover = hv_pick_popover_open (button, HV_KIND_VOLUNTEER, _ ("Stands there every time"),
                                                 (const HvId *)there->data, there->len);
  if (popover == NULL)
    return;
  mark_template (GTK_WIDGET (popover), tmpl);
  g_signal_connect_object (popover, "picked", G_CALLBACK (regular_picked_cb), self, 0);
}

static void
regular_removed_cb (GtkWidget *button, HvHouseDetail *self)
{
  const HvId *id = g_object_get_data (G_OBJECT (button), "regular");
  const HvRegular *regular = hv_roster_find (hv_house_detail_get_roster (self), HV_KIND_REGULAR, *id);
  if (regular != NULL)
    hv_window_commit (self->window, hv_house_edit_remove_regular (regular, hv_store_new_edit_source ()),
                      g_strdup (_ ("Saved")));
}

/* --- rows --- */

/* What the template before it asked for: "from week 19: 5 · up to and including week 18: 3". */
static char *
describe_validity (HvHouseDetail *self, const HvTemplate *tmpl, HvLanguage language)
{
  if (tmpl->from == HV_NONE)
    return NULL;
  HvWeek from = { (HvDay)tmpl->from };
  g_autofree char *this_week = hv_format_weeks (&from, 1, hv_week_get_year (from), language);
  g_autoptr (GPtrArray) before =
      hv_house_edit_list_templates (hv_house_detail_get_roster (self), tmpl->house, hv_week_add (from, -1));
  for (guint i = 0; i < before->len; i++)
    {
      const HvTemplate *other = g_ptr_array_index (before, i);
      if (other->role != tmpl->role || other->weekday != tmpl->weekday || other->r.id == tmpl->r.id)
        continue;
      HvWeek last = hv_week_add (from, -1);
      g_autofree char *last_week = hv_format_weeks (&last, 1, hv_week_get_year (from), language);
      /* TRANSLATORS: weeks such as "week 19", and how many people each asks for */
      return hv_text_format (language, "from %s: %d · up to and including %s: %d", this_week, (int)tmpl->minimum,
                             last_week, (int)other->minimum);
    }
  return hv_text_format (language, "from %s", this_week);
}

static char *
describe_template (HvHouseDetail *self, const HvTemplate *tmpl, HvLanguage language)
{
  HvSpan span = { tmpl->start, tmpl->end };
  g_autofree char *hours = hv_format_hours (span, language);
  g_autofree char *validity = describe_validity (self, tmpl, language);
  const char *weekday = hv_format_weekday ((int)tmpl->weekday, language);
  const char *repeat = tmpl->repeat == HV_REPEAT_EVEN  ? hv_text (language, "even weeks")
                       : tmpl->repeat == HV_REPEAT_ODD ? hv_text (language, "odd weeks")
                                                       : NULL;
  GString *text = g_string_new (NULL);
  g_string_printf (text, "%s %s", weekday, hours);
  if (repeat != NULL)
    g_string_append_printf (text, " · %s", repeat);
  if (validity != NULL)
    g_string_append_printf (text, " · %s", validity);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_icon_button (const char *icon, const char *said)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return button;
}

static void
add_row (HvHouseDetail *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->roles_group), row);
  g_ptr_array_add (self->role_rows, row);
}

/* "5", or "5 · 2" where a number is fixed beside the least. */
static char *
format_number (const HvTemplate *tmpl)
{
  if (tmpl->wanted == HV_NONE || tmpl->wanted == tmpl->minimum)
    return g_strdup_printf ("%d", (int)tmpl->minimum);
  /* TRANSLATORS: at least so many people; so many are wanted */
  return g_strdup_printf (_ ("%d, wanted %d"), (int)tmpl->minimum, (int)tmpl->wanted);
}

static void
add_template (HvHouseDetail *self, const HvTemplate *tmpl)
{
  const HvRole *role = hv_roster_find_role (hv_house_detail_get_roster (self), tmpl->role);
  const char *title = role == NULL ? "" : role->name;
  g_autofree char *subtitle = describe_template (self, tmpl, hv_text_get_own_language ());
  g_autofree char *number = format_number (tmpl);
  g_autofree char *regular = g_strdup_printf (_ ("%s: somebody who stands there every time"), title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "subtitle-lines", 2, "activatable", TRUE, NULL);
  hv_plain_row_set_texts (row, title, subtitle);
  GtkWidget *button = make_icon_button ("contact-new-symbolic", regular);
  mark_template (row, tmpl->r.id);
  mark_template (button, tmpl->r.id);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (button, "clicked", G_CALLBACK (add_regular_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_LABEL, "label", number, "css-classes",
                                           (const char *[]){ "hv-numeric", "heading", NULL }, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-edit-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  add_row (self, row);
}

static void
add_regular (HvHouseDetail *self, const HvRegular *regular)
{
  const HvVolunteer *person = hv_roster_find_volunteer (hv_house_detail_get_roster (self), regular->volunteer);
  if (person == NULL)
    return;
  g_autofree char *said = g_strdup_printf (_ ("%s does not stand there every time any more"), person->name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, person->name, _ ("every time"));
  GtkWidget *button = make_icon_button ("list-remove-symbolic", said);
  g_object_set_data_full (G_OBJECT (button), "regular", g_memdup2 (&regular->r.id, sizeof regular->r.id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (regular_removed_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (ADW_TYPE_AVATAR, "size", 26, "text", person->name, "show-initials", TRUE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

void
hv_house_detail_show_roles (HvHouseDetail *self, const HvHouse *house)
{
  const HvRoster *roster = hv_house_detail_get_roster (self);
  g_autoptr (GPtrArray) templates = hv_house_edit_list_templates (roster, house->r.id, hv_house_detail_get_from (self));
  for (guint i = 0; i < self->role_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->roles_group), g_ptr_array_index (self->role_rows, i));
  g_ptr_array_set_size (self->role_rows, 0);
  for (guint i = 0; i < templates->len; i++)
    {
      const HvTemplate *tmpl = g_ptr_array_index (templates, i);
      const GPtrArray *regulars = hv_roster_list_of (roster, HV_KIND_REGULAR, HV_KIND_TEMPLATE, tmpl->r.id);
      add_template (self, tmpl);
      for (guint j = 0; j < regulars->len; j++)
        add_regular (self, g_ptr_array_index (regulars, j));
    }
}

GtkWidget *
hv_house_detail_make_roles (HvHouseDetail *self)
{
  self->role_rows = g_ptr_array_new ();
  self->roles_group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Roles and numbers"), "description",
                                    _ ("At least so many; the visitors may need more"), NULL);
  GtkWidget *content =
      g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic", "label", _ ("Add Role…"), NULL);
  GtkWidget *add = g_object_new (GTK_TYPE_BUTTON, "child", content, "valign", GTK_ALIGN_CENTER, "css-classes",
                                 (const char *[]){ "flat", "hv-plain", NULL }, NULL);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->roles_group), add);
  return self->roles_group;
}
