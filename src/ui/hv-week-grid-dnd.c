/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-grid-private.h"

#include "hv-color.h"
#include "hv-ui-text.h"

/* Dragging in the grid. What is dragged travels as a text, "assignment:ID" from a card
 * or "volunteer:ID" from a list. While it is under way every place shows whether it is
 * possible, in shape and words; letting go is the page's business. */

#define EDGE 36      /* pixels at the edges within which the grid scrolls by itself */
#define EDGE_STEP 14 /* pixels a motion */

void
hv_week_grid_set_check (HvWeekGrid *self, HvWeekGridCheck check, gpointer data)
{
  g_return_if_fail (HV_IS_WEEK_GRID (self));
  self->check = check;
  self->check_data = data;
}

static void
target_free (HvGridTarget *target)
{
  g_object_unref (target->card);
  g_free (target->reason);
  g_free (target);
}

static void
forget_targets (HvWeekGrid *self)
{
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->hovered.shift = HV_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
find_targets (HvWeekGrid *self, const char *what)
{
  g_autoptr (GArray) spots = hv_week_board_list_spots (HV_WEEK_BOARD (self));
  hv_set_text (&self->dragged, what);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify)target_free);
  for (guint i = 0; i < spots->len; i++)
    {
      const HvBoardSpot *spot = &g_array_index (spots, HvBoardSpot, i);
      HvGridTarget *target = g_new0 (HvGridTarget, 1);
      target->card = g_object_ref (spot->card);
      target->n = spot->n;
      g_ptr_array_add (self->targets, target);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Once for a place, and only for those that are seen: a national week has thousands. */
static void
ask (HvWeekGrid *self, HvGridTarget *target)
{
  if (target->asked)
    return;
  target->asked = true;
  if (self->check != NULL)
    target->reason = self->check (self->dragged, (HvGridPlace){ hv_shift_card_get_shift (target->card), target->n },
                                  self->check_data);
}

/* --- the source --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, HvWeekGrid *self)
{
  guint n;
  HvShiftCard *card = hv_week_board_find_card_at (HV_WEEK_BOARD (self), x, y, &n);
  if (card == NULL)
    return NULL;
  const HvCardPlace *place = hv_shift_card_get_place (card, n);
  HvPlaceChip *chip = hv_shift_card_get_chip (card, n);
  if (place->assignment == HV_NONE || place->struck)
    return NULL;
  if (chip != NULL)
    {
      g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (chip));
      gtk_drag_source_set_icon (source, picture, 12, 12);
    }
  g_autofree char *what = g_strdup_printf ("assignment:%" G_GINT64_FORMAT, place->assignment);
  find_targets (self, what);
  return gdk_content_provider_new_typed (G_TYPE_STRING, what);
}

static void
drag_ended_cb (HvWeekGrid *self)
{
  forget_targets (self);
}

/* --- the target --- */

static void
scroll_at_edges (HvWeekGrid *self, double y)
{
  if (y < self->head + EDGE)
    hv_week_board_scroll_by (HV_WEEK_BOARD (self), -EDGE_STEP);
  else if (y > gtk_widget_get_height (GTK_WIDGET (self)) - EDGE)
    hv_week_board_scroll_by (HV_WEEK_BOARD (self), EDGE_STEP);
}

static GdkDragAction
choose_action (GtkDropTarget *target)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (target));
  return state & GDK_CONTROL_MASK ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, HvWeekGrid *self)
{
  guint n = 0;
  scroll_at_edges (self, y);
  HvShiftCard *card = hv_week_board_find_card_at (HV_WEEK_BOARD (self), x, y, &n);
  const GValue *value = gtk_drop_target_get_value (target);
  if (self->targets == NULL && value != NULL)
    find_targets (self, g_value_get_string (value));
  self->hovered = (HvGridPlace){ card == NULL ? HV_NONE : hv_shift_card_get_shift (card), n };
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return card == NULL ? 0 : choose_action (target);
}

static void
leave_cb (HvWeekGrid *self)
{
  self->hovered.shift = HV_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, HvWeekGrid *self)
{
  guint n = 0;
  HvShiftCard *card = hv_week_board_find_card_at (HV_WEEK_BOARD (self), x, y, &n);
  bool copy = choose_action (target) == GDK_ACTION_COPY;
  forget_targets (self);
  if (card == NULL)
    return FALSE;
  g_signal_emit (self, hv_week_grid_signals[HV_WEEK_GRID_DROPPED], 0, card, n, g_value_get_string (value), copy);
  return TRUE;
}

void
hv_week_grid_add_dragging (HvWeekGrid *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- what it looks like --- */

static bool
is_hovered (HvWeekGrid *self, const HvGridTarget *target)
{
  return self->hovered.shift == hv_shift_card_get_shift (target->card) && self->hovered.n == target->n;
}

static void
draw_reason (HvWeekGrid *self, GtkSnapshot *snapshot, const char *reason, const graphene_rect_t *area)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), reason);
  int width;
  int height;
  pango_layout_get_pixel_size (layout, &width, &height);
  float x = CLAMP (area->origin.x, 4, MAX (4, gtk_widget_get_width (GTK_WIDGET (self)) - width - 20));
  GskRoundedRect plate;
  gsk_rounded_rect_init_from_rect (
      &plate, &GRAPHENE_RECT_INIT (x, area->origin.y + area->size.height + 2, width + 16, height + 8), 6);
  GdkRGBA ground = hv_widget_get_color (GTK_WIDGET (self), "hv_under_bg");
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "hv_under_fg");
  gtk_snapshot_push_rounded_clip (snapshot, &plate);
  gtk_snapshot_append_color (snapshot, &ground, &plate.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &plate, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ color, color, color, color });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (plate.bounds.origin.x + 8, plate.bounds.origin.y + 4));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_target (HvWeekGrid *self, GtkSnapshot *snapshot, const HvGridTarget *target, const graphene_rect_t *area,
             PangoLayout *check)
{
  bool possible = target->reason == NULL;
  float line = is_hovered (self, target) ? 3 : 1.5f;
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), possible ? "hv_ok_fg" : "hv_secondary_fg");
  GskRoundedRect shape;
  gsk_rounded_rect_init_from_rect (&shape, area, 6);
  if (possible)
    {
      gtk_snapshot_append_border (snapshot, &shape, (float[4]){ line, line, line, line },
                                  (GdkRGBA[4]){ color, color, color, color });
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (area->origin.x + area->size.width - 18, area->origin.y + 4));
      gtk_snapshot_append_layout (snapshot, check, &color);
      gtk_snapshot_restore (snapshot);
      return;
    }
  GdkRGBA veil = hv_widget_get_color (GTK_WIDGET (self), "card_bg_color");
  veil.alpha = 0.6f;
  gtk_snapshot_append_color (snapshot, &veil, area);
}

void
hv_week_grid_draw_targets (HvWeekGrid *self, GtkSnapshot *snapshot)
{
  if (self->targets == NULL)
    return;
  const HvGridTarget *impossible = NULL;
  graphene_rect_t where;
  graphene_rect_t seen = { { 0, self->head },
                           { gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) } };
  g_autoptr (PangoLayout) check = gtk_widget_create_pango_layout (GTK_WIDGET (self), "✓");
  for (guint i = 0; i < self->targets->len; i++)
    {
      HvGridTarget *target = g_ptr_array_index (self->targets, i);
      if (target->n >= hv_shift_card_get_n_places (target->card)
          || !gtk_widget_is_ancestor (GTK_WIDGET (target->card), GTK_WIDGET (self)))
        continue;
      graphene_rect_t area = hv_week_board_find_area (HV_WEEK_BOARD (self), target->card, target->n);
      if (!graphene_rect_intersection (&area, &seen, NULL))
        continue;
      ask (self, target);
      draw_target (self, snapshot, target, &area, check);
      if (target->reason == NULL || !is_hovered (self, target))
        continue;
      impossible = target;
      where = area;
    }
  if (impossible != NULL)
    draw_reason (self, snapshot, impossible->reason, &where);
}
