/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-visit-table.h"

#include "hv-format.h"
#include "hv-ui-text.h"
#include "hv-visit-cell.h"

#include <math.h>

#define MOST_HOUSES 8 /* columns that still fit beside each other */

struct _HvVisitTable
{
  GtkWidget parent_instance;

  GtkWidget *box; /* child */
  GtkGrid *grid;
  GtkLabel *mistake;

  HvWindow *window; /* lent */
  HvWeek from;
  int n_weeks;
  HvWeek current;
  GArray *houses;    /* HvId, a column each */
  GPtrArray *heads;  /* GtkLabel, lent, a column each */
  GPtrArray *weeks;  /* GtkLabel, lent, a row each */
  GPtrArray *totals; /* GtkLabel, lent, a row each */
  GPtrArray *cells;  /* HvVisitCell, lent, by row and column */
};

G_DEFINE_FINAL_TYPE (HvVisitTable, hv_visit_table, GTK_TYPE_WIDGET)

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

static HvVisitCell *
get_cell (HvVisitTable *self, int row, guint column)
{
  if (row < 0 || row >= self->n_weeks || column >= self->houses->len)
    return NULL;
  return g_ptr_array_index (self->cells, (guint)row * self->houses->len + column);
}

/* --- saving --- */

static void
show_mistake (HvVisitTable *self)
{
  const char *mistake = NULL;
  for (guint i = 0; i < self->cells->len && mistake == NULL; i++)
    mistake = hv_visit_cell_get_mistake (g_ptr_array_index (self->cells, i));
  gtk_label_set_text (self->mistake, mistake == NULL ? "" : mistake);
  gtk_widget_set_visible (GTK_WIDGET (self->mistake), mistake != NULL);
}

/* An unusual count is kept, and asked about. */
static char *
say_saved (const HvEdit *edit)
{
  return edit->warnings->len > 0 ? g_strdup (g_array_index (edit->warnings, HvWarning, 0).message)
                                 : g_strdup (_ ("Saved"));
}

static void
save (HvVisitTable *self, HvVisitCell *cell)
{
  HvEdit *edit = hv_visit_cell_make_edit (cell, get_roster (self));
  if (edit == NULL)
    return;
  char *said = say_saved (edit);
  hv_window_commit (self->window, edit, said);
}

static bool
find_place (HvVisitTable *self, HvVisitCell *cell, int *ret_row, guint *ret_column)
{
  guint at;
  if (cell == NULL || !g_ptr_array_find (self->cells, cell, &at))
    return false;
  *ret_row = (int)(at / self->houses->len);
  *ret_column = at % self->houses->len;
  return true;
}

/* The next cell of the row that can be typed in, then the first of the next row. */
static void
go_on (HvVisitTable *self, HvVisitCell *cell)
{
  guint at;
  if (!g_ptr_array_find (self->cells, cell, &at))
    return;
  for (guint i = at + 1; i < self->cells->len; i++)
    if (gtk_widget_grab_focus (g_ptr_array_index (self->cells, i)))
      return;
}

static void
entered_cb (HvVisitCell *cell, gboolean on, HvVisitTable *self)
{
  save (self, cell);
  if (on && hv_visit_cell_get_mistake (cell) == NULL)
    go_on (self, cell);
}

/* --- pasting columns from a spreadsheet --- */

/* One step for all of them: what was pasted by mistake is undone at once. */
static void
take_edit (HvEdit *into, HvEdit *edit)
{
  for (guint i = 0; i < edit->puts->len; i++)
    {
      const HvPut *put = &g_array_index (edit->puts, HvPut, i);
      if (put->remove)
        hv_edit_remove (into, put->record);
      else
        hv_edit_take (into, hv_record_ref (put->record));
    }
  for (guint i = 0; i < edit->warnings->len; i++)
    {
      const HvWarning *warning = &g_array_index (edit->warnings, HvWarning, i);
      hv_edit_warn (into, warning->code, g_strdup (warning->message));
    }
  hv_edit_free (edit);
}

static guint
put_line (HvVisitTable *self, HvEdit *all, int row, guint column, const char *line)
{
  guint n = 0;
  g_auto (GStrv) texts = g_strsplit (line, "\t", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      HvVisitCell *cell = get_cell (self, row, column + i);
      g_strstrip (texts[i]);
      if (cell == NULL || !hv_visit_cell_is_open (cell) || texts[i][0] == '\0')
        continue;
      hv_visit_cell_type (cell, texts[i]);
      HvEdit *edit = hv_visit_cell_make_edit (cell, get_roster (self));
      n += edit != NULL;
      if (edit != NULL)
        take_edit (all, edit);
    }
  return n;
}

void
hv_visit_table_paste (HvVisitTable *self, int row, guint column, const char *text)
{
  g_return_if_fail (HV_IS_VISIT_TABLE (self) && text != NULL);
  HvEdit *all = hv_workspace_begin (get_workspace (self), "count");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;
  for (int i = 0; lines[i] != NULL; i++)
    n += put_line (self, all, row + i, column, g_strchomp (lines[i]));
  show_mistake (self);
  char *said = all->warnings->len > 0
                   ? say_saved (all)
                   : g_strdup_printf (hv_own_ntext ("%u number is pasted.", "%u numbers are pasted.", n), n);
  if (n > 0)
    {
      hv_window_commit (self->window, all, said);
      return;
    }
  hv_edit_free (all);
  g_free (said);
}

typedef struct
{
  HvVisitTable *table; /* owned */
  int row;
  guint column;
} Paste;

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Paste *paste = data;
  g_autoptr (HvVisitTable) self = paste->table;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (text != NULL && self->grid != NULL)
    hv_visit_table_paste (self, paste->row, paste->column, text);
}

static void
paste_at (HvVisitTable *self, int row, guint column)
{
  Paste *paste = g_new (Paste, 1);
  *paste = (Paste){ g_object_ref (self), row, column };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb, paste);
}

static HvVisitCell *
find_focused (HvVisitTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_get_focus_child (g_ptr_array_index (self->cells, i)) != NULL)
      return g_ptr_array_index (self->cells, i);
  return NULL;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, HvVisitTable *self)
{
  int row;
  guint column;
  if (!find_place (self, find_focused (self), &row, &column))
    return FALSE;
  if (key == GDK_KEY_v && (state & GDK_CONTROL_MASK) != 0)
    {
      paste_at (self, row, column);
      return TRUE;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return FALSE;
  HvVisitCell *other = get_cell (self, row + (key == GDK_KEY_Down ? 1 : -1), column);
  return other != NULL && gtk_widget_grab_focus (GTK_WIDGET (other));
}

/* --- the widgets --- */

/* The two columns at the sides are short and always said in full. */
static GtkLabel *
add_label (HvVisitTable *self, int column, int row, float xalign, bool cut)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "ellipsize",
                                  cut ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);
  gtk_grid_attach (self->grid, GTK_WIDGET (label), column, row, 1, 1);
  return label;
}

static void
add_row (HvVisitTable *self, int row)
{
  int last = (int)self->houses->len + 1;
  g_ptr_array_add (self->weeks, add_label (self, 0, row + 1, 0, false));
  for (int column = 1; column < last; column++)
    {
      GtkWidget *cell = hv_visit_cell_new ();
      g_signal_connect (cell, "entered", G_CALLBACK (entered_cb), self);
      g_signal_connect_swapped (cell, "typed", G_CALLBACK (show_mistake), self);
      gtk_grid_attach (self->grid, cell, column, row + 1, 1, 1);
      g_ptr_array_add (self->cells, cell);
    }
  GtkLabel *total = add_label (self, last, row + 1, 1, false);
  gtk_widget_add_css_class (GTK_WIDGET (total), "hv-numeric");
  g_ptr_array_add (self->totals, total);
}

static void
make_widgets (HvVisitTable *self)
{
  GPtrArray *all[] = { self->heads, self->weeks, self->cells, self->totals };
  GtkWidget *child;
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_set_size (all[i], 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_label_set_text (add_label (self, 0, 0, 0, false), _ ("Week"));
  for (guint i = 0; i < self->houses->len; i++)
    g_ptr_array_add (self->heads, add_label (self, (int)i + 1, 0, 1, true));
  gtk_label_set_text (add_label (self, (int)self->houses->len + 1, 0, 1, false), _ ("Total"));
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_add_css_class (child, "heading");
  for (int row = 0; row < self->n_weeks; row++)
    add_row (self, row);
}

/* --- what is shown --- */

static GArray *
list_houses (HvVisitTable *self, HvId around)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (HvId));
  const GPtrArray *houses = hv_roster_list (get_roster (self), HV_KIND_HOUSE);
  guint at = 0;
  for (guint i = 0; i < houses->len; i++)
    if (((const HvHouse *)g_ptr_array_index (houses, i))->r.id == around)
      at = i;
  guint most = MIN (houses->len, MOST_HOUSES);
  guint first = MIN (at - MIN (at, most / 2), houses->len - most);
  for (guint i = first; i < first + most; i++)
    g_array_append_val (ids, ((const HvHouse *)g_ptr_array_index (houses, i))->r.id);
  return ids;
}

static bool
has_same_shape (HvVisitTable *self, const GArray *houses, int n_weeks)
{
  return self->cells->len > 0 && self->n_weeks == n_weeks && self->houses->len == houses->len;
}

static void
show_week_name (HvVisitTable *self, int row, HvWeek week, bool past)
{
  HvLanguage language = hv_text_get_own_language ();
  GtkWidget *label = g_ptr_array_index (self->weeks, (guint)row);
  g_autofree char *name = hv_format_week (week, hv_week_get_year (self->current), language);
  g_autofree char *from = hv_format_day_month (week.monday, language);
  /* TRANSLATORS: “Week 20 · expected”: a week to come */
  g_autofree char *text = past ? g_strdup_printf ("%s · %s", name, from) : g_strdup_printf (_ ("%s · expected"), name);
  bool current = hv_week_compare (week, self->current) == 0;
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_css_classes (label, (const char *[]){ current ? "heading" : past ? "hv-week" : "hv-link", NULL });
}

static void
show_row (HvVisitTable *self, int row)
{
  HvLanguage language = hv_text_get_own_language ();
  HvWeek week = hv_week_add (self->from, row);
  HvDay today = hv_workspace_get_today (get_workspace (self));
  g_autofree char *name = hv_format_week (week, hv_week_get_year (week), language);
  double total = 0;
  for (guint i = 0; i < self->houses->len; i++)
    {
      HvId id = g_array_index (self->houses, HvId, i);
      HvVisitWeek visits = hv_visit_week_find (get_roster (self), id, week);
      g_autofree char *said =
          g_strdup_printf (_ ("Visits, %s, %s"), hv_roster_find_house (get_roster (self), id)->name, name);
      hv_visit_cell_show (get_cell (self, row, i), &visits, today, said);
      total += visits.counted != HV_NONE ? (double)visits.counted : visits.open && visits.day > today ? visits.mean : 0;
    }
  g_autofree char *sum = hv_format_number (lround (total), language);
  gtk_label_set_text (g_ptr_array_index (self->totals, (guint)row), sum);
  show_week_name (self, row, week, week.monday <= today);
}

void
hv_visit_table_show (HvVisitTable *self, HvWeek from, int n_weeks, HvWeek current, HvId house)
{
  g_return_if_fail (HV_IS_VISIT_TABLE (self));
  GArray *houses = list_houses (self, house);
  bool same = has_same_shape (self, houses, n_weeks);
  g_array_unref (self->houses);
  self->houses = houses;
  self->from = from;
  self->n_weeks = n_weeks;
  self->current = current;
  if (!same)
    make_widgets (self);
  for (guint i = 0; i < houses->len; i++)
    gtk_label_set_text (g_ptr_array_index (self->heads, i),
                        hv_roster_find_house (get_roster (self), g_array_index (houses, HvId, i))->name);
  for (int row = 0; row < n_weeks; row++)
    show_row (self, row);
  show_mistake (self);
}

/* --- life --- */

static void
hv_visit_table_dispose (GObject *object)
{
  HvVisitTable *self = HV_VISIT_TABLE (object);
  g_ptr_array_set_size (self->cells, 0);
  self->grid = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hv_visit_table_parent_class)->dispose (object);
}

static void
hv_visit_table_finalize (GObject *object)
{
  HvVisitTable *self = HV_VISIT_TABLE (object);
  g_array_unref (self->houses);
  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->weeks);
  g_ptr_array_unref (self->totals);
  g_ptr_array_unref (self->cells);
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
  self->houses = g_array_new (FALSE, FALSE, sizeof (HvId));
  self->heads = g_ptr_array_new ();
  self->weeks = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 2, "column-spacing", 12, NULL);
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER, "child", self->grid, NULL);
  self->mistake = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, "css-classes", (const char *[]){ "hv-under", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->mistake));
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
hv_visit_table_new (HvWindow *window)
{
  HvVisitTable *self = g_object_new (HV_TYPE_VISIT_TABLE, NULL);
  self->window = window;
  return GTK_WIDGET (self);
}
