/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-people-grid-private.h"

#include "hv-neighbour.h"

/* The keyboard among the people: one duty has the focus, or the row of somebody who has
 * none. Rows that the list view has not made yet get the focus when they are bound. */

#define PAGE 10 /* rows */

/* --- rows and duties --- */

static HvPersonRow *
find_row (HvPeopleGrid *self, guint position)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      if (gtk_list_item_get_position (item) == position)
        return HV_PERSON_ROW (gtk_list_item_get_child (item));
    }
  return NULL;
}

/* The widget of the current duty in a row, or the row. */
static GtkWidget *
find_target (HvPeopleGrid *self, HvPersonRow *row)
{
  for (guint i = 0; i < hv_person_row_get_n_cells (row); i++)
    {
      HvDutyCell *cell = hv_person_row_get_cell (row, i);
      if (hv_place_button_get_place (HV_PLACE_BUTTON (cell))->assignment == self->current_assignment)
        return GTK_WIDGET (cell);
    }
  return GTK_WIDGET (row);
}

/* Only the current one takes the focus. */
static void
update_focusable (HvPeopleGrid *self, HvPersonRow *row, bool current)
{
  GtkWidget *target = current ? find_target (self, row) : NULL;
  for (guint i = 0; i < hv_person_row_get_n_cells (row); i++)
    gtk_widget_set_focusable (GTK_WIDGET (hv_person_row_get_cell (row, i)),
                              GTK_WIDGET (hv_person_row_get_cell (row, i)) == target);
  gtk_widget_set_focusable (GTK_WIDGET (row), GTK_WIDGET (row) == target);
}

/* The duty of a person that is nearest to a day; NULL when they have none. */
static const HvPersonDuty *
find_duty_near (const HvPersonWeek *person, int day)
{
  const HvPersonDuty *best = NULL;
  for (guint i = 0; person->duties != NULL && i < person->duties->len; i++)
    {
      const HvPersonDuty *duty = &g_array_index (person->duties, HvPersonDuty, i);
      if (best == NULL || ABS (duty->day - day) < ABS (best->day - day))
        best = duty;
    }
  return best;
}

static gint64
find_current_duty (HvPeopleGrid *self, const HvPersonWeek *person)
{
  for (guint i = 0; person->duties != NULL && i < person->duties->len; i++)
    if (g_array_index (person->duties, HvPersonDuty, i).place->assignment == self->current_assignment)
      return i;
  return -1;
}

/* --- making somebody the current one --- */

void
hv_people_grid_make_current (HvPeopleGrid *self, guint position, const HvPersonDuty *duty, bool grab)
{
  HvPersonRow *before = find_row (self, self->position);
  if (before != NULL)
    update_focusable (self, before, false);
  self->position = position;
  self->current_volunteer = hv_people_list_get_person (self->people, position)->volunteer;
  self->current_assignment = duty == NULL ? HV_NONE : duty->place->assignment;
  self->grabbing = false;

  HvPersonRow *row = find_row (self, position);
  if (row != NULL)
    update_focusable (self, row, true);
  if (!grab)
    return;
  self->grabbing = row == NULL;
  if (row == NULL)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  else
    gtk_widget_grab_focus (find_target (self, row));
}

/* A row cannot take the focus while it is being bound. */
static gboolean
grab_cb (gpointer data)
{
  g_autoptr (HvPeopleGrid) self = data;
  HvPersonRow *row = self->people == NULL ? NULL : find_row (self, self->position);
  if (self->grabbing && row != NULL)
    gtk_widget_grab_focus (find_target (self, row));
  self->grabbing = false;
  return G_SOURCE_REMOVE;
}

void
hv_people_grid_row_bound (HvPeopleGrid *self, GtkListItem *item)
{
  bool current = gtk_list_item_get_position (item) == self->position;
  update_focusable (self, HV_PERSON_ROW (gtk_list_item_get_child (item)), current);
  if (current && self->grabbing)
    g_idle_add (grab_cb, g_object_ref (self));
}

static bool
find_volunteer (HvPeopleGrid *self, guint *ret_position)
{
  for (guint i = 0; i < hv_people_list_get_n_people (self->people); i++)
    {
      const HvPersonWeek *person = hv_people_list_get_person (self->people, i);
      if (person->volunteer != self->current_volunteer
          || (person->volunteer == HV_NONE && find_current_duty (self, person) < 0))
        continue;
      *ret_position = i;
      return true;
    }
  return false;
}

/* The same person where they stand now; else who stands there instead. */
void
hv_people_grid_restore_focus (HvPeopleGrid *self, bool grab)
{
  guint n = hv_people_list_get_n_people (self->people);
  guint position = 0;
  if (n == 0)
    return;
  if (!find_volunteer (self, &position))
    position = MIN (self->position, n - 1);
  const HvPersonWeek *person = hv_people_list_get_person (self->people, position);
  gint64 duty = find_current_duty (self, person);
  hv_people_grid_make_current (self, position,
                               duty >= 0 ? &g_array_index (person->duties, HvPersonDuty, (guint)duty)
                                         : find_duty_near (person, self->day),
                               grab);
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      update_focusable (self, HV_PERSON_ROW (gtk_list_item_get_child (item)),
                        gtk_list_item_get_position (item) == position);
    }
}

bool
hv_people_grid_focus (HvPeopleGrid *self, HvGridPlace place)
{
  g_return_val_if_fail (HV_IS_PEOPLE_GRID (self), false);
  guint position;
  if (!hv_people_list_find_place (self->people, place.shift, place.n, &position))
    return false;
  const HvPersonWeek *person = hv_people_list_get_person (self->people, position);
  for (guint i = 0; i < person->duties->len; i++)
    {
      const HvPersonDuty *duty = &g_array_index (person->duties, HvPersonDuty, i);
      if (duty->place->shift != place.shift || duty->n != place.n)
        continue;
      self->day = duty->day;
      hv_people_grid_make_current (self, position, duty, true);
      return true;
    }
  return false;
}

bool
hv_people_grid_get_current (HvPeopleGrid *self, HvGridPlace *ret_place)
{
  g_return_val_if_fail (HV_IS_PEOPLE_GRID (self), false);
  if (self->position >= hv_people_list_get_n_people (self->people))
    return false;
  const HvPersonWeek *person = hv_people_list_get_person (self->people, self->position);
  gint64 i = find_current_duty (self, person);
  if (i < 0)
    return false;
  const HvPersonDuty *duty = &g_array_index (person->duties, HvPersonDuty, (guint)i);
  *ret_place = (HvGridPlace){ duty->place->shift, duty->n };
  return true;
}

/* --- keys --- */

static bool
move_along (HvPeopleGrid *self, int step)
{
  const HvPersonWeek *person = hv_people_list_get_person (self->people, self->position);
  gint64 to = find_current_duty (self, person) + step;
  if (person->duties == NULL || to < 0 || to >= person->duties->len)
    return true; /* the focus does not leave sideways */
  const HvPersonDuty *duty = &g_array_index (person->duties, HvPersonDuty, (guint)to);
  self->day = duty->day;
  hv_people_grid_make_current (self, self->position, duty, true);
  return true;
}

static bool
move_by_rows (HvPeopleGrid *self, gint64 rows)
{
  gint64 last = (gint64)hv_people_list_get_n_people (self->people) - 1;
  gint64 to = CLAMP ((gint64)self->position + rows, 0, last);
  if (to == self->position)
    return true;
  hv_people_grid_make_current (self, (guint)to,
                               find_duty_near (hv_people_list_get_person (self->people, (guint)to), self->day), true);
  return true;
}

static bool
activate_current (HvPeopleGrid *self)
{
  HvPersonRow *row = find_row (self, self->position);
  if (row == NULL)
    return false;
  GtkWidget *target = find_target (self, row);
  if (HV_IS_DUTY_CELL (target))
    hv_people_grid_activate_cell (self, HV_DUTY_CELL (target));
  else
    hv_people_grid_activate_row (self, row);
  return true;
}

static bool
press (HvPeopleGrid *self, guint key)
{
  GtkDirectionType direction;
  if (hv_neighbour_parse_key (key, &direction))
    return direction == GTK_DIR_LEFT    ? move_along (self, -1)
           : direction == GTK_DIR_RIGHT ? move_along (self, 1)
                                        : move_by_rows (self, direction == GTK_DIR_DOWN ? 1 : -1);
  switch (key)
    {
    case GDK_KEY_Page_Up:
      return move_by_rows (self, -PAGE);
    case GDK_KEY_Page_Down:
      return move_by_rows (self, PAGE);
    case GDK_KEY_Home:
      return move_by_rows (self, -(gint64)G_MAXUINT);
    case GDK_KEY_End:
      return move_by_rows (self, G_MAXUINT);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate_current (self);
    default:
      return false;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HvPeopleGrid *self)
{
  bool plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;
  return plain && self->position < hv_people_list_get_n_people (self->people) && press (self, key);
}

/* Before the list view, which has arrows of its own. */
void
hv_people_grid_add_keys (HvPeopleGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->scroller, keys);
}

static bool
focus_table (HvPeopleGrid *self)
{
  if (self->position >= hv_people_list_get_n_people (self->people))
    return false;
  const HvPersonWeek *person = hv_people_list_get_person (self->people, self->position);
  gint64 duty = find_current_duty (self, person);
  hv_people_grid_make_current (self, self->position,
                               duty < 0 ? NULL : &g_array_index (person->duties, HvPersonDuty, (guint)duty), true);
  return true;
}

/* Two stops of the Tab key: the table and the switch below it. */
gboolean
hv_people_grid_focus_within (GtkWidget *widget, GtkDirectionType direction)
{
  HvPeopleGrid *self = HV_PEOPLE_GRID (widget);
  bool in_table = gtk_widget_get_focus_child (self->scroller) != NULL;
  bool in_foot = gtk_widget_get_focus_child (self->foot) != NULL;
  bool backwards = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  if (in_table)
    return !backwards && gtk_widget_child_focus (self->foot, direction);
  if (in_foot)
    return backwards && focus_table (self);
  if (backwards)
    return gtk_widget_child_focus (self->foot, direction) || focus_table (self);
  return focus_table (self) || gtk_widget_child_focus (self->foot, direction);
}
