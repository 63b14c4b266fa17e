/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-state-label.h"

#include "hv-child.h"
#include "hv-closing.h"
#include "hv-ui-text.h"

#define SPACING 5      /* between sign and words */
#define LEAST_WORDS 60 /* pixels: less is no word */

struct _HvStateLabel
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *icon;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (HvStateLabel, hv_state_label, GTK_TYPE_WIDGET)

typedef enum
{
  FINE,
  NEUTRAL,
  TIGHT,
  UNDER,
} Sign;

static const struct
{
  const char *icon; /* NULL: none */
  const char *css_class;
} looks[] = {
  [FINE] = { "object-select-symbolic", "hv-ok" },
  [NEUTRAL] = { NULL, "hv-secondary" },
  [TIGHT] = { "dialog-warning-symbolic", "hv-warn" },
  [UNDER] = { "dialog-warning-symbolic", "hv-under" },
};

static void
set (HvStateLabel *self, Sign sign, const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[sign].css_class);
  gtk_widget_set_visible (self->icon, looks[sign].icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[sign].icon);
  gtk_label_set_text (GTK_LABEL (self->words), words);
}

static void
show_closed (HvStateLabel *self, const GPtrArray *openings)
{
  const char *reason =
      openings->len == 0 ? "" : hv_closing_get_reason (g_ptr_array_index (openings, 0), hv_text_get_own_language ());
  g_autofree char *words = reason[0] == '\0' ? g_strdup (_ ("Closed")) : g_strdup_printf (_ ("Closed: %s"), reason);
  set (self, NEUTRAL, words);
}

/* No estimate is better than tight. */
static void
show_light (HvStateLabel *self, HvLight light)
{
  switch (light)
    {
    case HV_LIGHT_RED:
      set (self, UNDER, _ ("too few"));
      return;
    case HV_LIGHT_YELLOW:
      set (self, TIGHT, _ ("tight on a busy day"));
      return;
    case HV_LIGHT_GREY:
      set (self, NEUTRAL, _ ("no estimate yet"));
      return;
    case HV_LIGHT_GREEN:
    default:
      set (self, FINE, _ ("fully staffed"));
    }
}

static int
rank_light (HvLight light)
{
  return light == HV_LIGHT_RED ? 3 : light == HV_LIGHT_YELLOW ? 2 : light == HV_LIGHT_GREY ? 1 : 0;
}

/* What is found out over all shifts of all openings. */
typedef struct
{
  bool open;
  int missing;
  const HvGap *worst; /* NULL: nothing is wrong */
  HvLight light;
} Findings;

static void
add_opening (Findings *findings, const HvOpeningOutlook *outlook)
{
  findings->open = true;
  if (rank_light (outlook->light) > rank_light (findings->light))
    findings->light = outlook->light;
  for (guint i = 0; i < outlook->gaps->len; i++)
    {
      const HvGap *gap = &g_array_index (outlook->gaps, HvGap, i);
      findings->missing += hv_gap_get_places (gap);
      if (gap->kind == HV_GAP_NONE || gap->kind == HV_GAP_TIGHT)
        continue;
      if (findings->worst == NULL || hv_gap_compare (gap, findings->worst) < 0)
        findings->worst = gap;
    }
}

void
hv_state_label_show (HvStateLabel *self, const HvRoster *roster, const HvOutlook *outlook, const GPtrArray *openings)
{
  g_return_if_fail (HV_IS_STATE_LABEL (self));
  Findings findings = { .light = HV_LIGHT_GREEN };
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpeningOutlook *found =
          hv_outlook_find (outlook, ((const HvOpening *)g_ptr_array_index (openings, i))->r.id);
      if (found != NULL)
        add_opening (&findings, found);
    }
  g_autofree char *words = NULL;
  if (findings.missing > 0)
    words = g_strdup_printf (hv_own_ntext ("%d missing", "%d missing", (gulong)findings.missing), findings.missing);
  else if (findings.worst != NULL)
    words = hv_gap_format (findings.worst, roster, hv_text_get_own_language ());

  if (!findings.open)
    show_closed (self, openings);
  else if (words != NULL)
    set (self, UNDER, words);
  else
    show_light (self, findings.light);
}

const char *
hv_state_label_get_words (HvStateLabel *self)
{
  g_return_val_if_fail (HV_IS_STATE_LABEL (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->words));
}

/* --- layout: where the words have no room the sign is left, in the middle --- */

static void
hv_state_label_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  HvStateLabel *self = HV_STATE_LABEL (widget);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (hv_child_get_height (self->icon, -1), hv_child_get_height (self->words, -1));
      return;
    }
  int icon = hv_child_get_width (self->icon);
  *minimum = icon;
  *natural = icon + (icon > 0 ? SPACING : 0) + hv_child_get_width (self->words);
}

static void
hv_state_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HvStateLabel *self = HV_STATE_LABEL (widget);
  int icon = hv_child_get_width (self->icon);
  int before = icon > 0 ? icon + SPACING : 0;
  bool worded = width - before >= MIN (hv_child_get_width (self->words), LEAST_WORDS);
  gtk_widget_set_child_visible (self->words, worded);
  int x = worded ? 0 : MAX (0, (width - icon) / 2);
  hv_child_allocate (self->icon, x, 0, icon, height);
  if (worded)
    hv_child_allocate (self->words, before, 0, width - before, height);
}

/* --- life --- */

static void
hv_state_label_dispose (GObject *object)
{
  HvStateLabel *self = HV_STATE_LABEL (object);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_state_label_parent_class)->dispose (object);
}

static void
hv_state_label_class_init (HvStateLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_state_label_dispose;
  widget_class->measure = hv_state_label_measure;
  widget_class->size_allocate = hv_state_label_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "statelabel");
}

static void
hv_state_label_init (HvStateLabel *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->words = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

GtkWidget *
hv_state_label_new (void)
{
  return g_object_new (HV_TYPE_STATE_LABEL, NULL);
}
