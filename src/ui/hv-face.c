/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-face.h"

#define N_COLORS 14 /* avatar.color1 … avatar.color14 of the platform's style sheet */

struct _HvFace
{
  GtkWidget parent_instance;

  int size;
  char *name;           /* owned */
  PangoLayout *letters; /* owned; NULL until it is drawn */
  char color[16];
};

G_DEFINE_FINAL_TYPE (HvFace, hv_face, GTK_TYPE_WIDGET)

/* "Anna Maria Poulsen" → "AP" */
static char *
make_initials (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name, -1);
  g_autofree char *whole = g_utf8_normalize (g_strstrip (upper), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *initials = g_string_new (NULL);
  if (whole == NULL || whole[0] == '\0')
    return g_string_free (initials, FALSE);
  const char *last = g_utf8_strrchr (whole, -1, ' ');
  g_string_append_unichar (initials, g_utf8_get_char (whole));
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last + 1));
  return g_string_free (initials, FALSE);
}

/* Letters as large as those of an AdwAvatar: the largest square in the disc, less a
 * margin that grows with it. */
static PangoLayout *
lay_out (HvFace *self)
{
  g_autofree char *initials = make_initials (self->name);
  PangoLayout *letters = gtk_widget_create_pango_layout (GTK_WIDGET (self), initials);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (letters)));
  double room = self->size / G_SQRT2 - MAX (self->size * 0.4 - 5, 0);
  int width;
  int height;
  pango_layout_get_pixel_size (letters, &width, &height);
  pango_font_description_set_absolute_size (font, MIN (room, height * room / MAX (width, 1)) * PANGO_SCALE);
  pango_layout_set_font_description (letters, font);
  pango_font_description_free (font);
  return letters;
}

static void
hv_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HvFace *self = HV_FACE (widget);
  GdkRGBA color;
  int width;
  int height;
  if (self->letters == NULL)
    self->letters = lay_out (self);
  pango_layout_get_pixel_size (self->letters, &width, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)((gtk_widget_get_width (widget) - width) / 2),
                                                          (float)((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->letters, &color);
  gtk_snapshot_restore (snapshot);
}

static void
hv_face_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = HV_FACE (widget)->size;
}

static void
hv_face_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hv_face_parent_class)->css_changed (widget, change);
  g_clear_object (&HV_FACE (widget)->letters);
}

static void
hv_face_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hv_face_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&HV_FACE (widget)->letters);
}

void
hv_face_show (HvFace *self, const char *name)
{
  g_return_if_fail (HV_IS_FACE (self));
  char color[sizeof self->color];
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_clear_object (&self->letters);
  /* The same colour as the avatar of the same name elsewhere. */
  g_snprintf (color, sizeof color, "color%u", g_str_hash (name) % N_COLORS + 1);
  if (self->color[0] != '\0' && !g_str_equal (color, self->color))
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->color);
  g_strlcpy (self->color, color, sizeof self->color);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->color);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
hv_face_new (int size)
{
  HvFace *self = g_object_new (HV_TYPE_FACE, "valign", GTK_ALIGN_CENTER, NULL);
  self->size = size;
  return GTK_WIDGET (self);
}

static void
hv_face_finalize (GObject *object)
{
  HvFace *self = HV_FACE (object);
  g_free (self->name);
  g_clear_object (&self->letters);
  G_OBJECT_CLASS (hv_face_parent_class)->finalize (object);
}

static void
hv_face_class_init (HvFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = hv_face_finalize;
  widget_class->measure = hv_face_measure;
  widget_class->snapshot = hv_face_snapshot;
  widget_class->css_changed = hv_face_css_changed;
  widget_class->system_setting_changed = hv_face_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hv_face_init (HvFace *self)
{
}
