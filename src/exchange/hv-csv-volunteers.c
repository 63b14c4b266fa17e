/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-csv-volunteers.h"

#include "hv-contact.h"
#include "hv-name.h"
#include "hv-ties.h"

#include <string.h>

enum
{
  NAME,
  FIRST_NAME,
  LAST_NAME,
  PHONE,
  EMAIL,
  ROLES,
  HOUSES,
  NOTE,
};

/* clang-format off: one column a line, English, Danish, Swedish. */
static const HvCsvColumn columns[] = {
  [NAME] = { { "Name|Full name|Volunteer|Person", "Navn|Fulde navn|Frivillig", "Namn|Fullständigt namn|Volontär" },
             .required = true,
             .instead = FIRST_NAME },
  [FIRST_NAME] = { { "First name|Given name", "Fornavn", "Förnamn" } },
  [LAST_NAME] = { { "Last name|Surname|Family name", "Efternavn", "Efternamn" } },
  [PHONE] = { { "Phone|Phone number|Telephone|Mobile|Tel", "Telefon|Telefonnummer|Tlf|Tlf.|Mobil|Mobilnummer",
                "Telefon|Telefonnummer|Tel|Mobil|Mobilnummer" },
              .phone = true },
  [EMAIL] = { { "E-mail|Email|Mail|E-mail address", "E-mail|E-mailadresse|Email|Mail|Mailadresse",
                "E-post|Epost|E-postadress|Mejl|Mejladress" } },
  [ROLES] = { { "Roles|Role", "Roller|Rolle", "Roller|Roll" } },
  [HOUSES] = { { "Houses|House", "Huse|Hus", "Hus" } },
  [NOTE] = { { "Note|Notes|Remark|Comment", "Bemærkning|Bemærkninger|Note|Noter|Kommentar",
               "Anteckning|Anteckningar|Notering|Kommentar" } },
  { { NULL } },
};

/* Words for a role's level in brackets, English, Danish, Swedish. */
static const char *const levels[][4] = {
  [HV_LEVEL_TRAINEE] = { "trainee", "under oplæring", "under upplärning", NULL },
  [HV_LEVEL_ABLE] = { "able", "selvstændig", "självständig", NULL },
  [HV_LEVEL_EXPERIENCED] = { "experienced", "erfaren", "erfaren", NULL },
};
/* clang-format on */

static const HvCsvLayout layout = { columns, false };

const HvCsvLayout *
hv_csv_volunteers_get_layout (void)
{
  return &layout;
}

/* --- who is there already --- */

typedef struct
{
  HvCsvTable *table;
  GHashTable *stored;  /* keys of those in the roster, a set */
  GHashTable *in_file; /* keys → line */
} Reading;

/* A person is known by the e-mail, by name and phone number, and by name alone: three
 * kinds of key in one table, NULL for what is not said. */
typedef struct
{
  char *email;
  char *phone;
  char *name;
} Keys;

static Keys
make_keys (const char *name, const char *phone, const char *email)
{
  g_autofree char *name_key = hv_name_key (name);
  g_autofree char *phone_key = phone != NULL ? hv_phone_key (phone) : NULL;
  g_autofree char *email_key = email != NULL ? hv_email_key (email) : NULL;
  return (Keys){
    email_key != NULL ? g_strconcat ("e", email_key, NULL) : NULL,
    phone_key != NULL ? g_strconcat ("p", name_key, "\n", phone_key, NULL) : NULL,
    g_strconcat ("n", name_key, NULL),
  };
}

static void
clear_keys (Keys *keys)
{
  g_free (keys->email);
  g_free (keys->phone);
  g_free (keys->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, clear_keys)

static void
add_stored (Reading *reading, char **key)
{
  if (*key != NULL)
    g_hash_table_add (reading->stored, g_steal_pointer (key));
}

static void
add_everybody (Reading *reading)
{
  const GPtrArray *volunteers = hv_roster_list (reading->table->roster, HV_KIND_VOLUNTEER);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = volunteers->pdata[i];
      g_auto (Keys) keys = make_keys (volunteer->name, volunteer->phone, volunteer->email);
      add_stored (reading, &keys.email);
      add_stored (reading, &keys.phone);
      add_stored (reading, &keys.name);
    }
}

/* --- one row --- */

/* What a row says, cleaned; NULL is nothing. */
typedef struct
{
  char *name;
  char *phone;
  char *email;
  char *note;
  GArray *roles;  /* HvSkill's role and level, as two gint64 */
  GArray *houses; /* HvId */
} Person;

static void
clear_person (Person *person)
{
  g_free (person->name);
  g_free (person->phone);
  g_free (person->email);
  g_free (person->note);
  g_array_unref (person->roles);
  g_array_unref (person->houses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, clear_person)

static bool
read_name (HvCsvTable *table, Person *person)
{
  const char *name = hv_csv_table_get (table, NAME);
  g_autofree char *joined =
      g_strjoin (" ", hv_csv_table_get (table, FIRST_NAME), hv_csv_table_get (table, LAST_NAME), NULL);
  g_strstrip (joined);
  if (*name == '\0' && *joined == '\0')
    {
      hv_csv_table_refuse_missing (table, NAME);
      return false;
    }
  GError *error = NULL;
  person->name = hv_name_clean (*name != '\0' ? name : joined, &error);
  if (person->name == NULL)
    hv_csv_table_refuse_error (table, error);
  return person->name != NULL;
}

static bool
read_contact (HvCsvTable *table, Person *person)
{
  const char *phone = hv_csv_table_get (table, PHONE);
  const char *email = hv_csv_table_get (table, EMAIL);
  g_autofree char *quoted = NULL;
  if (*phone != '\0' && !hv_phone_is_plausible (phone))
    {
      quoted = hv_error_quote (phone);
      hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s is no phone number"), quoted);
      return false;
    }
  if (*email != '\0' && !hv_email_is_plausible (email))
    {
      quoted = hv_error_quote (email);
      hv_csv_table_refuse (table, HV_ERROR_BAD_INPUT, hv_own_text ("%s is no e-mail address"), quoted);
      return false;
    }
  person->phone = *phone != '\0' ? g_strdup (phone) : NULL;
  person->email = *email != '\0' ? g_strdup (email) : NULL;
  return true;
}

static bool
find_level (const char *word, gint64 *ret_level)
{
  g_autofree char *key = hv_name_key (word);
  for (gint64 level = 0; level < (gint64)G_N_ELEMENTS (levels); level++)
    for (guint i = 0; levels[level][i] != NULL; i++)
      {
        g_autofree char *known = hv_name_key (levels[level][i]);
        if (strcmp (known, key) == 0)
          {
            *ret_level = level;
            return true;
          }
      }
  return false;
}

/* Takes "(trainee)" off the end of a role, when it is a level. */
static gint64
cut_level (char *role)
{
  gint64 level = HV_LEVEL_ABLE;
  char *open = strrchr (role, '(');
  gsize length = strlen (role);
  if (open == NULL || open == role || role[length - 1] != ')')
    return level;
  g_autofree char *word = g_strndup (open + 1, strlen (open) - 2);
  if (find_level (word, &level))
    {
      *open = '\0';
      g_strchomp (role);
    }
  return level;
}

static bool
has_role (const GArray *roles, HvId role)
{
  for (guint i = 0; i < roles->len; i += 2)
    if (g_array_index (roles, gint64, i) == role)
      return true;
  return false;
}

static bool
read_roles (HvCsvTable *table, Person *person)
{
  g_autoptr (GPtrArray) names = hv_csv_table_split (table, HV_KIND_ROLE, hv_csv_table_get (table, ROLES));
  for (guint i = 0; i < names->len; i++)
    {
      HvId role;
      bool whole = hv_csv_table_is_name (table, HV_KIND_ROLE, names->pdata[i]);
      gint64 level = whole ? HV_LEVEL_ABLE : cut_level (names->pdata[i]);
      if (!hv_csv_table_match (table, HV_KIND_ROLE, names->pdata[i], &role))
        return false;
      if (has_role (person->roles, role))
        continue;
      g_array_append_val (person->roles, role);
      g_array_append_val (person->roles, level);
    }
  return true;
}

static bool
read_person (HvCsvTable *table, Person *person)
{
  return read_name (table, person) && read_contact (table, person) && read_roles (table, person)
         && hv_csv_table_match_list (table, HV_KIND_HOUSE, hv_csv_table_get (table, HOUSES), person->houses)
         && hv_csv_table_read_note (table, NOTE, &person->note);
}

/* --- the same person twice --- */

/* The line that has named the key before; otherwise this one has now. */
static guint
claim_key (Reading *reading, const char *key)
{
  if (key == NULL)
    return 0;
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (reading->in_file, key));
  if (line == 0)
    g_hash_table_insert (reading->in_file, g_strdup (key),
                         GUINT_TO_POINTER (hv_csv_reader_get_line (reading->table->reader)));
  return line;
}

static bool
check_twice (Reading *reading, const Keys *keys)
{
  guint by_email = claim_key (reading, keys->email);
  guint by_phone = claim_key (reading, keys->phone);
  guint by_name = keys->email == NULL && keys->phone == NULL ? claim_key (reading, keys->name) : 0;

  if (by_email != 0)
    hv_csv_table_refuse (reading->table, HV_ERROR_TWICE, hv_own_text ("has the same e-mail address as line %u"),
                         by_email);
  else if (by_phone != 0)
    hv_csv_table_refuse (reading->table, HV_ERROR_TWICE, hv_own_text ("has the same name and phone number as line %u"),
                         by_phone);
  else if (by_name != 0)
    hv_csv_table_refuse (reading->table, HV_ERROR_TWICE,
                         hv_own_text ("has the same name as line %u, and neither phone nor e-mail to tell them apart"),
                         by_name);
  return by_email == 0 && by_phone == 0 && by_name == 0;
}

static bool
is_stored (const Reading *reading, const Keys *keys)
{
  if (keys->email == NULL && keys->phone == NULL)
    return g_hash_table_contains (reading->stored, keys->name);
  return (keys->email != NULL && g_hash_table_contains (reading->stored, keys->email))
         || (keys->phone != NULL && g_hash_table_contains (reading->stored, keys->phone));
}

/* --- into the edit --- */

static void
add_person (HvEdit *edit, const Person *person)
{
  HvVolunteer *volunteer = hv_edit_add (edit, HV_KIND_VOLUNTEER);
  HvId id = volunteer->r.id;
  hv_volunteer_set_name (volunteer, person->name);
  hv_set_text (&volunteer->phone, person->phone);
  hv_set_text (&volunteer->email, person->email);
  hv_set_text (&volunteer->note, person->note);

  for (guint i = 0; i < person->roles->len; i += 2)
    {
      HvSkill *skill = hv_edit_add (edit, HV_KIND_SKILL);
      skill->volunteer = id;
      skill->role = g_array_index (person->roles, gint64, i);
      skill->level = g_array_index (person->roles, gint64, i + 1);
    }
  for (guint i = 0; i < person->houses->len; i++)
    {
      HvTie *tie = hv_edit_add (edit, HV_KIND_TIE);
      tie->volunteer = id;
      tie->house = g_array_index (person->houses, HvId, i);
      tie->serves = 1;
      tie->position = i;
    }
}

static void
read_row_cb (gpointer data)
{
  Reading *reading = data;
  g_auto (Person) person = {
    .roles = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .houses = g_array_new (FALSE, FALSE, sizeof (HvId)),
  };
  if (!read_person (reading->table, &person))
    return;
  g_auto (Keys) keys = make_keys (person.name, person.phone, person.email);
  if (!check_twice (reading, &keys))
    return;
  if (is_stored (reading, &keys))
    {
      reading->table->import->n_unchanged++;
      return;
    }
  add_person (reading->table->import->edit, &person);
  reading->table->import->n_new++;
}

bool
hv_csv_volunteers_read (HvCsvTable *table, GError **error)
{
  g_autoptr (GHashTable) stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) in_file = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { table, stored, in_file };

  add_everybody (&reading);
  return hv_csv_table_read (table, read_row_cb, &reading, error);
}

/* --- writing --- */

static char *
format_roles (const HvRoster *roster, HvNameIndex *roles, HvId volunteer, HvLanguage language)
{
  const GPtrArray *skills = hv_roster_list_of (roster, HV_KIND_SKILL, HV_KIND_VOLUNTEER, volunteer);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < skills->len; i++)
    {
      const HvSkill *skill = skills->pdata[i];
      g_autofree char *role = hv_name_index_dup_name (roles, skill->role);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", role);
      if (skill->level != HV_LEVEL_ABLE)
        g_string_append_printf (text, " (%s)", levels[skill->level][language]);
    }
  return g_string_free (text, FALSE);
}

static char *
format_houses (const HvRoster *roster, HvNameIndex *houses, HvId volunteer)
{
  g_autoptr (GPtrArray) ties = hv_ties_list (roster, volunteer);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < ties->len; i++)
    {
      const HvTie *tie = ties->pdata[i];
      g_autofree char *house = tie->serves ? hv_name_index_dup_name (houses, tie->house) : NULL;
      if (house != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", house);
    }
  return g_string_free (text, FALSE);
}

static const char *
get_name (gconstpointer volunteer)
{
  return ((const HvVolunteer *)volunteer)->name;
}

/* Those that were chosen, as their language sorts them. New array of lent records. */
static GPtrArray *
choose_volunteers (const HvRoster *roster, const HvChoice *choice, HvLanguage language)
{
  const GPtrArray *everybody = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  GPtrArray *chosen = g_ptr_array_new ();
  for (guint i = 0; i < everybody->len; i++)
    {
      const HvVolunteer *volunteer = everybody->pdata[i];
      if (!volunteer->archived && hv_choice_has_volunteer (choice, roster, volunteer->r.id))
        g_ptr_array_add (chosen, (gpointer)volunteer);
    }
  hv_name_sort (chosen, 0, get_name, language);
  return chosen;
}

void
hv_csv_volunteers_write (HvCsvWriter *writer, const HvRoster *roster, const HvChoice *choice, HvLanguage language)
{
  const bool written[] = {
    [NAME] = true, [PHONE] = true, [EMAIL] = true, [ROLES] = true, [HOUSES] = true, [NOTE] = true
  };
  g_autoptr (HvNameIndex) role_names = hv_name_index_new (roster, HV_KIND_ROLE);
  g_autoptr (HvNameIndex) house_names = hv_name_index_new (roster, HV_KIND_HOUSE);
  g_autoptr (GPtrArray) volunteers = choose_volunteers (roster, choice, language);

  hv_csv_layout_write (&layout, language, written, writer);
  hv_csv_writer_end_row (writer);
  for (guint i = 0; i < volunteers->len; i++)
    {
      const HvVolunteer *volunteer = volunteers->pdata[i];
      g_autofree char *roles = format_roles (roster, role_names, volunteer->r.id, language);
      g_autofree char *houses = format_houses (roster, house_names, volunteer->r.id);
      hv_csv_writer_add_text (writer, volunteer->name);
      hv_csv_writer_add_text (writer, volunteer->phone);
      hv_csv_writer_add_text (writer, volunteer->email);
      hv_csv_writer_add_text (writer, roles);
      hv_csv_writer_add_text (writer, houses);
      hv_csv_writer_add_text (writer, volunteer->note);
      hv_csv_writer_end_row (writer);
    }
}
