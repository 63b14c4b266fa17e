/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-import.h"

#include "hv-text.h"

HvImport *
hv_import_new (HvEditSource source)
{
  HvImport *import = g_new0 (HvImport, 1);
  import->edit = hv_edit_new ("import", source);
  import->refusals = g_array_new (FALSE, FALSE, sizeof (HvRefusal));
  import->unknown = g_array_new (FALSE, FALSE, sizeof (HvUnknown));
  import->texts = g_string_chunk_new (1024);
  import->seen = g_hash_table_new (g_str_hash, g_str_equal);
  return import;
}

void
hv_import_free (HvImport *import)
{
  g_clear_pointer (&import->edit, hv_edit_free);
  g_array_unref (import->refusals);
  g_array_unref (import->unknown);
  g_hash_table_unref (import->seen);
  g_string_chunk_free (import->texts);
  g_free (import);
}

static const char *
keep_text (HvImport *import, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (import->texts, text) : NULL;
}

static void
add_refusal (HvImport *import, guint line, const char *place, HvErrorCode code, const char *reason)
{
  HvRefusal refusal = { line, code, keep_text (import, place), keep_text (import, reason) };
  g_array_append_val (import->refusals, refusal);
}

void
hv_import_refuse (HvImport *import, guint line, const char *place, HvErrorCode code, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_refusal (import, line, place, code, reason);
}

void
hv_import_refuse_error (HvImport *import, guint line, const char *place, GError *error)
{
  HvErrorCode code = error->domain == HV_ERROR ? (HvErrorCode)error->code : HV_ERROR_BAD_INPUT;
  add_refusal (import, line, place, code, error->message);
  g_error_free (error);
}

/* houses[3].hours[0].colour → houses[].hours[].colour */
static char *
drop_indexes (const char *place)
{
  GString *bare = g_string_new (NULL);
  bool inside = false;
  for (const char *p = place; *p != '\0'; p++)
    {
      inside = inside && *p != ']';
      if (!inside)
        g_string_append_c (bare, *p);
      inside = inside || *p == '[';
    }
  return g_string_free (bare, FALSE);
}

void
hv_import_note_unknown (HvImport *import, guint line, const char *place)
{
  g_autofree char *bare = drop_indexes (place);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (import->seen, bare));
  if (known > 0)
    {
      g_array_index (import->unknown, HvUnknown, known - 1).times++;
      return;
    }
  HvUnknown unknown = { keep_text (import, place), line, 1 };
  g_array_append_val (import->unknown, unknown);
  g_hash_table_insert (import->seen, (char *)keep_text (import, bare), GUINT_TO_POINTER (import->unknown->len));
}

static int
compare_lines_cb (gconstpointer a, gconstpointer b)
{
  const HvRefusal *one = a, *other = b;
  return (one->line > other->line) - (one->line < other->line);
}

void
hv_import_end (HvImport *import, const HvRoster *roster)
{
  g_array_sort (import->refusals, compare_lines_cb);
  hv_edit_trim (import->edit, roster);
}

char *
hv_import_format_refusal (const HvRefusal *refusal)
{
  if (refusal->place == NULL)
    /* TRANSLATORS: a line of a file and why it was refused: "line 7: name missing" */
    return g_strdup_printf (hv_own_text ("line %u: %s"), refusal->line, refusal->reason);
  /* TRANSLATORS: a line of a file, the object that begins there, and why it was refused:
   * "line 12, shifts[0] “s1”: minimum is below 0" */
  return g_strdup_printf (hv_own_text ("line %u, %s: %s"), refusal->line, refusal->place, refusal->reason);
}

/* The code all refusals share, so that a script can act on it. */
static HvErrorCode
get_common_code (const HvImport *import)
{
  HvErrorCode code = g_array_index (import->refusals, HvRefusal, 0).code;
  for (guint i = 1; i < import->refusals->len; i++)
    if (g_array_index (import->refusals, HvRefusal, i).code != code)
      return HV_ERROR_BAD_INPUT;
  return code;
}

HvEdit *
hv_import_take_edit (HvImport *import, bool skip_refused, GError **error)
{
  if (import->refusals->len == 0 || skip_refused)
    return g_steal_pointer (&import->edit);

  g_autofree char *first = hv_import_format_refusal (&g_array_index (import->refusals, HvRefusal, 0));
  g_set_error (error, HV_ERROR, get_common_code (import),
               hv_own_ntext ("Nothing was read in, because %u line was refused: %s",
                             "Nothing was read in, because %u lines were refused. The first is %s",
                             import->refusals->len),
               import->refusals->len, first);
  return NULL;
}
