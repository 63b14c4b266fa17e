/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-lane-header.h"

#include "hv-role-icon.h"
#include "hv-ui-text.h"
#include "hv-week-words.h"

struct _HvLaneHeader
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkWidget *icon;
  GtkWidget *name;
  GtkWidget *state; /* box of the two below */
  GtkWidget *sign;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (HvLaneHeader, hv_lane_header, GTK_TYPE_WIDGET)

/* --- what it shows --- */

static const HvGap *
find_worst (const GPtrArray *gaps)
{
  const HvGap *worst = g_ptr_array_index (gaps, 0);
  for (guint i = 1; i < gaps->len; i++)
    {
      const HvGap *gap = g_ptr_array_index (gaps, i);
      bool worse = gap->kind != HV_GAP_NONE && (worst->kind == HV_GAP_NONE || hv_gap_compare (gap, worst) < 0);
      worst = worse ? gap : worst;
    }
  return worst;
}

/* What is wrong; that the role itself is missing is said by the name above. */
static char *
describe_gap (const HvRoster *roster, const HvGap *gap)
{
  if (gap->kind == HV_GAP_NO_ROLE)
    return g_strdup_printf (hv_own_ntext ("%d missing", "%d missing", (gulong)gap->missing), gap->missing);
  return hv_gap_format (gap, roster, hv_text_get_own_language ());
}

/* One shift: "3 of 5 · 2 missing" or "1 of 1"; several: what is wrong with the worst. */
static char *
describe (const HvRoster *roster, const GPtrArray *gaps, const HvGap *worst)
{
  g_autofree char *wrong = describe_gap (roster, worst);
  if (gaps->len > 1)
    return g_steal_pointer (&wrong);
  g_autofree char *count = hv_week_words_count (worst, hv_text_get_own_language ());
  return worst->kind == HV_GAP_NONE ? g_steal_pointer (&count) : g_strdup_printf ("%s · %s", count, wrong);
}

void
hv_lane_header_show (HvLaneHeader *self, const HvRoster *roster, HvId role_id, const GPtrArray *gaps)
{
  g_return_if_fail (HV_IS_LANE_HEADER (self) && gaps->len > 0);
  const HvRole *role = hv_roster_find_role (roster, role_id);
  const HvGap *worst = find_worst (gaps);
  bool fine = worst->kind == HV_GAP_NONE;
  bool tight = worst->kind == HV_GAP_TIGHT;
  const char *name = role == NULL ? "" : role->name;
  g_autofree char *words = describe (roster, gaps, worst);
  /* TRANSLATORS: a role, and how it is staffed. Read aloud. */
  g_autofree char *said = g_strdup_printf (_ ("%s: %s."), name, words);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), hv_role_get_icon_name (role));
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), fine ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (self->state, "hv-ok");
  gtk_widget_remove_css_class (self->state, "hv-warn");
  gtk_widget_remove_css_class (self->state, "hv-under");
  gtk_widget_add_css_class (self->state, fine ? "hv-ok" : tight ? "hv-warn" : "hv-under");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* --- life --- */

static void
hv_lane_header_dispose (GObject *object)
{
  g_clear_pointer (&HV_LANE_HEADER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_lane_header_parent_class)->dispose (object);
}

static void
hv_lane_header_class_init (HvLaneHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_lane_header_dispose;
  gtk_widget_class_set_css_name (widget_class, "laneheader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
}

static GtkWidget *
add_line (HvLaneHeader *self, GtkWidget **icon, GtkWidget **label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  *icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "margin-top", 2, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (line), *icon);
  gtk_box_append (GTK_BOX (line), *label);
  gtk_box_append (GTK_BOX (self->box), line);
  return line;
}

static void
hv_lane_header_init (HvLaneHeader *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_line (self, &self->icon, &self->name);
  gtk_widget_add_css_class (self->name, "heading");
  self->state = add_line (self, &self->sign, &self->words);
}

GtkWidget *
hv_lane_header_new (void)
{
  return g_object_new (HV_TYPE_LANE_HEADER, NULL);
}
