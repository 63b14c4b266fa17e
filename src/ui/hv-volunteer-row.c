/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-row.h"

#include "hv-child.h"
#include "hv-color.h"
#include "hv-face.h"
#include "hv-ui-text.h"

#define FACE_SIZE 34
#define GAP 11     /* between the face and the texts */
#define LINE_GAP 1 /* between the texts */
#define ICON_SIZE 14
#define ICON_GAP 5
#define LEAST_WIDTH 120
#define LINE_SCALE 0.92 /* as .hv-secondary */

/* A list view keeps about two hundred rows and makes them anew when the list changes:
 * the row draws its texts itself, and only when they are to be seen. */
struct _HvVolunteerRow
{
  GtkWidget parent_instance;

  GtkWidget *face;
  PangoLayout *name; /* owned; NULL until it is drawn */
  PangoLayout *line; /* owned; NULL until it is drawn */
  int name_height;   /* 0: not known */
  int line_height;

  HvVolunteerItem *item; /* owned */
  gulong changed_handler;
};

G_DEFINE_FINAL_TYPE (HvVolunteerRow, hv_volunteer_row, GTK_TYPE_WIDGET)

static const char *
get_state_icon (HvPersonStateKind state)
{
  switch (state)
    {
    case HV_PERSON_AWAY:
      return "weather-clear-symbolic";
    case HV_PERSON_PAUSED:
      return "media-playback-pause-symbolic";
    case HV_PERSON_NOT_BEGUN:
      return "x-office-calendar-symbolic";
    case HV_PERSON_STOPPED:
    case HV_PERSON_ARCHIVED:
      return "process-stop-symbolic";
    default:
      return NULL;
    }
}

/* --- drawing --- */

static void
forget_texts (HvVolunteerRow *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->line);
}

static PangoLayout *
lay_out (HvVolunteerRow *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/* Smaller than the name, and never bold as that of who is selected. */
static PangoLayout *
lay_out_line (HvVolunteerRow *self, const char *text)
{
  PangoLayout *layout = lay_out (self, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (LINE_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/* Every row is as high as every other, whatever is in it. */
static void
find_heights (HvVolunteerRow *self)
{
  if (self->name_height > 0)
    return;
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  pango_font_metrics_unref (metrics);
  self->name_height = PANGO_PIXELS_CEIL (height);
  self->line_height = PANGO_PIXELS_CEIL ((int)(height * LINE_SCALE));
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, int width, const GdkRGBA *color)
{
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_icon (HvVolunteerRow *self, GtkSnapshot *snapshot, const char *name, int x, int y, const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, ICON_SIZE,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
hv_volunteer_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvVolunteerRow *self = HV_VOLUNTEER_ROW (widget);
  gtk_widget_snapshot_child (widget, self->face, snapshot);
  if (self->item == NULL)
    return;
  if (self->name == NULL)
    {
      self->name = lay_out (self, hv_volunteer_item_get_name (self->item));
      self->line = lay_out_line (self, hv_volunteer_item_get_line (self->item));
    }
  find_heights (self);
  GdkRGBA color;
  GdkRGBA quiet = hv_widget_get_color (widget, "hv_secondary_fg");
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  const char *icon = get_state_icon (hv_volunteer_item_get_state (self->item));
  int width = gtk_widget_get_width (widget);
  int x = FACE_SIZE + GAP;
  int y = (gtk_widget_get_height (widget) - self->name_height - LINE_GAP - self->line_height) / 2;
  draw_text (snapshot, self->name, x, y, width - x, &color);
  y += self->name_height + LINE_GAP;
  if (icon != NULL)
    {
      draw_icon (self, snapshot, icon, x, y + (self->line_height - ICON_SIZE) / 2, &quiet);
      x += ICON_SIZE + ICON_GAP;
    }
  draw_text (snapshot, self->line, x, y, width - x, &quiet);
}

/* --- layout --- */

static void
hv_volunteer_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  HvVolunteerRow *self = HV_VOLUNTEER_ROW (widget);
  find_heights (self);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? FACE_SIZE + GAP + LEAST_WIDTH
                            : MAX (FACE_SIZE, self->name_height + LINE_GAP + self->line_height);
}

static void
hv_volunteer_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvVolunteerRow *self = HV_VOLUNTEER_ROW (widget);
  hv_child_allocate (self->face, 0, (height - FACE_SIZE) / 2, FACE_SIZE, FACE_SIZE);
}

static void
hv_volunteer_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_volunteer_row_parent_class)->css_changed (widget, change);
  HV_VOLUNTEER_ROW (widget)->name_height = 0;
  forget_texts (HV_VOLUNTEER_ROW (widget));
}

static void
hv_volunteer_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_volunteer_row_parent_class)->system_setting_changed (widget, setting);
  HV_VOLUNTEER_ROW (widget)->name_height = 0;
  forget_texts (HV_VOLUNTEER_ROW (widget));
}

/* --- the person --- */

static void
show (HvVolunteerRow *self)
{
  const char *name = hv_volunteer_item_get_name (self->item);
  hv_face_show (HV_FACE (self->face), name);
  forget_texts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* TRANSLATORS: a person, and what the list says about them */
  g_autofree char *said = g_strdup_printf (_ ("%s, %s"), name, hv_volunteer_item_get_line (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* Only what has no room is said again. */
static gboolean
query_tooltip_cb (HvVolunteerRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (self->name == NULL || (!pango_layout_is_ellipsized (self->name) && !pango_layout_is_ellipsized (self->line)))
    return FALSE;
  g_autofree char *text =
      g_strdup_printf ("%s\n%s", hv_volunteer_item_get_name (self->item), hv_volunteer_item_get_line (self->item));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
let_go (HvVolunteerRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_clear_object (&self->item);
  forget_texts (self);
}

/* Shows a person and follows their changes. */
static void
take (HvVolunteerRow *self, HvVolunteerItem *item)
{
  self->item = g_object_ref (item);
  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}

/* --- the factory --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *line)
{
  gtk_list_item_set_child (line, g_object_new (HV_TYPE_VOLUNTEER_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *line)
{
  take (HV_VOLUNTEER_ROW (gtk_list_item_get_child (line)), gtk_list_item_get_item (line));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *line)
{
  let_go (HV_VOLUNTEER_ROW (gtk_list_item_get_child (line)));
}

GtkListItemFactory *
hv_volunteer_row_make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/* --- life --- */

static void
hv_volunteer_row_dispose (GObject *object)
{
  HvVolunteerRow *self = HV_VOLUNTEER_ROW (object);
  let_go (self);
  g_clear_pointer (&self->face, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_volunteer_row_parent_class)->dispose (object);
}

static void
hv_volunteer_row_class_init (HvVolunteerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_volunteer_row_dispose;
  widget_class->measure = hv_volunteer_row_measure;
  widget_class->size_allocate = hv_volunteer_row_size_allocate;
  widget_class->snapshot = hv_volunteer_row_snapshot;
  widget_class->css_changed = hv_volunteer_row_css_changed;
  widget_class->system_setting_changed = hv_volunteer_row_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "volunteerrow");
}

static void
hv_volunteer_row_init (HvVolunteerRow *self)
{
  self->face = hv_face_new (FACE_SIZE);
  gtk_widget_set_parent (self->face, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
