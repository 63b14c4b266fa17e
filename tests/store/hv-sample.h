/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* A small organisation for the tests of the store, and ways to write into one. */

#include "hv-store.h"

G_BEGIN_DECLS

/* Ids of the sample: counted by hand, so that a test can name them. */
enum
{
  SAMPLE_ROLE_IT = 101,
  SAMPLE_ROLE_HOST,
  SAMPLE_JUELSMINDE = 201,
  SAMPLE_TORRING,
  SAMPLE_ANNA = 301,
  SAMPLE_BO,
  SAMPLE_AASE,
  SAMPLE_OPENING_J = 401, /* Monday of week 19 of 2026, 13–16 */
  SAMPLE_OPENING_T,       /* Wednesday of it, 10–13 */
  SAMPLE_SHIFT_J = 501,
  SAMPLE_SHIFT_T,
  SAMPLE_ASSIGNMENT = 601, /* Anna in Juelsminde */
};

#define SAMPLE_MONDAY (hv_day_from_ymd (2026, 5, 4)) /* of week 19 */

/* A folder of one's own, removed with all that is in it: in memory where the machine has
 * such a place (thousands of edits need not wait for a disk), or on the disk. */
char *sample_folder_new (void);
char *sample_folder_new_on_disk (void);
void sample_folder_free (char *folder);

/* A file in it; the caller owns the path. */
char *sample_path (const char *folder, const char *name);

/* An open, empty store in a new file of the folder. */
HvStore *sample_store_new (const char *folder);

/* The edit that makes the sample. */
HvEdit *sample_edit_new (void);

/* An open store with the sample in it. */
HvStore *sample_store_new_filled (const char *folder);

/* For g_test_add (): a test with a store of its own, that has the sample in it. */
typedef struct
{
  char *folder;
  HvStore *store;
} SampleFixture;

void sample_set_up (SampleFixture *fixture, gconstpointer data);
void sample_tear_down (SampleFixture *fixture, gconstpointer data);
void sample_reopen (SampleFixture *fixture);

/* Changes a file behind the program's back. */
void sample_run_sql (const char *path, const char *sql);

HvEdit *sample_begin (const char *verb);
HvStep sample_apply (HvStore *store, HvEdit *edit, const char *who);          /* swallows the edit; must succeed */
void sample_refuse (HvStore *store, HvEdit *edit, const char *who, int code); /* must fail so */

/* A record with every column filled: its number makes it differ from others. */
gpointer sample_record_new (HvKind kind, HvId id, gint64 number);

/* One record as it is stored now; must be there. */
gpointer sample_find (HvStore *store, HvKind kind, HvId id);

/* What a coordinator can see, record by record, without versions. The caller owns it. */
char *sample_dump (HvStore *store);

/* Everything in a file, table by table, removed rows and the log too. The caller owns it. */
char *sample_dump_file (const char *path);

G_END_DECLS
