/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-week-cell.h"

#include "hv-child.h"
#include "hv-closing.h"
#include "hv-color.h"
#include "hv-coverage-strip.h"
#include "hv-format.h"
#include "hv-outlook-words.h"
#include "hv-style-class.h"
#include "hv-ui-text.h"

struct _HvWeekCell
{
  GtkWidget parent_instance;

  GPtrArray *strips; /* HvCoverageStrip children, one an open opening */
  GPtrArray *notes;  /* GtkLabel children: an event's address, a closed opening's reason */
  GPtrArray *cards;  /* HvShiftCard children */
  GPtrArray *order;  /* all of these from top to bottom */
  HvId house;
  HvDay day;
  char *closed; /* what a closed cell says, or NULL while it is open */
  bool narrow;
};

G_DEFINE_FINAL_TYPE (HvWeekCell, hv_week_cell, GTK_TYPE_WIDGET)

enum
{
  CARD_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SPACING 6

/* --- geometry: one column from top to bottom --- */

static GtkSizeRequestMode
hv_week_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hv_week_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HvWeekCell *self = HV_WEEK_CELL (widget);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->order->len == 0 ? 1 : 116;
      *natural = self->order->len == 0 ? 1 : 280;
      return;
    }
  int height = 0;
  for (guint i = 0; i < self->order->len; i++)
    height += hv_child_get_height (g_ptr_array_index (self->order, i), for_size < 0 ? 280 : for_size) + SPACING;
  *minimum = *natural = MAX (0, height - SPACING);
}

static void
hv_week_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvWeekCell *self = HV_WEEK_CELL (widget);
  int y = 0;
  for (guint i = 0; i < self->order->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (self->order, i);
      int child_height = hv_child_get_height (child, width);
      hv_child_allocate (child, 0, y, width, child_height);
      y += child_height + SPACING;
    }
}

/* --- drawing --- */

static void
draw_closed (HvWeekCell *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->closed);
  GdkRGBA color = hv_widget_get_color (GTK_WIDGET (self), "hv_secondary_fg");
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int text_width;
  int text_height;
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (1, self->narrow ? height : width - 12) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  if (self->narrow)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - text_height) / 2, height));
      gtk_snapshot_rotate (snapshot, -90);
    }
  else
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (6, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
hv_week_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvWeekCell *self = HV_WEEK_CELL (widget);
  if (self->closed != NULL && self->order->len == 0)
    draw_closed (self, snapshot);
  GTK_WIDGET_CLASS (hv_week_cell_parent_class)->snapshot (widget, snapshot);
}

/* --- what it shows --- */

typedef GtkWidget *(*MakeWidget) (void);

static GtkWidget *
make_note (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "css-classes",
                       (const char *[]){ "hv-secondary", NULL }, NULL);
}

/* The nth widget of a kind, made when it is not there yet. */
static GtkWidget *
take_widget (HvWeekCell *self, GPtrArray *widgets, guint n, MakeWidget make)
{
  if (n < widgets->len)
    return g_ptr_array_index (widgets, n);
  GtkWidget *widget = make ();
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_ptr_array_add (widgets, widget);
  if (widgets == self->cards)
    g_signal_emit (self, signals[CARD_ADDED], 0, widget);
  return widget;
}

static void
drop_widgets (GPtrArray *widgets, guint keep)
{
  while (widgets->len > keep)
    {
      gtk_widget_unparent (g_ptr_array_index (widgets, widgets->len - 1));
      g_ptr_array_set_size (widgets, (int)widgets->len - 1);
    }
}

typedef struct
{
  guint strips;
  guint notes;
  guint cards;
} Used;

static void
add_note (HvWeekCell *self, Used *used, const char *text)
{
  GtkWidget *note = take_widget (self, self->notes, used->notes++, make_note);
  gtk_label_set_text (GTK_LABEL (note), text);
  g_ptr_array_add (self->order, note);
}

static void
add_strip (HvWeekCell *self, Used *used, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening)
{
  g_autoptr (GArray) slots = hv_outlook_list_slots (outlook, opening);
  if (slots->len == 0)
    return;
  GtkWidget *strip = take_widget (self, self->strips, used->strips++, hv_coverage_strip_new);
  g_autofree char *said = hv_outlook_words_strip (outlook, opening, hv_text_get_own_language ());
  hv_coverage_strip_set_slots (HV_COVERAGE_STRIP (strip), (const HvSlot *)slots->data, slots->len, said);
  g_ptr_array_add (self->order, strip);
}

static void
add_opening (HvWeekCell *self, Used *used, const HvRoster *roster, const HvOutlook *outlook, const HvOpening *opening)
{
  const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
  if (opening->address != NULL && opening->address[0] != '\0')
    add_note (self, used, opening->address);
  add_strip (self, used, roster, outlook, opening);
  for (guint i = 0; found != NULL && i < found->gaps->len; i++)
    {
      GtkWidget *card = take_widget (self, self->cards, used->cards++, hv_shift_card_new);
      hv_shift_card_show (HV_SHIFT_CARD (card), roster, &g_array_index (found->gaps, HvGap, i));
      g_ptr_array_add (self->order, card);
    }
}

static char *
say_closed (const GPtrArray *openings, HvLanguage language)
{
  if (openings->len == 0)
    return g_strdup (hv_text (language, "Closed"));
  const HvOpening *opening = g_ptr_array_index (openings, 0);
  return hv_text_format (language, "Closed: %s", hv_closing_get_reason (opening, language));
}

static bool
any_open (const GPtrArray *openings)
{
  for (guint i = 0; i < openings->len; i++)
    if (((const HvOpening *)g_ptr_array_index (openings, i))->closed == NULL)
      return true;
  return false;
}

void
hv_week_cell_show (HvWeekCell *self, const HvRoster *roster, const HvOutlook *outlook, const HvHouse *house, HvDay day,
                   const GPtrArray *openings, bool narrow)
{
  g_return_if_fail (HV_IS_WEEK_CELL (self));
  HvLanguage language = hv_text_get_own_language ();
  bool open = any_open (openings);
  Used used = { 0 };
  self->narrow = narrow;
  self->house = house->r.id;
  self->day = day;
  g_clear_pointer (&self->closed, g_free);
  g_ptr_array_set_size (self->order, 0);
  if (!open)
    self->closed = say_closed (openings, language);
  for (guint i = 0; open && i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      if (opening->closed == NULL)
        add_opening (self, &used, roster, outlook, opening);
      else
        {
          g_autofree char *hours = hv_format_hours (hv_opening_get_span (opening), language);
          g_autofree char *text =
              hv_text_format (language, "%s, closed: %s", hours, hv_closing_get_reason (opening, language));
          add_note (self, &used, text);
        }
    }
  drop_widgets (self->strips, used.strips);
  drop_widgets (self->notes, used.notes);
  drop_widgets (self->cards, used.cards);

  g_autofree char *date = hv_format_day (day, language);
  g_autofree char *said = self->closed == NULL ? g_strdup_printf ("%s, %s", house->name, date)
                                               : g_strdup_printf ("%s, %s: %s", house->name, date, self->closed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->closed != NULL && openings->len > 0 ? self->closed : NULL);
  hv_style_class_set (GTK_WIDGET (self), "closed", self->closed != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

bool
hv_week_cell_is_open (HvWeekCell *self)
{
  g_return_val_if_fail (HV_IS_WEEK_CELL (self), false);
  return self->closed == NULL;
}

const GPtrArray *
hv_week_cell_get_cards (HvWeekCell *self)
{
  g_return_val_if_fail (HV_IS_WEEK_CELL (self), NULL);
  return self->cards;
}

/* --- the day itself --- */

/* On an open day the first button is for the people. */
static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, HvWeekCell *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  if (button != GDK_BUTTON_SECONDARY && self->closed == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "week.day-at", "(xi)", self->house, (int)self->day);
}

/* --- life --- */

static void
hv_week_cell_dispose (GObject *object)
{
  HvWeekCell *self = HV_WEEK_CELL (object);
  g_ptr_array_set_size (self->order, 0);
  drop_widgets (self->strips, 0);
  drop_widgets (self->notes, 0);
  drop_widgets (self->cards, 0);
  G_OBJECT_CLASS (hv_week_cell_parent_class)->dispose (object);
}

static void
hv_week_cell_finalize (GObject *object)
{
  HvWeekCell *self = HV_WEEK_CELL (object);
  g_ptr_array_unref (self->strips);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->order);
  g_free (self->closed);
  G_OBJECT_CLASS (hv_week_cell_parent_class)->finalize (object);
}

static void
hv_week_cell_class_init (HvWeekCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_week_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_week_cell_finalize;
  widget_class->get_request_mode = hv_week_cell_get_request_mode;
  widget_class->measure = hv_week_cell_measure;
  widget_class->size_allocate = hv_week_cell_size_allocate;
  widget_class->snapshot = hv_week_cell_snapshot;
  signals[CARD_ADDED] = g_signal_new ("card-added", HV_TYPE_WEEK_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, HV_TYPE_SHIFT_CARD);
  gtk_widget_class_set_css_name (widget_class, "weekcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
hv_week_cell_init (HvWeekCell *self)
{
  self->strips = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  self->cards = g_ptr_array_new ();
  self->order = g_ptr_array_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
hv_week_cell_new (void)
{
  return g_object_new (HV_TYPE_WEEK_CELL, NULL);
}
