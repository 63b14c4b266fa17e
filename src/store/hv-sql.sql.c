/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-sql.h"

/* clang-format off: laid out as SQL. $1 is always org_id. */

const char *const hv_sql[HV_N_SQL] = {
  [HV_SQL_GET_META] = "SELECT value\n"
                      "FROM meta\n"
                      "WHERE org_id = $1 AND name = $2",

  [HV_SQL_SET_META] = "INSERT INTO meta (org_id, name, value)\n"
                      "VALUES ($1, $2, $3)\n"
                      "ON CONFLICT (org_id, name) DO UPDATE SET value = excluded.value",

  /* --- the change log --- */

  [HV_SQL_LIST_COUNTERS] = "SELECT house_id, seq\n"
                           "FROM counter\n"
                           "WHERE org_id = $1",

  /* Also the lock that puts the changes of a house into one order. */
  [HV_SQL_BUMP_COUNTER] = "INSERT INTO counter (org_id, house_id, seq)\n"
                          "VALUES ($1, $2, $3)\n"
                          "ON CONFLICT (org_id, house_id) DO UPDATE SET seq = counter.seq + excluded.seq\n"
                          "RETURNING seq",

  [HV_SQL_GET_STEP] = "SELECT id, at, verb, undo_of\n"
                      "FROM step\n"
                      "WHERE org_id = $1 AND id = $2",

  [HV_SQL_ADD_STEP] = "INSERT INTO step (org_id, id, nr, at, who, client, verb, turn, undo_of, undoable, undone)\n"
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)",

  [HV_SQL_ADD_CHANGE] =
      "INSERT INTO change (org_id, house_id, seq, step, n, tbl, row_id, ver, was, content, before, after, private)\n"
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",

  [HV_SQL_ADD_PRIVATE] = "INSERT INTO change_private (org_id, step, n, before, after)\n"
                         "VALUES ($1, $2, $3, $4, $5)",

  [HV_SQL_FIND_LAST_CHANGE] = "SELECT s.who, s.at\n"
                              "FROM change c\n"
                              "JOIN step s ON s.org_id = c.org_id AND s.id = c.step\n"
                              "WHERE c.org_id = $1 AND c.house_id = $2 AND c.tbl = $3 AND c.row_id = $4\n"
                              "ORDER BY c.seq DESC\n"
                              "LIMIT 1",

  /* $2 who, $3 the oldest moment. Turns: 0 edit, 1 undo, 2 redo. */
  [HV_SQL_FIND_UNDO] =
      "SELECT id, at, verb\n"
      "FROM step\n"
      "WHERE org_id = $1 AND who = $2 AND at >= $3 AND turn IN (0, 2) AND undoable = 1 AND undone = 0\n"
      "ORDER BY nr DESC\n"
      "LIMIT 1",

  /* An edit after an undo leaves nothing to redo. */
  [HV_SQL_FIND_REDO] = "SELECT id, at, verb\n"
                       "FROM step\n"
                       "WHERE org_id = $1 AND who = $2 AND at >= $3 AND turn = 1 AND undoable = 1 AND undone = 0\n"
                       "  AND nr > coalesce((\n"
                       "    SELECT max(e.nr)\n"
                       "    FROM step e\n"
                       "    WHERE e.org_id = $1 AND e.who = $2 AND e.turn = 0 AND e.undoable = 1), 0)\n"
                       "ORDER BY nr DESC\n"
                       "LIMIT 1",

  [HV_SQL_MARK_UNDONE] = "UPDATE step\n"
                         "SET undone = 1\n"
                         "WHERE org_id = $1 AND id = $2",

  [HV_SQL_LIST_CHANGES_OF_STEP] =
      "SELECT c.tbl, c.row_id, c.ver, c.was, c.content, c.before, c.after, c.private, c.n, p.n, p.before, p.after\n"
      "FROM change c\n"
      "LEFT JOIN change_private p ON p.org_id = c.org_id AND p.step = c.step AND p.n = c.n\n"
      "WHERE c.org_id = $1 AND c.step = $2\n"
      "ORDER BY c.n",

  [HV_SQL_LIST_STEPS] = "SELECT id, at, verb, undo_of, who, client, turn, undone\n"
                        "FROM step\n"
                        "WHERE org_id = $1 AND at >= $2\n"
                        "ORDER BY nr DESC\n"
                        "LIMIT $3",

  [HV_SQL_LIST_CHANGES] = "SELECT step, tbl, row_id, before, after\n"
                          "FROM change\n"
                          "WHERE org_id = $1",

  [HV_SQL_LIST_CHANGES_SINCE] = "SELECT tbl, row_id\n"
                                "FROM change\n"
                                "WHERE org_id = $1 AND house_id = $2 AND seq > $3\n"
                                "ORDER BY seq",

  /* --- what the log forgets --- */

  [HV_SQL_TIDY_PRIVATE] = "DELETE FROM change_private\n"
                          "WHERE org_id = $1 AND step IN (\n"
                          "  SELECT id\n"
                          "  FROM step\n"
                          "  WHERE org_id = $1 AND at < $2)",

  [HV_SQL_LIST_OLD_CHANGES] = "SELECT c.house_id, s.at\n"
                              "FROM step s\n"
                              "JOIN change c ON c.org_id = s.org_id AND c.step = s.id\n"
                              "WHERE s.org_id = $1 AND s.at < $2",

  [HV_SQL_ADD_MONTH] =
      "INSERT INTO log_month (org_id, house_id, month, changes)\n"
      "VALUES ($1, $2, $3, $4)\n"
      "ON CONFLICT (org_id, house_id, month) DO UPDATE SET changes = log_month.changes + excluded.changes",

  [HV_SQL_DELETE_OLD_CHANGES] = "DELETE FROM change\n"
                                "WHERE org_id = $1 AND step IN (\n"
                                "  SELECT id\n"
                                "  FROM step\n"
                                "  WHERE org_id = $1 AND at < $2)",

  [HV_SQL_DELETE_OLD_STEPS] = "DELETE FROM step\n"
                              "WHERE org_id = $1 AND at < $2",

  [HV_SQL_FIND_LAST_ERASURE] = "SELECT max(at)\n"
                               "FROM erasure\n"
                               "WHERE org_id = $1 AND at < $2",

  [HV_SQL_ADD_ERASURE] = "INSERT INTO erasure (org_id, volunteer, at)\n"
                         "VALUES ($1, $2, $3)\n"
                         "ON CONFLICT (org_id, volunteer) DO UPDATE SET at = excluded.at",

  [HV_SQL_LIST_PRIVATE] = "SELECT p.step, p.n, c.tbl, c.row_id, p.before, p.after\n"
                          "FROM change_private p\n"
                          "JOIN change c ON c.org_id = p.org_id AND c.step = p.step AND c.n = p.n\n"
                          "WHERE p.org_id = $1",

  [HV_SQL_DELETE_PRIVATE] = "DELETE FROM change_private\n"
                            "WHERE org_id = $1 AND step = $2 AND n = $3",

  [HV_SQL_MARK_NOT_UNDOABLE] = "UPDATE step\n"
                               "SET undoable = 0\n"
                               "WHERE org_id = $1 AND id = $2",

  /* --- verification --- */

  /* House -1 counts steps. */
  [HV_SQL_VERIFY_COUNTERS] = "SELECT k.house_id, k.seq, count(c.seq), min(c.seq), max(c.seq)\n"
                             "FROM counter k\n"
                             "LEFT JOIN change c ON c.org_id = k.org_id AND c.house_id = k.house_id\n"
                             "WHERE k.org_id = $1 AND k.house_id >= 0\n"
                             "GROUP BY k.house_id, k.seq",

  [HV_SQL_VERIFY_ROWS] =
      "SELECT c.tbl, c.row_id, c.ver, c.was, c.content, c.before, c.after, c.private, p.n, p.before, p.after\n"
      "FROM change c\n"
      "LEFT JOIN change_private p ON p.org_id = c.org_id AND p.step = c.step AND p.n = c.n\n"
      "WHERE c.org_id = $1\n"
      "ORDER BY c.tbl, c.row_id, c.ver",

  [HV_SQL_VERIFY_CHANGES] = "SELECT house_id, seq, step, n, tbl, row_id, ver, was, content, before, after, private\n"
                            "FROM change\n"
                            "WHERE org_id = $1\n"
                            "ORDER BY house_id, seq",

  [HV_SQL_VERIFY_PRIVATE] = "SELECT step, n, before, after\n"
                            "FROM change_private\n"
                            "WHERE org_id = $1\n"
                            "ORDER BY step, n",

  [HV_SQL_VERIFY_STEPS] = "SELECT id, nr, at, who, client, turn, verb, undo_of, undoable, undone\n"
                          "FROM step\n"
                          "WHERE org_id = $1\n"
                          "ORDER BY id",

  /* --- what an edit must not bring about --- */

  [HV_SQL_LOCK_VOLUNTEER] = "UPDATE volunteer\n"
                            "SET booked = booked + 1\n"
                            "WHERE org_id = $1 AND id = $2",

  /* $2 the volunteer, $3 and $4 the span, $5 its start less the longest shift (which keeps
   * the search within a stretch of the index), $6 the assignment itself. States planned
   * and present fill a place; a duty in a closed opening binds nobody. */
  [HV_SQL_FIND_OVERLAP] =
      "SELECT a.id\n"
      "FROM assignment a\n"
      "WHERE a.org_id = $1 AND a.volunteer = $2 AND a.starts < $4 AND a.starts > $5 AND a.ends > $3\n"
      "  AND a.gone = 0 AND a.state IN (0, 3) AND a.id <> $6\n"
      "  AND NOT EXISTS (\n"
      "    SELECT s.id\n"
      "    FROM shift s\n"
      "    JOIN opening o ON o.org_id = s.org_id AND o.id = s.opening\n"
      "    WHERE s.org_id = a.org_id AND s.id = a.shift AND o.closed IS NOT NULL)\n"
      "ORDER BY a.starts, a.id\n"
      "LIMIT 1",

  [HV_SQL_FIND_ON_SHIFT] = "SELECT id\n"
                           "FROM assignment\n"
                           "WHERE org_id = $1 AND shift = $2 AND volunteer = $3 AND gone = 0 AND id <> $4\n"
                           "LIMIT 1",

  [HV_SQL_FIND_IN_SHIFT] = "SELECT id\n"
                           "FROM assignment\n"
                           "WHERE org_id = $1 AND shift = $2 AND gone = 0 AND state IN (0, 3)\n"
                           "LIMIT 1",

  [HV_SQL_COUNT_IN_SHIFT] = "SELECT count(*), max(id)\n"
                            "FROM assignment\n"
                            "WHERE org_id = $1 AND shift = $2 AND gone = 0 AND state IN (0, 3)",

  [HV_SQL_FIND_IN_OPENING] = "SELECT id\n"
                             "FROM shift\n"
                             "WHERE org_id = $1 AND opening = $2 AND gone = 0\n"
                             "LIMIT 1",

  /* --- what lies before the weeks of a roster --- */

  /* $2 the volunteer, $3 the first minute of the roster. */
  [HV_SQL_LIST_PAST_DUTIES] = "SELECT house, starts, shift, state\n"
                              "FROM assignment\n"
                              "WHERE org_id = $1 AND volunteer = $2 AND starts < $3 AND gone = 0\n"
                              "ORDER BY starts DESC\n"
                              "LIMIT $4",

  /* Shifts of openings of one house that are closed. */
  [HV_SQL_LIST_PAST_CLOSED] =
      "SELECT s.id\n"
      "FROM opening o\n"
      "JOIN shift s ON s.org_id = o.org_id AND s.opening = o.id AND s.gone = 0\n"
      "WHERE o.org_id = $1 AND o.house = $2 AND o.starts >= $3 AND o.starts < $4 AND o.gone = 0\n"
      "  AND o.closed IS NOT NULL",

  [HV_SQL_LIST_PAST_COUNTS] =
      "SELECT o.house, o.starts, o.ends, v.count, v.special, v.slots\n"
      "FROM opening o\n"
      "JOIN visit v ON v.org_id = o.org_id AND v.opening = o.id AND v.gone = 0\n"
      "WHERE o.org_id = $1 AND o.house = $2 AND o.starts >= $3 AND o.starts < $4 AND o.gone = 0\n"
      "ORDER BY o.starts",

  [HV_SQL_LIST_HOUSES] = "SELECT id\n"
                         "FROM house\n"
                         "WHERE org_id = $1\n"
                         "ORDER BY id",

  [HV_SQL_FIND_LIMITS] = "SELECT min(starts), max(starts)\n"
                         "FROM opening\n"
                         "WHERE org_id = $1 AND gone = 0",
};
