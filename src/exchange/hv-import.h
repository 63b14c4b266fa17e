/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvImport: what came of reading a file, before anything is written.
 *
 * The edit holds what the good lines (CSV) or objects (JSON) do to the roster the
 * file was read against; each of the others is a refusal with its line and the
 * reason, in the language of the person at the machine. A file is taken in as a
 * whole or not at all: hv_import_take_edit () gives the edit out only when nothing
 * was refused, or when the coordinator has said that the good ones are enough.
 *
 * A file that cannot be read as such (broken JSON, a quotation mark that is never
 * closed, no header row) gives no HvImport but a GError.
 */

#include "hv-edit.h"
#include "hv-error.h"

G_BEGIN_DECLS

typedef struct
{
  guint line;         /* of the file, counted from 1 */
  HvErrorCode code;   /* what kind of mistake it is */
  const char *place;  /* in a JSON file: houses[2] "jue", hours[0]; else NULL */
  const char *reason; /* a sentence without the line, lower case first */
} HvRefusal;

/* A field, column or list that Husvagt does not know. JSON fields are kept with
 * their record and written back; a CSV column is left out. */
typedef struct
{
  const char *place; /* volunteers[0].shoe_size, or the column's header */
  guint line;        /* where it was met first */
  guint times;
} HvUnknown;

/* Somebody who waits for a file to be read, and may have enough of it. */
typedef struct
{
  /* Told every now and then how much of the file is read, 0 to 1, in the thread that
   * reads. False, with an error, ends the reading, and that is the error it ends with. */
  bool (*tell) (gpointer data, double read, GError **error);
  gpointer data;
} HvImportProgress;

typedef struct
{
  HvEdit *edit;
  GArray *refusals; /* HvRefusal, by line */
  GArray *unknown;  /* HvUnknown, as met */
  /* Lines of a CSV file, or objects of the lists of a JSON file. */
  guint n_new;
  guint n_changed;
  guint n_unchanged;
  guint n_removed;

  /* private */
  GStringChunk *texts; /* of refusals and unknown, each once: a million lines say the same few sentences */
  GHashTable *seen;    /* place without its indexes → index into unknown, plus one */
} HvImport;

HvImport *hv_import_new (HvEditSource source);
void hv_import_free (HvImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvImport, hv_import_free)

void hv_import_refuse (HvImport *import, guint line, const char *place, HvErrorCode code, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
/* Swallows the error. */
void hv_import_refuse_error (HvImport *import, guint line, const char *place, GError *error);

/* Reports an unknown field; those that differ in their indexes only are counted as one. */
void hv_import_note_unknown (HvImport *import, guint line, const char *place);

/* When all is read: sorts the refusals by line, and leaves out of the edit what changes nothing. */
void hv_import_end (HvImport *import, const HvRoster *roster);

/* "line 7: name missing", "line 12, houses[0] “jue”: …"; the caller owns it. */
char *hv_import_format_refusal (const HvRefusal *refusal);

/* The edit, now the caller's. When something was refused and skip_refused is false:
 * NULL, and an error that says how many lines and quotes the first. */
HvEdit *hv_import_take_edit (HvImport *import, bool skip_refused, GError **error);

G_END_DECLS
