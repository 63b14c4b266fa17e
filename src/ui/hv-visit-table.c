/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-table.h"

#include "hv-counting.h"
#include "hv-error.h"
#include "hv-format.h"
#include "hv-ui-text.h"
#include "hv-visit-week.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct _HvVisitTable
{
  GtkWidget parent_instance;

  GtkWidget *grid; /* child */

  HvWindow *window; /* lent */
  HvWeek from;
  int n_weeks;
  HvWeek current;
  GPtrArray *entries; /* GtkEntry, by row and house; NULL where closed */
  guint n_houses;
};

G_DEFINE_FINAL_TYPE (HvVisitTable, hv_visit_table, GTK_TYPE_WIDGET)

typedef struct
{
  HvId house;
  HvWeek week;
  HvDay day;
  bool past; /* a count; else an expectation */
  int row;
  guint column;
} Cell;

static HvWorkspace *
get_workspace (HvVisitTable *self)
{
  return hv_window_get_workspace (self->window);
}

static const HvRoster *
get_roster (HvVisitTable *self)
{
  return hv_workspace_get_roster (get_workspace (self));
}

/* --- what was typed --- */

static GtkWidget *
get_entry (HvVisitTable *self, int row, guint column)
{
  if (row < 0 || row >= self->n_weeks || column >= self->n_houses)
    return NULL;
  return g_ptr_array_index (self->entries, (guint)row * self->n_houses + column);
}

static void
show_mistake (GtkWidget *entry, const char *sentence)
{
  if (sentence != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, sentence);
}

/* "53", "53 (31–77)" as it is shown, or nothing: back to the forecast. */
static bool
parse_number (const char *text, gint64 *ret_number, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  char *bracket = strchr (clean, '(');
  if (bracket != NULL)
    *bracket = '\0';
  g_strchomp (clean);
  *ret_number = HV_NONE;
  if (clean[0] == '\0')
    return true;
  if (g_ascii_string_to_signed (clean, 10, 0, 100000, ret_number, NULL))
    return true;
  g_set_error (error, HV_ERROR, HV_ERROR_BAD_INPUT, _ ("“%s” is no number of visits."), clean);
  return false;
}

static HvEdit *
make_edit (HvVisitTable *self, const Cell *cell, gint64 number, GError **error)
{
  const HvRoster *roster = get_roster (self);
  const HvHouse *house = hv_roster_find_house (roster, cell->house);
  if (house == NULL)
    return NULL;
  if (!cell->past)
    return hv_counting_expect (roster, house, cell->day, HV_NONE, number, hv_store_new_edit_source (), error);
  HvCountFacts facts = HV_COUNT_FACTS_NOTHING;
  facts.count = number == HV_NONE ? 0 : number;
  return hv_counting_record (roster, house, cell->day, HV_NONE, &facts, hv_text_get_own_language (),
                             hv_store_new_edit_source (), error);
}

static void
commit_entry (HvVisitTable *self, GtkWidget *entry)
{
  const Cell *cell = g_object_get_data (G_OBJECT (entry), "cell");
  const char *shown = g_object_get_data (G_OBJECT (entry), "shown");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GError) error = NULL;
  gint64 number;
  if (g_strcmp0 (text, shown) == 0)
    return;
  if (!parse_number (text, &number, &error))
    {
      show_mistake (entry, error->message);
      return;
    }
  HvEdit *edit = make_edit (self, cell, number, &error);
  show_mistake (entry, error == NULL ? NULL : error->message);
  if (edit == NULL)
    return;
  g_object_set_data_full (G_OBJECT (entry), "shown", g_strdup (text), g_free);
  char *said = edit->warnings->len > 0 ? g_strdup (g_array_index (edit->warnings, HvWarning, 0).message)
                                       : g_strdup (_ ("Saved"));
  hv_window_commit (self->window, edit, said);
}

static void
activated_cb (GtkWidget *entry, HvVisitTable *self)
{
  const Cell *cell = g_object_get_data (G_OBJECT (entry), "cell");
  int row = cell->row;
  guint column = cell->column;
  commit_entry (self, entry);
  for (guint i = 1; i <= self->n_houses; i++)
    {
      guint next = (column + i) % self->n_houses;
      GtkWidget *other = get_entry (self, row + (next <= column), next);
      if (other != NULL && gtk_widget_grab_focus (other))
        return;
    }
}

static void
focus_left_cb (GtkEventControllerFocus *focus, HvVisitTable *self)
{
  commit_entry (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)));
}

/* --- pasting columns from a spreadsheet --- */

typedef struct
{
  HvVisitTable *table; /* owned */
  int row;
  guint column;
} Paste;

static void
put_pasted (HvVisitTable *self, int row, guint column, const char *text)
{
  GtkWidget *entry = get_entry (self, row, column);
  if (entry == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  commit_entry (self, entry);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), "\t", -1);
      for (guint j = 0; cells[j] != NULL; j++)
        if (cells[j][0] != '\0')
          put_pasted (paste->table, paste->row + i, paste->column + j, cells[j]);
    }
  g_object_unref (paste->table);
  g_free (paste);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HvVisitTable *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  const Cell *cell = g_object_get_data (G_OBJECT (entry), "cell");
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    {
      GtkWidget *other = get_entry (self, cell->row + (key == GDK_KEY_Down ? 1 : -1), cell->column);
      return other != NULL && gtk_widget_grab_focus (other);
    }
  if (key != GDK_KEY_v || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  Paste *paste = g_new (Paste, 1);
  *paste = (Paste){ g_object_ref (self), cell->row, cell->column };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (entry), NULL, pasted_cb, paste);
  return TRUE;
}

/* --- what is shown --- */

static char *
format_cell (const HvVisitWeek *visits)
{
  if (visits->counted != HV_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, visits->counted);
  if (!visits->open || !visits->expected.visits.known)
    return g_strdup ("");
  return g_strdup_printf ("%d (%d–%d)", (int)lround (visits->mean), visits->expected.visits.low,
                          visits->expected.visits.high);
}

static GtkWidget *
make_entry (HvVisitTable *self, const HvVisitWeek *visits, int row, guint column)
{
  HvLanguage language = hv_text_get_own_language ();
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = format_cell (visits);
  const HvHouse *house = hv_roster_find_house (get_roster (self), visits->house);
  g_autofree char *week = hv_format_week (visits->week, hv_week_get_year (visits->week), language);
  g_autofree char *said = g_strdup_printf (_ ("Visits, %s, %s"), house->name, week);
  Cell *cell = g_new (Cell, 1);
  *cell =
      (Cell){ visits->house, visits->week, visits->day, visits->day <= hv_workspace_get_today (get_workspace (self)),
              row,           column };
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_widget_add_css_class (entry, "hv-numeric");
  if (!cell->past)
    gtk_widget_add_css_class (entry, "hv-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (entry), "cell", cell, g_free);
  g_object_set_data_full (G_OBJECT (entry), "shown", g_strdup (text), g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (activated_cb), self);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (entry, focus);
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The two columns at the sides are short and always said in full. */
static GtkWidget *
make_whole_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = make_label (text, xalign, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  return label;
}

static void
add_heads (HvVisitTable *self, const GPtrArray *houses)
{
  gtk_grid_attach (GTK_GRID (self->grid), make_whole_label (_ ("Week"), 0, "heading"), 0, 0, 1, 1);
  for (guint i = 0; i < houses->len; i++)
    gtk_grid_attach (GTK_GRID (self->grid),
                     make_label (((const HvHouse *)g_ptr_array_index (houses, i))->name, 1, "heading"), (int)i + 1, 0,
                     1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_whole_label (_ ("Total"), 1, "heading"), (int)houses->len + 1, 0, 1, 1);
}

static char *
name_week (HvVisitTable *self, HvWeek week, bool counted)
{
  HvLanguage language = hv_text_get_own_language ();
  g_autofree char *name = hv_format_week (week, hv_week_get_year (self->current), language);
  g_autofree char *from = hv_format_day_month (week.monday, language);
  if (counted)
    return g_strdup_printf ("%s · %s", name, from);
  return g_strdup_printf (_ ("%s · expected"), name);
}

static void
add_week (HvVisitTable *self, const GPtrArray *houses, int row)
{
  HvWeek week = hv_week_add (self->from, row);
  double total = 0;
  bool past = week.monday <= hv_workspace_get_today (get_workspace (self));
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = g_ptr_array_index (houses, i);
      HvVisitWeek visits = hv_visit_week_find (get_roster (self), house->r.id, week);
      GtkWidget *widget = visits.open ? make_entry (self, &visits, row, i)
                                      : make_label (visits.closed ? _ ("Closed") : "–", 1, "hv-secondary");
      gtk_grid_attach (GTK_GRID (self->grid), widget, (int)i + 1, row + 1, 1, 1);
      g_ptr_array_add (self->entries, visits.open ? widget : NULL);
      total += visits.counted != HV_NONE ? (double)visits.counted : visits.open ? visits.mean : 0;
    }
  g_autofree char *name = name_week (self, week, past);
  g_autofree char *sum = g_strdup_printf ("%d", (int)lround (total));
  bool current = hv_week_compare (week, self->current) == 0;
  gtk_grid_attach (GTK_GRID (self->grid),
                   make_whole_label (name, 0,
                                     current ? "heading"
                                     : past  ? NULL
                                             : "hv-link"),
                   0, row + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), make_label (sum, 1, "hv-numeric"), (int)houses->len + 1, row + 1, 1, 1);
}

/* A cell that somebody is typing in keeps the table as it is until it is left. */
static bool
is_typing (HvVisitTable *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);
      if (entry != NULL && gtk_widget_get_focus_child (entry) != NULL
          && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), g_object_get_data (G_OBJECT (entry), "shown"))
                 != 0)
        return true;
    }
  return false;
}

static void
find_focus (HvVisitTable *self, int *ret_row, guint *ret_column)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);
      if (entry == NULL || gtk_widget_get_focus_child (entry) == NULL)
        continue;
      *ret_row = (int)(i / self->n_houses);
      *ret_column = i % self->n_houses;
    }
}

void
hv_visit_table_show (HvVisitTable *self, HvWeek from, int n_weeks, HvWeek current)
{
  g_return_if_fail (HV_IS_VISIT_TABLE (self));
  if (is_typing (self))
    return;
  int row = -1;
  guint column = 0;
  find_focus (self, &row, &column);
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  GtkWidget *child;
  g_ptr_array_set_size (self->entries, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->from = from;
  self->n_weeks = n_weeks;
  self->current = current;
  self->n_houses = houses->len;
  add_heads (self, houses);
  for (int i = 0; i < n_weeks; i++)
    add_week (self, houses, i);
  GtkWidget *entry = row < 0 ? NULL : get_entry (self, row, column);
  if (entry != NULL)
    gtk_widget_grab_focus (entry);
}

/* --- life --- */

static void
hv_visit_table_dispose (GObject *object)
{
  HvVisitTable *self = HV_VISIT_TABLE (object);
  g_ptr_array_set_size (self->entries, 0);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_visit_table_parent_class)->dispose (object);
}

static void
hv_visit_table_finalize (GObject *object)
{
  g_ptr_array_unref (HV_VISIT_TABLE (object)->entries);
  G_OBJECT_CLASS (hv_visit_table_parent_class)->finalize (object);
}

static void
hv_visit_table_class_init (HvVisitTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hv_visit_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = hv_visit_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hv_visit_table_init (HvVisitTable *self)
{
  self->entries = g_ptr_array_new ();
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 4, "column-spacing", 12, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
hv_visit_table_new (HvWindow *window)
{
  HvVisitTable *self = g_object_new (HV_TYPE_VISIT_TABLE, NULL);
  self->window = window;
  return GTK_WIDGET (self);
}
