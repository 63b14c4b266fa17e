/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-page-private.h"

#include "hv-assign-popover.h"
#include "hv-assignment-edit.h"
#include "hv-day-dialog.h"
#include "hv-format.h"
#include "hv-generation.h"
#include "hv-person-popover.h"
#include "hv-person-steps.h"
#include "hv-placement.h"
#include "hv-publish-dialog.h"
#include "hv-swap.h"
#include "hv-times-popover.h"
#include "hv-ui-text.h"
#include "hv-week-edit.h"
#include "hv-week-words.h"

#include <stdlib.h>

/* --- another week --- */

static void
previous_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_week_page_set_week (HV_WEEK_PAGE (widget), hv_week_add (HV_WEEK_PAGE (widget)->week, -1));
}

static void
next_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_week_page_set_week (HV_WEEK_PAGE (widget), hv_week_add (HV_WEEK_PAGE (widget)->week, 1));
}

static void
this_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  hv_week_page_set_week (self, hv_workspace_get_this_week (self->workspace));
}

static void
pick_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (HV_WEEK_PAGE (widget)->title_button);
}

/* --- places --- */

/* The place with the focus, as a card would show it; the caller frees the array it is in. */
static const HvCardPlace *
find_current (HvWeekPage *self, GPtrArray **ret_places)
{
  HvGridPlace at;
  *ret_places = NULL;
  if (!hv_week_page_get_current (self, &at))
    return NULL;
  const HvRoster *roster = hv_week_page_get_roster (self);
  const HvShift *shift = hv_roster_find_shift (roster, at.shift);
  const HvGap *gap = shift == NULL ? NULL : hv_outlook_find_gap (hv_workspace_get_outlook (self->workspace), shift);
  if (gap == NULL)
    return NULL;
  *ret_places = hv_card_place_list (roster, gap, hv_text_get_own_language ());
  return at.n < (*ret_places)->len ? g_ptr_array_index (*ret_places, at.n) : NULL;
}

static const HvAssignment *
find_current_person (HvWeekPage *self)
{
  g_autoptr (GPtrArray) places = NULL;
  const HvCardPlace *place = find_current (self, &places);
  return place == NULL || place->assignment == HV_NONE
             ? NULL
             : hv_roster_find_assignment (hv_week_page_get_roster (self), place->assignment);
}

static void
go_to_gap (HvWeekPage *self, bool backwards)
{
  HvGridPlace place;
  bool wrapped;
  if (!hv_week_page_find_empty (self, backwards, &place, &wrapped))
    {
      hv_window_say (self->window, _ ("There is no empty place in this week"), false);
      return;
    }
  hv_week_page_focus_place (self, place);
  if (wrapped)
    hv_window_say (self->window, _ ("Started again from the first empty place"), false);
}

static void
next_gap_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_gap (HV_WEEK_PAGE (widget), false);
}

static void
previous_gap_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_gap (HV_WEEK_PAGE (widget), true);
}

/* The place is filled in a moment; the next empty one is where the hands go on. */
static void
assigned_cb (HvAssignPopover *popover, gint64 shift, gint64 volunteer, HvWeekPage *self)
{
  HvGridPlace place;
  bool wrapped;
  if (hv_week_page_find_empty (self, false, &place, &wrapped))
    hv_week_page_focus_place (self, place);
}

static void
open_place (HvWeekPage *self, GtkWidget *over, const GdkRectangle *area, const HvCardPlace *place, const char *typed)
{
  if (place->assignment != HV_NONE)
    {
      if (typed == NULL)
        hv_person_popover_open (over, area, place->assignment);
      return;
    }
  HvAssignPopover *popover = hv_assign_popover_open (over, area, place->shift, typed);
  if (popover != NULL)
    g_signal_connect_object (popover, "assigned", G_CALLBACK (assigned_cb), self, 0);
}

/* A place of a card, wherever the card is. */
static void
open_card (HvWeekPage *self, GtkWidget *over, HvShiftCard *card, guint n, const char *typed)
{
  graphene_point_t origin = { 0, 0 };
  GdkRectangle area;
  hv_shift_card_get_place_area (card, n, &area);
  if (!gtk_widget_compute_point (GTK_WIDGET (card), over, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  area.x += (int)origin.x;
  area.y += (int)origin.y;
  open_place (self, over, &area, hv_shift_card_get_place (card, n), typed);
}

static void
card_activated_cb (GtkWidget *view, HvShiftCard *card, guint n, HvWeekPage *self)
{
  open_card (self, view, card, n, NULL);
}

static void
card_typed_cb (GtkWidget *view, HvShiftCard *card, guint n, const char *text, HvWeekPage *self)
{
  open_card (self, view, card, n, text);
}

static void
place_activated_cb (GtkWidget *view, gpointer place, gpointer area, HvWeekPage *self)
{
  open_place (self, view, area, place, NULL);
}

static void
place_typed_cb (GtkWidget *view, gpointer place, gpointer area, const char *text, HvWeekPage *self)
{
  open_place (self, view, area, place, text);
}

static void
person_activated_cb (HvPeopleGrid *view, gint64 volunteer, HvWeekPage *self)
{
  hv_window_show_volunteer (self->window, volunteer);
}

static void
by_person_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  self->by_person = !self->by_person;
  hv_week_page_show (self);
}

static void
house_activated_cb (GtkWidget *view, gint64 house, HvWeekPage *self)
{
  hv_window_set_house (self->window, house);
}

static void
remove_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  const HvAssignment *person = find_current_person (self);
  if (person != NULL)
    hv_person_remove (self->window, person->r.id);
}

static void
lock_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  const HvAssignment *person = find_current_person (self);
  if (person != NULL)
    hv_person_toggle_locked (self->window, person->r.id);
}

/* Over the place that has the focus, on the page, which stays. */
static void
times_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const HvAssignment *person = find_current_person (HV_WEEK_PAGE (widget));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  if (person == NULL || focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;
  GdkRectangle area = { (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height };
  hv_times_popover_open (widget, &area, person->r.id);
}

/* Quarter hours earlier or later. */
static void
shift_time_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  const HvAssignment *person = find_current_person (self);
  g_autoptr (GError) error = NULL;
  if (person == NULL)
    return;
  int minutes = g_variant_get_int32 (parameter);
  HvSpan span = { person->starts + minutes, person->ends + minutes };
  HvEdit *edit =
      hv_assignment_edit_set_times (hv_week_page_get_roster (self), person, span, hv_store_new_edit_source (), &error);
  g_autofree char *hours = hv_format_span (span, hv_text_get_own_language ());
  if (edit == NULL)
    hv_window_say (self->window, error->message, false);
  else
    hv_window_commit (
        self->window, edit,
        g_strdup_printf (_ ("%s: %s"), hv_week_words_name (hv_week_page_get_roster (self), person), hours));
}

/* --- moving, copying, swapping: by dragging, or by cutting and pasting --- */

/* What putting somebody on a place would be: on an empty place they move there (or are
 * copied), on somebody else's the two swap. NULL with an error says why not. */
static HvEdit *
make_drop (HvWeekPage *self, const char *what, const HvCardPlace *place, bool copy, GError **error)
{
  const HvRoster *roster = hv_week_page_get_roster (self);
  HvLanguage language = hv_text_get_own_language ();
  HvEditSource source = hv_store_new_edit_source ();
  const HvShift *shift = hv_roster_find_shift (roster, place->shift);
  bool from_card = g_str_has_prefix (what, "assignment:");
  HvId id = g_ascii_strtoll (strchr (what, ':') + 1, NULL, 10);
  const HvAssignment *moved = from_card ? hv_roster_find_assignment (roster, id) : NULL;
  if (shift == NULL || (from_card && (moved == NULL || moved->volunteer == HV_NONE)))
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_REFUSED, _ ("This person can only be moved from the card"));
      return NULL;
    }
  if (place->assignment != HV_NONE && from_card && !copy)
    return hv_swap_make (roster, moved, hv_roster_find_assignment (roster, place->assignment), NULL, language, source,
                         error);
  HvPlacement placement = hv_placement_new (shift, from_card ? moved->volunteer : id);
  placement.moved = copy ? NULL : moved;
  return hv_placement_assign (roster, &placement, HV_ORIGIN_HAND, false, NULL, language, source, error);
}

static char *
check_drop_cb (const char *what, HvGridPlace at, gpointer data)
{
  HvWeekPage *self = data;
  g_autoptr (GError) error = NULL;
  HvShiftCard *card = hv_week_board_find_card (HV_WEEK_BOARD (self->grid), at.shift);
  const HvCardPlace *place = card == NULL ? NULL : hv_shift_card_get_place (card, at.n);
  if (place == NULL)
    return g_strdup ("");
  g_autofree char *own = g_strdup_printf ("assignment:%" G_GINT64_FORMAT, place->assignment);
  if (g_str_equal (own, what))
    return g_strdup (_ ("is here already"));
  g_autoptr (HvEdit) edit = make_drop (self, what, place, false, &error);
  return edit != NULL ? NULL : g_strdup (error->message);
}

static char *
say_drop (HvWeekPage *self, const HvEdit *edit, const HvCardPlace *place)
{
  const HvRoster *roster = hv_week_page_get_roster (self);
  const HvShift *shift = hv_roster_find_shift (roster, place->shift);
  g_autofree char *where = hv_week_words_shift (roster, shift, hv_text_get_own_language ());
  if (g_str_equal (edit->verb, "swap"))
    return g_strdup (_ ("The two have swapped"));
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvRecord *record = g_array_index (edit->puts, HvPut, i).record;
      const HvAssignment *assignment = (const HvAssignment *)record;
      if (record->kind == HV_KIND_ASSIGNMENT && assignment->shift == place->shift)
        return g_strdup_printf (_ ("%s is on: %s"), hv_week_words_name (roster, assignment), where);
    }
  return g_strdup (where);
}

static void
drop (HvWeekPage *self, const char *what, const HvCardPlace *place, bool copy)
{
  g_autoptr (GError) error = NULL;
  HvEdit *edit = make_drop (self, what, place, copy, &error);
  if (edit == NULL)
    {
      hv_window_say (self->window, error->message, false);
      return;
    }
  char *said = say_drop (self, edit, place);
  hv_window_commit (self->window, edit, said);
}

static void
dropped_cb (HvWeekGrid *grid, HvShiftCard *card, guint n, const char *what, gboolean copy, HvWeekPage *self)
{
  drop (self, what, hv_shift_card_get_place (card, n), copy);
}

static void
cut_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  const HvAssignment *person = find_current_person (self);
  if (person == NULL)
    return;
  self->carried = person->r.id;
  self->carried_copy = g_variant_get_boolean (parameter);
  g_autofree char *text = g_strdup_printf (self->carried_copy ? _ ("%s is copied. Choose a place and paste.")
                                                              : _ ("%s is to be moved. Choose a place and paste."),
                                           hv_week_words_name (hv_week_page_get_roster (self), person));
  hv_window_say (self->window, text, false);
}

static void
paste_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  g_autoptr (GPtrArray) places = NULL;
  const HvCardPlace *place = find_current (self, &places);
  if (self->carried == 0 || place == NULL)
    return;
  g_autofree char *what = g_strdup_printf ("assignment:%" G_GINT64_FORMAT, self->carried);
  drop (self, what, place, self->carried_copy);
  self->carried = 0;
}

/* --- the whole week --- */

static void
generate_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  g_autoptr (HvGeneration) generation =
      hv_generation_new (hv_week_page_get_roster (self), self->week, 1, hv_store_new_edit_source ());
  char *said = g_strdup_printf (_ ("%d new, %d unchanged, %d closed"), generation->n_new, generation->n_unchanged,
                                generation->n_closed);
  hv_window_commit (self->window, g_steal_pointer (&generation->edit), said);
}

static void
copy_last_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  HvLanguage language = hv_text_get_own_language ();
  g_autoptr (GPtrArray) skipped = NULL;
  HvWeek before = hv_week_add (self->week, -1);
  HvEdit *edit = hv_week_edit_copy (hv_week_page_get_roster (self), before, self->week, hv_week_page_get_house (self),
                                    language, hv_store_new_edit_source (), &skipped);
  g_autofree char *week = hv_format_week (before, hv_week_get_year (self->week), language);
  guint n = edit->puts->len;
  g_autoptr (GString) said = g_string_new (NULL);
  g_string_printf (said, hv_own_ntext ("%s copied: %u place filled", "%s copied: %u places filled", n), week, n);
  for (guint i = 0; i < skipped->len; i++)
    g_string_append_printf (said, " · %s", (const char *)g_ptr_array_index (skipped, i));
  hv_window_commit (self->window, edit, g_string_free (g_steal_pointer (&said), FALSE));
}

static void
keep_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  hv_window_commit (self->window,
                    hv_week_edit_keep (hv_week_page_get_roster (self), self->week, hv_week_page_get_house (self),
                                       hv_store_new_edit_source ()),
                    g_strdup (_ ("The week is saved as templates, with its people as regulars")));
}

static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  HvEdit *edit = hv_week_edit_clear (hv_week_page_get_roster (self), self->week, hv_week_page_get_house (self),
                                     hv_store_new_edit_source ());
  guint n = edit->puts->len;
  hv_window_commit (
      self->window, edit,
      g_strdup_printf (
          hv_own_ntext ("%u person removed; locked people stay", "%u people removed; locked people stay", n), n));
}

/* --- one house on one day --- */

static void
open_day (HvWeekPage *self, HvId house, HvDay day)
{
  if (hv_roster_find_house (hv_week_page_get_roster (self), house) != NULL)
    gtk_window_present (GTK_WINDOW (hv_day_dialog_new (self->window, house, day)));
}

static void
day_at_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 house;
  int day;
  g_variant_get (parameter, "(xi)", &house, &day);
  open_day (HV_WEEK_PAGE (widget), house, day);
}

/* The day of the place with the focus; else a day of this week, in the house that is shown. */
static void
day_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HvWeekPage *self = HV_WEEK_PAGE (widget);
  HvGridPlace place;
  const HvRoster *roster = hv_week_page_get_roster (self);
  const GPtrArray *houses = hv_roster_list (roster, HV_KIND_HOUSE);
  const HvShift *shift = hv_week_page_get_current (self, &place) ? hv_roster_find_shift (roster, place.shift) : NULL;
  HvDay today = hv_workspace_get_today (self->workspace);
  HvId house = hv_week_page_get_house (self);
  if (house == HV_NONE && houses->len > 0)
    house = ((const HvHouse *)houses->pdata[0])->r.id;
  if (shift != NULL)
    open_day (self, shift->house, hv_minute_get_day (shift->starts));
  else
    open_day (self, house, hv_week_contains (self->week, today) ? today : self->week.monday);
}

static void
publish_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hv_publish_dialog_open (HV_WEEK_PAGE (widget)->window, HV_WEEK_PAGE (widget)->week);
}

/* --- names and keys --- */

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
  bool writes;
} actions[] = {
  { "week.previous", NULL, previous_activated, false },
  { "week.next", NULL, next_activated, false },
  { "week.this", NULL, this_activated, false },
  { "week.pick", NULL, pick_activated, false },
  { "week.by-person", NULL, by_person_activated, false },
  { "week.next-gap", NULL, next_gap_activated, false },
  { "week.previous-gap", NULL, previous_gap_activated, false },
  { "week.remove", NULL, remove_activated, true },
  { "week.lock", NULL, lock_activated, true },
  { "week.times", NULL, times_activated, true },
  { "week.shift-time", "i", shift_time_activated, true },
  { "week.cut", "b", cut_activated, true },
  { "week.paste", NULL, paste_activated, true },
  { "week.generate", NULL, generate_activated, true },
  { "week.copy-last", NULL, copy_last_activated, true },
  { "week.keep", NULL, keep_activated, true },
  { "week.clear", NULL, clear_activated, true },
  { "week.day", NULL, day_activated, false },
  { "week.day-at", "(xi)", day_at_activated, false },
  { "week.publish", NULL, publish_activated, true },
};

void
hv_week_page_install_commands (GtkWidgetClass *klass)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type, actions[i].activate);

  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, GDK_ALT_MASK, "week.previous" },
    { GDK_KEY_Right, GDK_ALT_MASK, "week.next" },
    { GDK_KEY_Home, GDK_ALT_MASK, "week.this" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "week.pick" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "week.day" },
    { GDK_KEY_F8, 0, "week.next-gap" },
    { GDK_KEY_F8, GDK_SHIFT_MASK, "week.previous-gap" },
    { GDK_KEY_Delete, 0, "week.remove" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "week.lock" },
    { GDK_KEY_F2, 0, "week.times" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "week.paste" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "week.copy-last" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "week.publish" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_x, GDK_CONTROL_MASK, "week.cut", "b", FALSE);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "week.cut", "b", TRUE);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_ALT_MASK, "week.shift-time", "i", -15);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_ALT_MASK, "week.shift-time", "i", 15);
}

void
hv_week_page_update_commands (HvWeekPage *self)
{
  bool writable = hv_workspace_get_read_only_reason (self->workspace) == NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].writes)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, writable);
}

void
hv_week_page_connect_commands (HvWeekPage *self)
{
  GtkWidget *boards[] = { GTK_WIDGET (self->grid), GTK_WIDGET (self->list) };
  for (gsize i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_signal_connect (boards[i], "place-activated", G_CALLBACK (card_activated_cb), self);
      g_signal_connect (boards[i], "place-typed", G_CALLBACK (card_typed_cb), self);
      g_signal_connect (boards[i], "house-activated", G_CALLBACK (house_activated_cb), self);
    }
  g_signal_connect (self->house, "place-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect (self->house, "place-typed", G_CALLBACK (place_typed_cb), self);
  g_signal_connect (self->people, "place-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect (self->people, "person-activated", G_CALLBACK (person_activated_cb), self);
  g_signal_connect (self->grid, "dropped", G_CALLBACK (dropped_cb), self);
  hv_week_grid_set_check (self->grid, check_drop_cb, self);
}
