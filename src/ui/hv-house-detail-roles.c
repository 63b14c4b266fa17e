/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-detail-private.h"

#include "hv-format.h"
#include "hv-time-entry.h"
#include "hv-ui-text.h"

/* Roles and numbers: a row for each shift template in force, and one to add another. */

/* --- changing a number --- */

typedef struct
{
  HvId tmpl;
  gint64 minimum; /* HV_NONE: the template ends */
  HvWeek from;
} NumberChange;

static HvEdit *
change_number (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data, GError **error)
{
  const NumberChange *change = data;
  const HvTemplate *tmpl = hv_roster_find (everything, HV_KIND_TEMPLATE, change->tmpl);
  if (tmpl == NULL)
    return NULL;
  if (change->minimum == HV_NONE)
    return hv_house_edit_end_template (everything, tmpl, change->from, hv_store_new_edit_source ());
  HvTemplateFacts facts = hv_house_edit_get_facts (tmpl);
  facts.minimum = change->minimum;
  return hv_house_edit_change_template (everything, tmpl, &facts, change->from, hv_store_new_edit_source (), error);
}

static void
send_change (HvHouseDetail *self, GtkWidget *widget, gint64 minimum)
{
  const HvId *tmpl = g_object_get_data (G_OBJECT (widget), "template");
  NumberChange *change = g_new0 (NumberChange, 1);
  change->tmpl = *tmpl;
  change->minimum = minimum;
  change->from = hv_house_detail_get_from (self);
  hv_house_detail_change (self, change_number, change, g_free);
}

static void
number_changed_cb (GtkSpinButton *spin, HvHouseDetail *self)
{
  if (!self->showing)
    send_change (self, GTK_WIDGET (spin), gtk_spin_button_get_value_as_int (spin));
}

static void
end_clicked_cb (GtkWidget *button, HvHouseDetail *self)
{
  send_change (self, button, HV_NONE);
}

/* --- rows --- */

static void
mark_template (GtkWidget *widget, HvId tmpl)
{
  HvId *id = g_new (HvId, 1);
  *id = tmpl;
  g_object_set_data_full (G_OBJECT (widget), "template", id, g_free);
}

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
make_row (HvHouseDetail *self, const HvTemplate *tmpl)
{
  HvLanguage language = hv_text_get_own_language ();
  const HvRole *role = hv_roster_find_role (hv_house_detail_get_roster (self), tmpl->role);
  g_autofree char *subtitle = describe_template (self, tmpl, language);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", role == NULL ? "" : role->name,
                                 "subtitle", subtitle, "subtitle-lines", 2, NULL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 40, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), (double)tmpl->minimum);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  g_autofree char *name = g_strdup_printf (_ ("%s: at least this many"), role == NULL ? "" : role->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mark_template (spin, tmpl->r.id);
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);

  GtkWidget *end = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *end_name = g_strdup_printf (_ ("End: %s"), role == NULL ? "" : role->name);
  gtk_widget_add_css_class (end, "flat");
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (end, end_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (end), GTK_ACCESSIBLE_PROPERTY_LABEL, end_name, -1);
  mark_template (end, tmpl->r.id);
  g_signal_connect (end, "clicked", G_CALLBACK (end_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  return row;
}

void
hv_house_detail_show_roles (HvHouseDetail *self, const HvHouse *house)
{
  for (guint i = 0; i < self->role_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->roles_group), g_ptr_array_index (self->role_rows, i));
  g_ptr_array_set_size (self->role_rows, 0);
  g_autoptr (GPtrArray) templates =
      hv_house_edit_list_templates (hv_house_detail_get_roster (self), house->r.id, hv_house_detail_get_from (self));
  for (guint i = 0; i < templates->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (templates, i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->roles_group), row);
      g_ptr_array_add (self->role_rows, row);
    }
}

/* --- another role --- */

typedef struct
{
  HvHouseDetail *detail;
  GtkWidget *popover;
  GtkWidget *role;
  GtkWidget *name; /* of a role that is not there yet */
  GtkWidget *serves;
  GtkWidget *weekday;
  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *number;
} NewRole;

typedef struct
{
  HvTemplateFacts facts;
  char *role_name; /* NULL: facts.role */
  bool serves;
  HvWeek from;
} RoleChange;

static void
role_change_free (gpointer data)
{
  RoleChange *change = data;
  g_free (change->role_name);
  g_free (change);
}

static HvEdit *
add_role (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data, GError **error)
{
  RoleChange *change = data;
  HvEdit *edit =
      hv_house_edit_add_template (everything, house, &change->facts, change->from, hv_store_new_edit_source (), error);
  if (edit == NULL || change->role_name == NULL)
    return edit;
  HvId tmpl = ((const HvRecord *)g_array_index (edit->puts, HvPut, 0).record)->id;
  HvRole *role = hv_edit_add (edit, HV_KIND_ROLE);
  hv_set_text (&role->name, change->role_name);
  role->serves = change->serves;
  role->position = hv_roster_list (everything, HV_KIND_ROLE)->len;
  HvId id = role->r.id;
  HvTemplate *added = (HvTemplate *)hv_edit_find (edit, everything, HV_KIND_TEMPLATE, tmpl);
  added->role = id;
  return edit;
}

static void
role_added_cb (NewRole *form)
{
  HvHouseDetail *self = form->detail;
  const GPtrArray *roles = hv_roster_list (hv_house_detail_get_roster (self), HV_KIND_ROLE);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->role));
  RoleChange *change = g_new0 (RoleChange, 1);
  change->facts = (HvTemplateFacts){ .weekday = (int)gtk_drop_down_get_selected (GTK_DROP_DOWN (form->weekday)) + 1,
                                     .minimum = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (form->number)),
                                     .wanted = HV_NONE,
                                     .maximum = HV_NONE,
                                     .repeat = HV_REPEAT_EVERY,
                                     .n = HV_NONE,
                                     .since = HV_NONE };
  hv_time_entry_get_span (HV_TIME_ENTRY (form->start), HV_TIME_ENTRY (form->end), &change->facts.times.start,
                          &change->facts.times.end);
  if (chosen < roles->len)
    change->facts.role = ((const HvRole *)g_ptr_array_index (roles, chosen))->r.id;
  else
    {
      change->role_name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name)));
      change->serves = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->serves));
    }
  change->from = hv_house_detail_get_from (self);
  if (change->role_name != NULL && change->role_name[0] == '\0')
    {
      gtk_widget_add_css_class (form->name, "error");
      gtk_widget_grab_focus (form->name);
      role_change_free (change);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (form->popover));
  hv_house_detail_change (self, add_role, change, role_change_free);
}

static void
role_chosen_cb (NewRole *form)
{
  const GPtrArray *roles = hv_roster_list (hv_house_detail_get_roster (form->detail), HV_KIND_ROLE);
  bool other = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->role)) >= roles->len;
  gtk_widget_set_visible (form->name, other);
  gtk_widget_set_visible (form->serves, other);
}

/* The choices follow what is there: filled each time the form opens. */
static void
form_shown_cb (NewRole *form)
{
  const HvRoster *roster = hv_house_detail_get_roster (form->detail);
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < roles->len; i++)
    gtk_string_list_append (names, ((const HvRole *)g_ptr_array_index (roles, i))->name);
  gtk_string_list_append (names, _ ("Another role…"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (form->role), G_LIST_MODEL (names));

  /* The first weekday that is open, and its hours. */
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autoptr (GPtrArray) hours =
          hv_house_edit_list_hours (roster, form->detail->house, weekday, hv_house_detail_get_from (form->detail));
      if (hours->len == 0)
        continue;
      const HvHours *first = g_ptr_array_index (hours, 0);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (form->weekday), (guint)weekday - 1);
      hv_time_entry_set_minutes (HV_TIME_ENTRY (form->start), (int)first->start);
      hv_time_entry_set_minutes (HV_TIME_ENTRY (form->end), (int)first->end % HV_MINUTES_PER_DAY);
      break;
    }
  role_chosen_cb (form);
}

static GtkWidget *
make_weekdays (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (int weekday = 1; weekday <= 7; weekday++)
    gtk_string_list_append (names, hv_format_weekday (weekday, hv_text_get_own_language ()));
  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
}

static void
attach (GtkGrid *grid, int row, const char *title, GtkWidget *widget)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

static GtkWidget *
make_form (HvHouseDetail *self)
{
  NewRole *form = g_new0 (NewRole, 1);
  form->detail = self;
  form->popover = gtk_popover_new ();
  form->role = gtk_drop_down_new (NULL, NULL);
  form->name = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _ ("Name of the role"), NULL);
  form->serves = gtk_check_button_new_with_label (_ ("Helps visitors"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->serves), TRUE);
  form->weekday = make_weekdays ();
  form->start = hv_time_entry_new (_ ("Begins"));
  form->end = hv_time_entry_new (_ ("Ends"));
  hv_time_entry_set_minutes (HV_TIME_ENTRY (form->start), 10 * 60);
  hv_time_entry_set_minutes (HV_TIME_ENTRY (form->end), 13 * 60);
  form->number = gtk_spin_button_new_with_range (0, 40, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->number), 1);

  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 12, NULL);
  attach (GTK_GRID (grid), 0, _ ("Role"), form->role);
  gtk_grid_attach (GTK_GRID (grid), form->name, 1, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), form->serves, 1, 2, 1, 1);
  attach (GTK_GRID (grid), 3, _ ("Weekday"), form->weekday);
  attach (GTK_GRID (grid), 4, _ ("Begins"), form->start);
  attach (GTK_GRID (grid), 5, _ ("Ends"), form->end);
  attach (GTK_GRID (grid), 6, _ ("At least"), form->number);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_grid_attach (GTK_GRID (grid), add, 0, 7, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (form->popover), grid);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (role_added_cb), form);
  g_signal_connect_swapped (form->role, "notify::selected", G_CALLBACK (role_chosen_cb), form);
  g_signal_connect_swapped (form->popover, "map", G_CALLBACK (form_shown_cb), form);
  g_object_set_data_full (G_OBJECT (form->popover), "form", form, g_free);
  return form->popover;
}

GtkWidget *
hv_house_detail_make_roles (HvHouseDetail *self)
{
  self->role_rows = g_ptr_array_new ();
  self->roles_group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Roles and numbers"), "description",
                                    _ ("At least so many; the visitors may need more"), NULL);
  GtkWidget *add = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (add), _ ("Add Role…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (add), make_form (self));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->roles_group), add);
  return self->roles_group;
}
