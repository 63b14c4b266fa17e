/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* damage [FILES]: damages copies of a good file in every way a disk can (bits, sectors,
 * pages, ends, strangers, journals that belong to nobody) and lets a child open each, read
 * everything, verify it and try an edit's first half. No child crashes or takes longer than
 * five seconds; a file that is refused is byte for byte as it was; and where the damage
 * changed anything that the file says, it is found. */

#include "hv-backup.h"
#include "hv-error.h"
#include "hv-sample.h"
#include "hv-verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096
#define SECTOR 512
#define SECONDS 5

typedef struct
{
  char *folder;
  char *good;    /* the path of the good file */
  char *victim;  /* the path of the damaged one */
  char *backups; /* of both */
  GBytes *bytes; /* of the good file */
  GBytes *older; /* an earlier state, for sectors that were never written */
  char *dump;    /* all that the good file says */
} Bench;

/* --- a good file --- */

static void
add_weeks (HvStore *store, int first, int weeks)
{
  for (int week = first; week < first + weeks; week++)
    {
      HvEdit *edit = sample_begin ("generate");
      HvSpan span = hv_span_on_day (SAMPLE_MONDAY + 7 * (week + 1), 600, 780);
      HvOpening *opening = hv_edit_add (edit, HV_KIND_OPENING);
      HvId opening_id = opening->r.id;
      opening->house = SAMPLE_JUELSMINDE;
      opening->starts = span.from;
      opening->ends = span.to;
      hv_set_text (&opening->note, "kaffe, æbler og øl");
      HvShift *shift = hv_edit_add (edit, HV_KIND_SHIFT);
      HvId shift_id = shift->r.id;
      shift->house = SAMPLE_JUELSMINDE;
      shift->opening = opening_id;
      shift->role = SAMPLE_ROLE_IT;
      shift->starts = span.from;
      shift->ends = span.to;
      HvAssignment *assignment = hv_edit_add (edit, HV_KIND_ASSIGNMENT);
      assignment->house = SAMPLE_JUELSMINDE;
      assignment->shift = shift_id;
      assignment->volunteer = SAMPLE_ANNA + week % 3;
      assignment->starts = span.from;
      assignment->ends = span.to;
      sample_apply (store, edit, "Karen");
    }
}

static GBytes *
read_bytes (const char *path)
{
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_bytes_new_take (contents, length);
}

static void
make_bench (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->folder = sample_folder_new ();
  bench->good = sample_path (bench->folder, "roster.husvagt");
  bench->victim = sample_path (bench->folder, "victim/roster.husvagt");
  bench->backups = hv_backup_dup_folder (bench->victim);
  g_autofree char *folder = g_path_get_dirname (bench->victim);
  g_mkdir (folder, 0700);

  HvStore *store = sample_store_new_filled (bench->folder);
  add_weeks (store, 0, 30);
  hv_store_close (store);
  bench->older = read_bytes (bench->good);
  store = sample_store_new (bench->folder);
  add_weeks (store, 30, 30);
  hv_store_backup_if_due (store, bench->backups, HV_BACKUP_DAILY, NULL, &error);
  g_assert_no_error (error);
  hv_store_close (store);
  bench->bytes = read_bytes (bench->good);
  bench->dump = sample_dump_file (bench->good);
}

/* --- damage --- */

typedef void (*Damage) (Bench *bench, GByteArray *bytes);

static guint
pick (guint n)
{
  return (guint)g_random_int_range (0, (gint32)n);
}

static void
flip_a_bit (Bench *bench, GByteArray *bytes)
{
  bytes->data[pick (bytes->len)] ^= (guint8)(1 << pick (8));
}

static void
flip_many_bits (Bench *bench, GByteArray *bytes)
{
  for (guint n = 1 + pick (50); n > 0; n--)
    flip_a_bit (bench, bytes);
}

/* Where the text and numbers are, past the page's head. */
static void
write_junk (Bench *bench, GByteArray *bytes)
{
  guint at = pick (bytes->len - 64);

  for (guint i = 0; i < 1 + pick (64); i++)
    bytes->data[at + i] = (guint8)pick (256);
}

static void
blank_a_page (Bench *bench, GByteArray *bytes)
{
  memset (bytes->data + pick (bytes->len / PAGE) * PAGE, 0, PAGE);
}

static void
swap_pages (Bench *bench, GByteArray *bytes)
{
  guint8 held[PAGE];
  guint8 *a = bytes->data + pick (bytes->len / PAGE) * PAGE, *b = bytes->data + pick (bytes->len / PAGE) * PAGE;

  memcpy (held, a, PAGE);
  memmove (a, b, PAGE);
  memcpy (b, held, PAGE);
}

/* A sector of the last write never reached the disk. */
static void
tear_a_sector (Bench *bench, GByteArray *bytes)
{
  gsize length;
  const guint8 *older = g_bytes_get_data (bench->older, &length);
  guint at = pick ((guint)MIN (length, bytes->len) / SECTOR) * SECTOR;

  memcpy (bytes->data + at, older + at, SECTOR);
}

static void
cut_the_end (Bench *bench, GByteArray *bytes)
{
  g_byte_array_set_size (bytes, 1 + pick (bytes->len - 1));
}

static void
append_junk (Bench *bench, GByteArray *bytes)
{
  guint8 junk[3000];

  for (gsize i = 0; i < sizeof junk; i++)
    junk[i] = (guint8)pick (256);
  g_byte_array_append (bytes, junk, 1 + pick (sizeof junk - 1));
}

static void
only_junk (Bench *bench, GByteArray *bytes)
{
  for (guint i = pick (200); i < bytes->len; i++)
    bytes->data[i] = (guint8)pick (256);
}

static void
hurt_the_head (Bench *bench, GByteArray *bytes)
{
  bytes->data[pick (100)] = (guint8)pick (256);
}

/* Beside the file, of no use to it. */
static void
stray_journal (Bench *bench, GByteArray *bytes)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autoptr (GByteArray) journal = g_byte_array_new ();
  g_autofree char *path = g_strconcat (bench->victim, "-journal", NULL);

  if (pick (2) == 0)
    g_byte_array_append (journal, magic, sizeof magic);
  for (guint n = pick (9000); n > 0; n--)
    {
      guint8 byte = (guint8)pick (256);
      g_byte_array_append (journal, &byte, 1);
    }
  g_assert_true (g_file_set_contents (path, (char *)journal->data, journal->len, NULL));
}

static const struct
{
  const char *name;
  Damage damage;
} damages[] = {
  { "one bit", flip_a_bit },
  { "one bit", flip_a_bit },
  { "many bits", flip_many_bits },
  { "junk", write_junk },
  { "junk", write_junk },
  { "a blank page", blank_a_page },
  { "swapped pages", swap_pages },
  { "a torn sector", tear_a_sector },
  { "cut short", cut_the_end },
  { "junk at the end", append_junk },
  { "only junk", only_junk },
  { "the head", hurt_the_head },
  { "a stray journal", stray_journal },
};

static GBytes *
write_victim (Bench *bench, guint which)
{
  gsize length;
  const guint8 *good = g_bytes_get_data (bench->bytes, &length);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *journal = g_strconcat (bench->victim, "-journal", NULL);

  g_unlink (journal);
  g_byte_array_append (bytes, good, (guint)length);
  damages[which].damage (bench, bytes);
  g_assert_true (g_file_set_contents (bench->victim, (char *)bytes->data, bytes->len, NULL));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* --- what the program makes of it --- */

enum
{
  ALL_WELL,
  FOUND,
  REFUSED,
  UNHELPFUL, /* an error without a code or a sentence */
};

static int
judge_error (const GError *error)
{
  bool known = error->domain == HV_ERROR && error->message[0] != '\0';

  return !known ? UNHELPFUL : REFUSED;
}

static int
use_file (const char *path, const char *backups)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HvRoster) everything = NULL, week = NULL;
  g_autoptr (GPtrArray) findings = NULL, steps = NULL;
  HvWeek monday = hv_week_of_day (SAMPLE_MONDAY + 70);
  g_autoptr (HvStore) store = hv_store_open (path, HV_STORE_DEFAULT, &error);
  if (store == NULL)
    return judge_error (error);

  int answer = ALL_WELL;
  if (!hv_store_load_everything (store, &everything, &error)
      || !hv_store_load_roster (store, monday, monday, HV_LOAD_HISTORY, &week, &error)
      || !hv_store_list_steps (store, HV_NONE, 1000, &steps, &error))
    {
      answer = judge_error (error);
      g_clear_error (&error);
    }
  if (!hv_store_verify (store, backups, &findings, &error))
    return judge_error (error);
  return findings->len > 0 ? FOUND : answer;
}

static int
run_child (Bench *bench)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      alarm (SECONDS);
      _exit (use_file (bench->victim, bench->backups));
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

/* --- whether the damage mattered, told without the program's help --- */

static int
count_cb (void *data, int n, char **values, char **names)
{
  GString *dump = data;

  for (int i = 0; i < n; i++)
    g_string_append_printf (dump, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "(null)");
  g_string_append_c (dump, '\n');
  return 0;
}

/* The dump of sample_dump_file (), but a file that cannot be read is one that says something else. */
static bool
says_the_same (Bench *bench)
{
  sqlite3 *handle;
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  int rc = sqlite3_open_v2 (bench->victim, &handle, SQLITE_OPEN_READONLY, NULL);

  rc = rc != SQLITE_OK
           ? rc
           : sqlite3_exec (handle,
                           "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                           "ORDER BY name",
                           count_cb, names, NULL);
  g_auto (GStrv) tables = g_strsplit (names->str, "\n", -1);
  for (char **table = tables; rc == SQLITE_OK && **table != '\0'; table++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM \"%s\" ORDER BY 1, 2, 3", *table, *table);
      rc = sqlite3_exec (handle, sql, count_cb, dump, NULL);
    }
  sqlite3_close (handle);
  return rc == SQLITE_OK && strcmp (dump->str, bench->dump) == 0;
}

typedef struct
{
  guint n;
  guint refused;
  guint found;
  guint harmless;
  guint missed;
  guint crashed;
  guint changed;
  guint unhelpful;
} Tally;

static void
judge (Bench *bench, const char *what, int answer, GBytes *before, bool same, Tally *tally)
{
  g_autoptr (GBytes) after = read_bytes (bench->victim);

  tally->refused += answer == REFUSED;
  tally->found += answer == FOUND;
  tally->harmless += answer == ALL_WELL && same;
  tally->missed += answer == ALL_WELL && !same;
  tally->crashed += answer < 0;
  tally->unhelpful += answer == UNHELPFUL || answer > UNHELPFUL;
  tally->changed += answer != ALL_WELL && !g_bytes_equal (before, after);
  if (answer < 0 || answer >= UNHELPFUL || (answer == ALL_WELL && !same)
      || (answer != ALL_WELL && !g_bytes_equal (before, after)))
    printf ("# %s: answer %d, %s\n", what, answer, g_bytes_equal (before, after) ? "unchanged" : "changed");
}

static void
run_one (Bench *bench, guint which, Tally *tally)
{
  g_autoptr (GBytes) before = write_victim (bench, which);
  int answer = run_child (bench);

  judge (bench, damages[which].name, answer, before, says_the_same (bench), tally);
  tally->n++;
}

int
main (int argc, char **argv)
{
  guint files = argc > 1 ? (guint)atoi (argv[1]) : 100;
  Bench bench = { 0 };
  Tally tally = { 0 };

  setvbuf (stdout, NULL, _IOLBF, 0);
  g_random_set_seed (argc > 2 ? (guint32)atoi (argv[2]) : 1);
  printf ("1..4\n");
  make_bench (&bench);
  for (guint i = 0; i < files; i++)
    run_one (&bench, i % G_N_ELEMENTS (damages), &tally);

  guint harmful = tally.n - tally.harmless;
  printf ("# %u files: %u refused, %u found by verification, %u with damage that says nothing else; %u missed (%.2f %% "
          "of %u found)\n",
          tally.n, tally.refused, tally.found, tally.harmless, tally.missed,
          harmful > 0 ? 100.0 * (harmful - tally.missed) / harmful : 100.0, harmful);
  printf ("%s 1 no crash, no hang\n", tally.crashed == 0 ? "ok" : "not ok");
  printf ("%s 2 no refused file is changed\n", tally.changed == 0 ? "ok" : "not ok");
  printf ("%s 3 damage is found\n", tally.missed * 1000 <= harmful ? "ok" : "not ok");
  printf ("%s 4 every refusal is a sentence\n", tally.unhelpful == 0 ? "ok" : "not ok");
  g_bytes_unref (bench.bytes);
  g_bytes_unref (bench.older);
  g_free (bench.dump);
  g_free (bench.good);
  g_free (bench.victim);
  g_free (bench.backups);
  sample_folder_free (bench.folder);
  return tally.crashed + tally.changed + tally.unhelpful > 0 || tally.missed * 1000 > harmful;
}
