/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Schema step 1: the first released form. Never edited after a release.
 *
 * One table per kind of record, its columns those of the field table (hv-kind.c).
 * Every row carries: org_id, the tenant, 1 in a file of one's own; id; ver, counted
 * up by every change; content, the version whose content the row has (undo brings
 * back an earlier one); gone, 1 when removed: rows stay, so that undo, the change
 * log and references find them; ext and extra as in hv-record.h.
 *
 * Beside them: counter (the last change number of each house; 0 is the organisation,
 * -1 counts steps), step and change (the log), change_private (old and new values of
 * personal fields, deleted after 30 days or with the person), erasure (who was erased
 * when, for old backups), log_month (what became of changes older than 13 months).
 *
 * {INT}, {TEXT} and {END} are filled in by the engine.
 */

#include "hv-schema.h"

/* clang-format off: laid out as SQL. */

#define HEAD                               \
  "  org_id {INT} NOT NULL,"               \
  "  id {INT} NOT NULL,"                   \
  "  ver {INT} NOT NULL CHECK (ver >= 1)," \
  "  content {INT} NOT NULL,"              \
  "  gone {INT} NOT NULL CHECK (gone IN (0, 1)),"

#define TAIL        \
  "  ext {TEXT},"   \
  "  extra {TEXT}," \
  "  PRIMARY KEY (org_id, id)"

#define TO(column, table)                                                    \
  "  , FOREIGN KEY (org_id, " #column ") REFERENCES " #table " (org_id, id)" \
  " DEFERRABLE INITIALLY DEFERRED"

#define BY_EXT(table)                                                 \
  "CREATE UNIQUE INDEX " #table "_by_ext ON " #table " (org_id, ext)" \
  " WHERE gone = 0 AND ext IS NOT NULL"

const char *const hv_schema_1[] = {
  "CREATE TABLE meta ("
  "  org_id {INT} NOT NULL,"
  "  name {TEXT} NOT NULL,"
  "  value {TEXT} NOT NULL,"
  "  PRIMARY KEY (org_id, name)"
  "{END}",

  "CREATE TABLE counter ("
  "  org_id {INT} NOT NULL,"
  "  house_id {INT} NOT NULL,"
  "  seq {INT} NOT NULL,"
  "  PRIMARY KEY (org_id, house_id)"
  "{END}",

  "CREATE TABLE step ("
  "  org_id {INT} NOT NULL,"
  "  id {INT} NOT NULL,"
  "  nr {INT} NOT NULL,"
  "  at {INT} NOT NULL,"
  "  who {TEXT} NOT NULL,"
  "  client {TEXT},"
  "  verb {TEXT} NOT NULL,"
  "  turn {INT} NOT NULL CHECK (turn BETWEEN 0 AND 2),"
  "  undo_of {INT},"
  "  undoable {INT} NOT NULL CHECK (undoable IN (0, 1)),"
  "  undone {INT} NOT NULL CHECK (undone IN (0, 1)),"
  "  PRIMARY KEY (org_id, id)"
  "{END}",

  "CREATE UNIQUE INDEX step_by_nr ON step (org_id, nr)",

  "CREATE INDEX step_by_who ON step (org_id, who, nr)",

  "CREATE TABLE change ("
  "  org_id {INT} NOT NULL,"
  "  house_id {INT} NOT NULL,"
  "  seq {INT} NOT NULL,"
  "  step {INT} NOT NULL,"
  "  n {INT} NOT NULL,"
  "  tbl {TEXT} NOT NULL,"
  "  row_id {INT} NOT NULL,"
  "  ver {INT} NOT NULL,"
  "  was {INT} NOT NULL,"
  "  content {INT} NOT NULL,"
  "  before {TEXT},"
  "  after {TEXT},"
  "  private {TEXT},"
  "  PRIMARY KEY (org_id, house_id, seq)"
  "{END}",

  "CREATE UNIQUE INDEX change_by_step ON change (org_id, step, n)",

  "CREATE TABLE change_private ("
  "  org_id {INT} NOT NULL,"
  "  step {INT} NOT NULL,"
  "  n {INT} NOT NULL,"
  "  before {TEXT},"
  "  after {TEXT},"
  "  PRIMARY KEY (org_id, step, n)"
  "{END}",

  "CREATE TABLE erasure ("
  "  org_id {INT} NOT NULL,"
  "  volunteer {INT} NOT NULL,"
  "  at {INT} NOT NULL,"
  "  PRIMARY KEY (org_id, volunteer)"
  "{END}",

  "CREATE TABLE log_month ("
  "  org_id {INT} NOT NULL,"
  "  house_id {INT} NOT NULL,"
  "  month {INT} NOT NULL,"
  "  changes {INT} NOT NULL,"
  "  PRIMARY KEY (org_id, house_id, month)"
  "{END}",

  "CREATE TABLE organisation (" HEAD "  name {TEXT} NOT NULL,"
  "  country {TEXT} NOT NULL CHECK (country IN ('DK', 'SE')),"
  "  zone {TEXT} NOT NULL,"
  "  language {TEXT} NOT NULL CHECK (language IN ('da', 'sv', 'en')),"
  "  web {TEXT},"
  "  target_share {INT} CHECK (target_share BETWEEN 0 AND 1000000),"
  "  target_minutes {INT}," TAIL "{END}",

  "CREATE TABLE role (" HEAD "  name {TEXT} NOT NULL,"
  "  icon {TEXT},"
  "  serves {INT} NOT NULL CHECK (serves IN (0, 1)),"
  "  position {INT} NOT NULL,"
  "  checklist {TEXT}," TAIL "{END}",

  "CREATE TABLE house (" HEAD "  name {TEXT} NOT NULL,"
  "  house_kind {INT} NOT NULL CHECK (house_kind BETWEEN 0 AND 2),"
  "  address {TEXT},"
  "  place {TEXT},"
  "  zone {TEXT},"
  "  position {INT} NOT NULL,"
  "  note {TEXT},"
  "  checklist {TEXT},"
  "  hide_names {INT} NOT NULL CHECK (hide_names IN (0, 1)),"
  "  never_alone {INT} NOT NULL CHECK (never_alone IN (0, 1)),"
  "  experienced {INT} NOT NULL CHECK (experienced IN (0, 1)),"
  "  needs_key {INT} NOT NULL CHECK (needs_key IN (0, 1)),"
  "  model {INT} NOT NULL CHECK (model BETWEEN 0 AND 2),"
  "  minutes {INT} CHECK (minutes >= 0),"
  "  target_share {INT} CHECK (target_share BETWEEN 0 AND 1000000),"
  "  target_minutes {INT},"
  "  door {INT} CHECK (door BETWEEN 0 AND 1000000),"
  "  least {INT} CHECK (least >= 0),"
  "  patience {INT},"
  "  profile {TEXT},"
  "  guess {INT},"
  "  guests_per {INT} CHECK (guests_per >= 1)," TAIL "{END}",

  "CREATE TABLE hours (" HEAD "  house {INT} NOT NULL,"
  "  weekday {INT} NOT NULL CHECK (weekday BETWEEN 1 AND 7),"
  "  start_minute {INT} NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),"
  "  end_minute {INT} NOT NULL,"
  "  from_week {INT} CHECK ((from_week - 4) % 7 = 0),"
  "  until {INT} CHECK ((until - 4) % 7 = 0)," TAIL "  , CHECK (end_minute > start_minute AND end_minute <= 2880)"
  "  , CHECK (until >= from_week)" TO (house, house) "{END}",

  "CREATE TABLE template (" HEAD "  house {INT} NOT NULL,"
  "  role {INT} NOT NULL,"
  "  weekday {INT} NOT NULL CHECK (weekday BETWEEN 1 AND 7),"
  "  start_minute {INT} NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),"
  "  end_minute {INT} NOT NULL,"
  "  minimum {INT} NOT NULL CHECK (minimum >= 0),"
  "  wanted {INT} CHECK (wanted >= 0),"
  "  maximum {INT} CHECK (maximum >= 0),"
  "  from_week {INT} CHECK ((from_week - 4) % 7 = 0),"
  "  until {INT} CHECK ((until - 4) % 7 = 0),"
  "  repeat {INT} NOT NULL CHECK (repeat BETWEEN 0 AND 4),"
  "  n {INT},"
  "  since {INT}," TAIL "  , CHECK (end_minute > start_minute AND end_minute <= 2880)"
  "  , CHECK (until >= from_week)" TO (house, house) TO (role, role) "{END}",

  "CREATE TABLE regular (" HEAD "  house {INT} NOT NULL,"
  "  tmpl {INT} NOT NULL,"
  "  volunteer {INT} NOT NULL," TAIL TO (house, house) TO (tmpl, template) TO (volunteer, volunteer) "{END}",

  "CREATE TABLE closed (" HEAD "  house {INT} NOT NULL,"
  "  from_day {INT} NOT NULL,"
  "  to_day {INT} NOT NULL,"
  "  reason {TEXT}," TAIL "  , CHECK (to_day >= from_day)" TO (house, house) "{END}",

  "CREATE TABLE open_on (" HEAD "  house {INT} NOT NULL,"
  "  day {INT} NOT NULL," TAIL TO (house, house) "{END}",

  "CREATE TABLE travel (" HEAD "  a {INT} NOT NULL,"
  "  b {INT} NOT NULL,"
  "  minutes {INT} NOT NULL CHECK (minutes >= 0)," TAIL TO (a, house) TO (b, house) "{END}",

  "CREATE TABLE volunteer (" HEAD "  booked {INT} NOT NULL DEFAULT 0,"
  "  name {TEXT} NOT NULL,"
  "  name_key {TEXT},"
  "  phone {TEXT},"
  "  email {TEXT},"
  "  language {TEXT} CHECK (language IN ('da', 'sv', 'en')),"
  "  note {TEXT},"
  "  from_day {INT},"
  "  until {INT},"
  "  eight_weeks {INT},"
  "  most_week {INT},"
  "  most_four_weeks {INT},"
  "  rest_hours {INT},"
  "  archived {INT} NOT NULL CHECK (archived IN (0, 1))," TAIL "  , CHECK (until >= from_day)"
  "{END}",

  "CREATE TABLE skill (" HEAD "  volunteer {INT} NOT NULL,"
  "  role {INT} NOT NULL,"
  "  level {INT} NOT NULL CHECK (level BETWEEN 0 AND 2)," TAIL TO (volunteer, volunteer) TO (role, role) "{END}",

  "CREATE TABLE tie (" HEAD "  volunteer {INT} NOT NULL,"
  "  house {INT} NOT NULL,"
  "  serves {INT} NOT NULL CHECK (serves IN (0, 1)),"
  "  position {INT} NOT NULL,"
  "  has_key {INT} NOT NULL CHECK (has_key IN (0, 1))," TAIL TO (volunteer, volunteer) TO (house, house) "{END}",

  "CREATE TABLE availability (" HEAD "  volunteer {INT} NOT NULL,"
  "  weekday {INT} NOT NULL CHECK (weekday BETWEEN 1 AND 7),"
  "  start_minute {INT} NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),"
  "  end_minute {INT} NOT NULL,"
  "  offer {INT} NOT NULL CHECK (offer BETWEEN 0 AND 2),"
  "  from_week {INT} CHECK ((from_week - 4) % 7 = 0),"
  "  until {INT} CHECK ((until - 4) % 7 = 0),"
  "  repeat {INT} NOT NULL CHECK (repeat BETWEEN 0 AND 4)," TAIL
  "  , CHECK (end_minute > start_minute AND end_minute <= 2880)"
  "  , CHECK (until >= from_week)" TO (volunteer, volunteer) "{END}",

  "CREATE TABLE absence (" HEAD "  volunteer {INT} NOT NULL,"
  "  from_day {INT} NOT NULL,"
  "  to_day {INT} NOT NULL,"
  "  start_minute {INT} CHECK (start_minute BETWEEN 0 AND 1439),"
  "  end_minute {INT},"
  "  reason {TEXT}," TAIL "  , CHECK (to_day >= from_day)" TO (volunteer, volunteer) "{END}",

  "CREATE TABLE pause (" HEAD "  volunteer {INT} NOT NULL,"
  "  from_day {INT} NOT NULL,"
  "  to_day {INT}," TAIL "  , CHECK (to_day >= from_day)" TO (volunteer, volunteer) "{END}",

  "CREATE TABLE pair (" HEAD "  a {INT} NOT NULL,"
  "  b {INT} NOT NULL,"
  "  pair_kind {INT} NOT NULL CHECK (pair_kind BETWEEN 0 AND 2)," TAIL TO (a, volunteer) TO (b, volunteer) "{END}",

  "CREATE TABLE factor (" HEAD "  house {INT},"
  "  from_week {INT} NOT NULL CHECK ((from_week - 4) % 7 = 0),"
  "  to_week {INT} NOT NULL CHECK ((to_week - 4) % 7 = 0),"
  "  factor {INT} NOT NULL CHECK (factor >= 0),"
  "  name {TEXT}," TAIL "  , CHECK (to_week >= from_week)" TO (house, house) "{END}",

  "CREATE TABLE opening (" HEAD "  house {INT} NOT NULL,"
  "  starts {INT} NOT NULL,"
  "  ends {INT} NOT NULL,"
  "  hours {INT},"
  "  closed {TEXT},"
  "  holiday {INT} NOT NULL CHECK (holiday IN (0, 1)),"
  "  note {TEXT},"
  "  address {TEXT},"
  "  guests {INT} CHECK (guests >= 0)," TAIL "  , CHECK (ends > starts AND ends - starts <= 2880)" TO (house, house)
      TO (hours, hours) "{END}",

  "CREATE TABLE shift (" HEAD "  house {INT} NOT NULL,"
  "  opening {INT} NOT NULL,"
  "  role {INT} NOT NULL,"
  "  starts {INT} NOT NULL,"
  "  ends {INT} NOT NULL,"
  "  minimum {INT} NOT NULL CHECK (minimum >= 0),"
  "  wanted {INT} CHECK (wanted >= 0),"
  "  maximum {INT} CHECK (maximum >= 0),"
  "  tmpl {INT},"
  "  note {TEXT},"
  "  uid {TEXT} NOT NULL," TAIL "  , CHECK (ends > starts AND ends - starts <= 2880)" TO (house, house)
      TO (opening, opening) TO (role, role) TO (tmpl, template) "{END}",

  "CREATE TABLE assignment (" HEAD "  house {INT} NOT NULL,"
  "  shift {INT} NOT NULL,"
  "  volunteer {INT},"
  "  guest {TEXT},"
  "  state {INT} NOT NULL CHECK (state BETWEEN 0 AND 4),"
  "  origin {INT} NOT NULL CHECK (origin BETWEEN 0 AND 3),"
  "  locked {INT} NOT NULL CHECK (locked IN (0, 1)),"
  "  starts {INT} NOT NULL,"
  "  ends {INT} NOT NULL,"
  "  own_span {INT} NOT NULL CHECK (own_span IN (0, 1)),"
  "  reason {TEXT},"
  "  uid {TEXT} NOT NULL," TAIL "  , CHECK (ends > starts AND ends - starts <= 2880)" TO (house, house)
      TO (shift, shift) TO (volunteer, volunteer) "{END}",

  "CREATE TABLE visit (" HEAD "  house {INT} NOT NULL,"
  "  opening {INT} NOT NULL,"
  "  count {INT} NOT NULL CHECK (count >= 0),"
  "  slots {TEXT},"
  "  left_unhelped {INT} CHECK (left_unhelped >= 0),"
  "  wait {INT} CHECK (wait >= 0),"
  "  minutes {INT} CHECK (minutes >= 0),"
  "  note {TEXT},"
  "  special {INT} CHECK (special IN (0, 1))," TAIL TO (house, house) TO (opening, opening) "{END}",

  "CREATE TABLE expectation (" HEAD "  house {INT} NOT NULL,"
  "  opening {INT} NOT NULL,"
  "  count {INT} NOT NULL CHECK (count >= 0)," TAIL TO (house, house) TO (opening, opening) "{END}",

  "CREATE TABLE call (" HEAD "  house {INT} NOT NULL,"
  "  shift {INT} NOT NULL,"
  "  volunteer {INT} NOT NULL,"
  "  answer {INT} NOT NULL CHECK (answer BETWEEN 0 AND 3)," TAIL TO (house, house) TO (shift, shift)
      TO (volunteer, volunteer) "{END}",

  "CREATE TABLE event (" HEAD "  house {INT} NOT NULL,"
  "  owner_kind {INT} NOT NULL CHECK (owner_kind BETWEEN 0 AND 1),"
  "  owner {INT} NOT NULL,"
  "  subject {INT} NOT NULL,"
  "  week {INT} NOT NULL CHECK ((week - 4) % 7 = 0),"
  "  uid {TEXT} NOT NULL,"
  "  starts {INT} NOT NULL,"
  "  ends {INT} NOT NULL,"
  "  zone {TEXT} NOT NULL,"
  "  language {TEXT} NOT NULL CHECK (language IN ('da', 'sv', 'en')),"
  "  role {TEXT},"
  "  house_name {TEXT},"
  "  place {TEXT},"
  "  description {TEXT},"
  "  present {INT},"
  "  needed {INT},"
  "  cancelled {INT} NOT NULL CHECK (cancelled IN (0, 1)),"
  "  sequence {INT} NOT NULL CHECK (sequence >= 0),"
  "  modified {INT} NOT NULL," TAIL "  , CHECK (ends > starts AND ends - starts <= 2880)" TO (house, house) "{END}",

  "CREATE TABLE feed (" HEAD "  owner_kind {INT} NOT NULL CHECK (owner_kind BETWEEN 0 AND 1),"
  "  owner {INT} NOT NULL,"
  "  token {TEXT} NOT NULL,"
  "  state {INT} NOT NULL CHECK (state BETWEEN 0 AND 1),"
  "  since {INT} NOT NULL," TAIL "{END}",

  "CREATE TABLE publication (" HEAD "  week {INT} NOT NULL CHECK ((week - 4) % 7 = 0),"
  "  at {INT} NOT NULL," TAIL "{END}",

  /* A week of a house; everything on one opening or shift; where a volunteer is. The last
   * holds all that is asked about somebody's duties (gone too, or SQLite looks it up in the
   * row), so that eight weeks of twenty thousand people are read without their rows. */
  "CREATE INDEX opening_by_house ON opening (org_id, house, starts) WHERE gone = 0",
  "CREATE INDEX shift_by_opening ON shift (org_id, opening) WHERE gone = 0",
  "CREATE INDEX assignment_by_volunteer ON assignment (org_id, volunteer, starts, ends, state, house, shift, gone)"
  " WHERE gone = 0 AND volunteer IS NOT NULL",
  "CREATE INDEX call_by_shift ON call (org_id, shift) WHERE gone = 0",
  "CREATE INDEX event_by_start ON event (org_id, starts) WHERE gone = 0",
  "CREATE INDEX event_by_week ON event (org_id, week) WHERE gone = 0",
  "CREATE INDEX event_by_owner ON event (org_id, owner, owner_kind) WHERE gone = 0",

  /* What there is one of, whoever writes at the same moment. Nobody stands twice in one
   * shift; walk-in helpers have no volunteer and do not meet here. A link that was ever
   * given out never becomes somebody else's. */
  "CREATE UNIQUE INDEX assignment_by_shift ON assignment (org_id, shift, volunteer) WHERE gone = 0",
  "CREATE UNIQUE INDEX visit_by_opening ON visit (org_id, opening) WHERE gone = 0",
  "CREATE UNIQUE INDEX expectation_by_opening ON expectation (org_id, opening) WHERE gone = 0",
  "CREATE UNIQUE INDEX skill_by_volunteer ON skill (org_id, volunteer, role) WHERE gone = 0",
  "CREATE UNIQUE INDEX tie_by_volunteer ON tie (org_id, volunteer, house) WHERE gone = 0",
  "CREATE UNIQUE INDEX regular_by_template ON regular (org_id, tmpl, volunteer) WHERE gone = 0",
  "CREATE UNIQUE INDEX publication_by_week ON publication (org_id, week) WHERE gone = 0",
  "CREATE UNIQUE INDEX feed_by_owner ON feed (org_id, owner, owner_kind) WHERE gone = 0 AND state = 0",
  "CREATE UNIQUE INDEX feed_by_token ON feed (org_id, token)",

  BY_EXT (organisation),
  BY_EXT (role),
  BY_EXT (house),
  BY_EXT (hours),
  BY_EXT (template),
  BY_EXT (regular),
  BY_EXT (closed),
  BY_EXT (open_on),
  BY_EXT (travel),
  BY_EXT (volunteer),
  BY_EXT (skill),
  BY_EXT (tie),
  BY_EXT (availability),
  BY_EXT (absence),
  BY_EXT (pause),
  BY_EXT (pair),
  BY_EXT (factor),
  BY_EXT (opening),
  BY_EXT (shift),
  BY_EXT (assignment),
  BY_EXT (visit),
  BY_EXT (expectation),
  BY_EXT (call),
  BY_EXT (event),
  BY_EXT (feed),
  BY_EXT (publication),
  NULL,
};
