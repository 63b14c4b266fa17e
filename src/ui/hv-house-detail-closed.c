/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-house-detail-private.h"

#include "hv-closing.h"
#include "hv-format.h"
#include "hv-holiday.h"
#include "hv-plain-row.h"
#include "hv-ui-text.h"

/* Closed days: the country's holidays that fall on an open weekday, each with a switch,
 * and the house's own. */

#define MONTHS_AHEAD 400 /* days */

typedef struct
{
  HvDay day;
  bool half;
  const char *name; /* English source */
} DayChange;

/* --- holidays --- */

static HvEdit *
switch_day (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data, GError **error)
{
  const DayChange *change = data;
  bool holiday;
  bool is_closed = hv_roster_find_closing (everything, house->r.id, change->day, &holiday) != NULL;
  if (is_closed)
    return hv_closing_open (everything, house, change->day, hv_store_new_edit_source (), error);
  if (change->half)
    return hv_house_edit_add_closed (everything, house, change->day, change->day,
                                     hv_text (hv_text_get_own_language (), change->name), hv_store_new_edit_source (),
                                     error);
  /* Closed on the holiday again: what opened it goes, and what is generated closes. */
  HvEdit *edit = hv_edit_new ("close", hv_store_new_edit_source ());
  const GPtrArray *opened = hv_roster_list_of (everything, HV_KIND_OPEN_ON, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < opened->len; i++)
    {
      const HvOpenOn *open = g_ptr_array_index (opened, i);
      if (open->day == change->day)
        hv_edit_remove (edit, open);
    }
  const GPtrArray *openings = hv_roster_list_of (everything, HV_KIND_OPENING, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (hv_opening_get_day (opening) != change->day || opening->closed != NULL)
        continue;
      HvOpening *closed = hv_edit_change (edit, opening);
      hv_set_text (&closed->closed, change->name);
      closed->holiday = 1;
    }
  return edit;
}

static void
holiday_switched_cb (GtkWidget *widget, GParamSpec *pspec, HvHouseDetail *self)
{
  if (self->showing)
    return;
  const DayChange *change = g_object_get_data (G_OBJECT (widget), "day");
  hv_house_detail_change (self, switch_day, g_memdup2 (change, sizeof *change), g_free);
}

static bool
is_open_weekday (HvHouseDetail *self, HvDay day)
{
  g_autoptr (GPtrArray) hours = hv_house_edit_list_hours (hv_house_detail_get_roster (self), self->house,
                                                          hv_day_get_weekday (day), hv_week_of_day (day));
  return hours->len > 0;
}

static void
add_row (HvHouseDetail *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->closed_group), row);
  g_ptr_array_add (self->closed_rows, row);
}

static void
add_holiday (HvHouseDetail *self, const HvHoliday *holiday)
{
  HvLanguage language = hv_text_get_own_language ();
  const char *name = hv_holiday_get_name (holiday, language);
  g_autofree char *date = hv_format_day_with_year (holiday->day, language);
  g_autofree char *subtitle = holiday->half ? g_strdup_printf (_ ("%s · no public holiday"), date)
                                            : g_strdup_printf (_ ("%s · public holiday"), date);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, name, subtitle);
  bool by_holiday;
  bool closed =
      hv_roster_find_closing (hv_house_detail_get_roster (self), self->house, holiday->day, &by_holiday) != NULL;
  GtkWidget *widget = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, "active", closed, NULL);
  g_autofree char *said = g_strdup_printf (_ ("Closed on %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  DayChange *change = g_new0 (DayChange, 1);
  *change = (DayChange){ holiday->day, holiday->half, holiday->name };
  g_object_set_data_full (G_OBJECT (widget), "day", change, g_free);
  g_signal_connect (widget, "notify::active", G_CALLBACK (holiday_switched_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  add_row (self, row);
}

static void
add_holidays (HvHouseDetail *self)
{
  HvCountry country = HV_COUNTRY_DK;
  HvDay today = hv_workspace_get_today (hv_window_get_workspace (self->window));
  hv_country_parse (hv_roster_get_organisation (hv_house_detail_get_roster (self))->country, &country);
  for (int year = hv_day_get_year (today); year <= hv_day_get_year (today + MONTHS_AHEAD); year++)
    {
      g_autoptr (GArray) holidays = hv_holiday_list (country, year);
      for (guint i = 0; i < holidays->len; i++)
        {
          const HvHoliday *holiday = &g_array_index (holidays, HvHoliday, i);
          if (holiday->day >= today && holiday->day <= today + MONTHS_AHEAD && is_open_weekday (self, holiday->day))
            add_holiday (self, holiday);
        }
    }
}

/* --- the house's own closed days --- */

static HvEdit *
remove_closed (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data, GError **error)
{
  const HvClosed *closed = hv_roster_find (everything, HV_KIND_CLOSED, *(HvId *)data);
  return closed == NULL ? NULL : hv_house_edit_remove_closed (everything, closed, hv_store_new_edit_source ());
}

static void
remove_clicked_cb (GtkWidget *button, HvHouseDetail *self)
{
  const HvId *id = g_object_get_data (G_OBJECT (button), "closed");
  hv_house_detail_change (self, remove_closed, g_memdup2 (id, sizeof *id), g_free);
}

static void
add_closed (HvHouseDetail *self, const HvClosed *closed)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *range = hv_format_day_range ((HvDay)closed->from, (HvDay)closed->to, language);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);
  hv_plain_row_set_texts (row, closed->reason == NULL ? _ ("Closed") : closed->reason, range);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Open again: %s"), range);
  HvId *id = g_new (HvId, 1);
  *id = closed->r.id;
  g_object_set_data_full (G_OBJECT (button), "closed", id, g_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

void
hv_house_detail_show_closed (HvHouseDetail *self, const HvHouse *house)
{
  for (guint i = 0; i < self->closed_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->closed_group), g_ptr_array_index (self->closed_rows, i));
  g_ptr_array_set_size (self->closed_rows, 0);
  HvDay today = hv_workspace_get_today (hv_window_get_workspace (self->window));
  const GPtrArray *spans =
      hv_roster_list_of (hv_house_detail_get_roster (self), HV_KIND_CLOSED, HV_KIND_HOUSE, house->r.id);
  for (guint i = 0; i < spans->len; i++)
    if (((const HvClosed *)g_ptr_array_index (spans, i))->to >= today)
      add_closed (self, g_ptr_array_index (spans, i));
  add_holidays (self);
}

/* --- adding one --- */

typedef struct
{
  HvHouseDetail *detail;
  GtkWidget *popover;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *reason;
  GtkWidget *mistake;
} NewClosed;

typedef struct
{
  HvDay from;
  HvDay to;
  char *reason;
} ClosedChange;

static void
closed_change_free (gpointer data)
{
  g_free (((ClosedChange *)data)->reason);
  g_free (data);
}

static HvEdit *
make_closed (HvHouseDetail *self, const HvRoster *everything, const HvHouse *house, gpointer data, GError **error)
{
  const ClosedChange *change = data;
  return hv_house_edit_add_closed (everything, house, change->from, change->to, change->reason,
                                   hv_store_new_edit_source (), error);
}

static bool
read_days (NewClosed *form, ClosedChange *change, GError **error)
{
  const char *to = gtk_editable_get_text (GTK_EDITABLE (form->to));
  if (!hv_day_parse_loose (gtk_editable_get_text (GTK_EDITABLE (form->from)), &change->from, error))
    return false;
  change->to = change->from;
  return to[0] == '\0' || hv_day_parse_loose (to, &change->to, error);
}

static bool
read_form (NewClosed *form, ClosedChange *change, GError **error)
{
  if (!read_days (form, change, error))
    return false;
  change->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->reason)));
  const HvHouse *house = hv_house_detail_get_house (form->detail);
  g_autoptr (HvEdit) trial = hv_house_edit_add_closed (hv_house_detail_get_roster (form->detail), house, change->from,
                                                       change->to, change->reason, hv_store_new_edit_source (), error);
  return trial != NULL;
}

static void
show_mistake (NewClosed *form, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (form->mistake), sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (form->mistake, sentence != NULL);
}

/* At once, but not what is only missing yet. */
static void
form_typed_cb (NewClosed *form)
{
  g_autoptr (GError) error = NULL;
  ClosedChange change = { 0 };
  bool begun = gtk_editable_get_text (GTK_EDITABLE (form->from))[0] != '\0';
  bool reasoned = gtk_editable_get_text (GTK_EDITABLE (form->reason))[0] != '\0';
  bool fine = !begun || (reasoned ? read_form (form, &change, &error) : read_days (form, &change, &error));
  show_mistake (form, fine ? NULL : error->message);
  g_free (change.reason);
}

static void
closed_added_cb (NewClosed *form)
{
  g_autoptr (GError) error = NULL;
  ClosedChange *change = g_new0 (ClosedChange, 1);
  if (!read_form (form, change, &error))
    {
      show_mistake (form, error->message);
      closed_change_free (change);
      return;
    }
  show_mistake (form, NULL);
  gtk_popover_popdown (GTK_POPOVER (form->popover));
  hv_house_detail_change (form->detail, make_closed, change, closed_change_free);
}

static GtkWidget *
add_entry (GtkWidget *box, const char *title, const char *hint)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "placeholder-text", hint, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static GtkWidget *
make_form (HvHouseDetail *self)
{
  NewClosed *form = g_new0 (NewClosed, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  HvDay today = hv_day_from_ymd (2026, 6, 29);
  g_autofree char *example = hv_day_format (today);
  g_autofree char *hint = g_strdup_printf (_ ("such as %s"), example);
  form->detail = self;
  form->popover = gtk_popover_new ();
  form->from = add_entry (box, _ ("First day"), hint);
  form->to = add_entry (box, _ ("Last day (empty: one day)"), NULL);
  form->reason = add_entry (box, _ ("Reason"), NULL);
  form->mistake = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "wrap", TRUE, "max-width-chars", 30, "xalign", 0.0,
                                "css-classes", (const char *[]){ "hv-under", NULL }, NULL);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_box_append (GTK_BOX (box), form->mistake);
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (form->popover), box);
  g_signal_connect_swapped (form->from, "changed", G_CALLBACK (form_typed_cb), form);
  g_signal_connect_swapped (form->to, "changed", G_CALLBACK (form_typed_cb), form);
  g_signal_connect_swapped (form->reason, "changed", G_CALLBACK (form_typed_cb), form);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (closed_added_cb), form);
  g_signal_connect_swapped (form->reason, "activate", G_CALLBACK (closed_added_cb), form);
  g_object_set_data_full (G_OBJECT (form->popover), "form", form, g_free);
  return form->popover;
}

GtkWidget *
hv_house_detail_make_closed (HvHouseDetail *self)
{
  self->closed_rows = g_ptr_array_new ();
  self->closed_group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Closed days"), NULL);
  GtkWidget *add = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (add), _ ("Add…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (add), make_form (self));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->closed_group), add);
  return self->closed_group;
}
