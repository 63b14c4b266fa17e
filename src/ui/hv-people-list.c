/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-people-list.h"

#include "hv-name.h"

static void hv_people_list_model_init (GListModelInterface *iface);

struct _HvPeopleList
{
  GObject parent_instance;

  HvRoster *roster; /* owned */
  HvWeek week;
  GPtrArray *places; /* arrays of HvCardPlace, what duties lend */
  GPtrArray *people; /* HvPersonWeek */
  guint n_idle;
  bool busy_days[7];

  /* the volunteers by name: good as long as it is the same array of the same language */
  GPtrArray *order;        /* HvVolunteer */
  const GPtrArray *sorted; /* what order was made from */
  HvRoster *sorted_roster; /* owned: keeps both alive */
  HvLanguage language;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (HvPeopleList, hv_people_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hv_people_list_model_init))

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the order of names --- */

static const char *
get_name (gconstpointer volunteer)
{
  return ((const HvVolunteer *)volunteer)->name;
}

static void
sort_volunteers (HvPeopleList *self, const HvRoster *roster)
{
  const GPtrArray *volunteers = hv_roster_list (roster, HV_KIND_VOLUNTEER);
  HvLanguage language = hv_text_get_own_language ();
  if (self->sorted == volunteers && self->language == language)
    return;
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < volunteers->len; i++)
    g_ptr_array_add (self->order, g_ptr_array_index (volunteers, i));
  hv_name_sort (self->order, 0, get_name, language);
  g_clear_pointer (&self->sorted_roster, hv_roster_unref);
  self->sorted_roster = hv_roster_ref (roster);
  self->sorted = volunteers;
  self->language = language;
}

/* --- duties --- */

static void
person_week_free (HvPersonWeek *person)
{
  g_clear_pointer (&person->duties, g_array_unref);
  g_free (person);
}

static int
compare_duties (gconstpointer a, gconstpointer b)
{
  const HvPersonDuty *first = a;
  const HvPersonDuty *second = b;
  return first->day != second->day ? first->day - second->day : hv_span_compare (first->span, second->span);
}

/* Everybody met so far: volunteers by id, walk-in helpers by name. */
typedef struct
{
  GHashTable *volunteers; /* id → HvPersonWeek, owned by the table */
  GPtrArray *guests;      /* HvPersonWeek, owned */
} Met;

static HvPersonWeek *
new_person (HvId volunteer, const char *name)
{
  HvPersonWeek *person = g_new0 (HvPersonWeek, 1);
  person->volunteer = volunteer;
  person->name = name;
  return person;
}

static HvPersonWeek *
meet (Met *met, const HvAssignment *assignment, const HvCardPlace *place)
{
  if (assignment->volunteer != HV_NONE)
    {
      HvPersonWeek *person = g_hash_table_lookup (met->volunteers, &assignment->volunteer);
      if (person == NULL)
        {
          person = new_person (assignment->volunteer, place->name);
          g_hash_table_insert (met->volunteers, (gpointer)&assignment->volunteer, person);
        }
      return person;
    }
  for (guint i = 0; i < met->guests->len; i++)
    if (g_strcmp0 (((HvPersonWeek *)g_ptr_array_index (met->guests, i))->name, place->name) == 0)
      return g_ptr_array_index (met->guests, i);
  HvPersonWeek *guest = new_person (HV_NONE, place->name);
  g_ptr_array_add (met->guests, guest);
  return guest;
}

/* A duty past midnight stands on each of its days. */
static void
add_duty (HvPeopleList *self, HvPersonWeek *person, HvPersonDuty duty)
{
  HvDay first = hv_minute_get_day (duty.span.from);
  HvDay last = hv_minute_get_day (duty.span.to - 1);
  for (HvDay day = first; day <= last; day++)
    {
      if (!hv_week_contains (self->week, day))
        continue;
      duty.day = day - self->week.monday;
      duty.continued = day > first;
      self->busy_days[duty.day] = true;
      if (person->duties == NULL)
        person->duties = g_array_new (FALSE, FALSE, sizeof (HvPersonDuty));
      g_array_append_val (person->duties, duty);
    }
}

static void
add_shift (HvPeopleList *self, Met *met, const HvGap *gap)
{
  GPtrArray *places = hv_card_place_list (self->roster, gap, self->language);
  g_ptr_array_add (self->places, places);
  for (guint n = 0; n < places->len; n++)
    {
      const HvCardPlace *place = g_ptr_array_index (places, n);
      const HvAssignment *assignment = hv_roster_find_assignment (self->roster, place->assignment);
      if (assignment == NULL)
        continue;
      HvPersonDuty duty = { .span = hv_assignment_get_span (assignment),
                            .place = place,
                            .n = n,
                            .house = hv_roster_find_house (self->roster, gap->shift->house) };
      add_duty (self, meet (met, assignment, place), duty);
    }
}

static void
add_openings (HvPeopleList *self, Met *met, const HvOutlook *outlook, HvWeek week, HvId house)
{
  g_autoptr (GPtrArray) openings = hv_roster_list_openings (self->roster, week, house);
  for (guint i = 0; i < openings->len; i++)
    {
      const HvOpening *opening = g_ptr_array_index (openings, i);
      const HvOpeningOutlook *found = hv_outlook_find (outlook, opening->r.id);
      HvDay day = hv_opening_get_day (opening);
      if (hv_week_contains (self->week, day))
        self->busy_days[day - self->week.monday] = true;
      /* Of the week before, only the night to this Monday matters. */
      if (found == NULL || opening->ends <= hv_minute_at (self->week.monday, 0))
        continue;
      for (guint j = 0; j < found->gaps->len; j++)
        add_shift (self, met, &g_array_index (found->gaps, HvGap, j));
    }
}

/* --- rows --- */

static void
take_if_busy (GPtrArray *people, Met *met, const HvVolunteer *volunteer)
{
  HvPersonWeek *person = g_hash_table_lookup (met->volunteers, &volunteer->r.id);
  if (person == NULL || person->duties == NULL)
    return;
  g_hash_table_steal (met->volunteers, &volunteer->r.id);
  g_array_sort (person->duties, compare_duties);
  g_ptr_array_add (people, person);
}

/* Walk-in helpers are few: they come after the volunteers with duties. */
static void
take_guests (GPtrArray *people, Met *met)
{
  for (guint i = 0; i < met->guests->len; i++)
    {
      HvPersonWeek *guest = g_ptr_array_index (met->guests, i);
      if (guest->duties == NULL)
        {
          person_week_free (guest);
          continue;
        }
      g_array_sort (guest->duties, compare_duties);
      g_ptr_array_add (people, guest);
    }
  g_ptr_array_set_size (met->guests, 0);
}

static bool
is_active (const HvVolunteer *volunteer, HvWeek week)
{
  bool begun = volunteer->from == HV_NONE || volunteer->from <= week.monday + 6;
  bool stopped = volunteer->until != HV_NONE && volunteer->until < week.monday;
  return volunteer->archived != 1 && begun && !stopped;
}

static GPtrArray *
make_people (HvPeopleList *self, Met *met, bool idle)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify)person_week_free);
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  for (guint i = 0; i < self->order->len; i++)
    {
      HvVolunteer *volunteer = g_ptr_array_index (self->order, i);
      guint before = people->len;
      take_if_busy (people, met, volunteer);
      if (people->len == before && is_active (volunteer, self->week))
        g_ptr_array_add (without, volunteer);
    }
  take_guests (people, met);
  self->n_idle = without->len;
  for (guint i = 0; idle && i < without->len; i++)
    {
      const HvVolunteer *volunteer = g_ptr_array_index (without, i);
      g_ptr_array_add (people, new_person (volunteer->r.id, volunteer->name));
    }
  return people;
}

static bool
is_same (const GPtrArray *a, guint i, const GPtrArray *b, guint j)
{
  const HvPersonWeek *first = g_ptr_array_index (a, i);
  const HvPersonWeek *second = g_ptr_array_index (b, j);
  return first->volunteer == second->volunteer
         && (first->volunteer != HV_NONE || g_strcmp0 (first->name, second->name) == 0);
}

/* Tells the view of the rows between those that stay at the beginning and at the end. */
static void
replace_people (HvPeopleList *self, GPtrArray *people)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->people);
  guint head = 0;
  guint tail = 0;
  while (head < MIN (before->len, people->len) && is_same (before, head, people, head))
    head++;
  while (tail < MIN (before->len, people->len) - head
         && is_same (before, before->len - 1 - tail, people, people->len - 1 - tail))
    tail++;
  self->people = people;
  if (before->len - head - tail > 0 || people->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, people->len - head - tail);
}

void
hv_people_list_show (HvPeopleList *self, const HvRoster *roster, const HvOutlook *outlook, HvWeek week, HvId house,
                     bool idle)
{
  g_return_if_fail (HV_IS_PEOPLE_LIST (self));
  g_autoptr (HvRoster) roster_before = g_steal_pointer (&self->roster); /* names of the rows before are lent by it */
  g_autoptr (GPtrArray) places_before = g_steal_pointer (&self->places);
  Met met = { g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)person_week_free),
              g_ptr_array_new () };
  self->roster = hv_roster_ref (roster);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->week = week;
  memset (self->busy_days, 0, sizeof self->busy_days);
  sort_volunteers (self, roster);
  if (hv_roster_covers (roster, hv_week_add (week, -1)))
    add_openings (self, &met, outlook, hv_week_add (week, -1), house);
  add_openings (self, &met, outlook, week, house);
  replace_people (self, make_people (self, &met, idle));
  g_signal_emit (self, signals[UPDATED], 0);
  g_hash_table_unref (met.volunteers);
  g_ptr_array_unref (met.guests);
}

/* --- questions --- */

const HvPersonWeek *
hv_people_list_get_person (HvPeopleList *self, guint position)
{
  g_return_val_if_fail (HV_IS_PEOPLE_LIST (self) && position < self->people->len, NULL);
  return g_ptr_array_index (self->people, position);
}

guint
hv_people_list_get_n_people (HvPeopleList *self)
{
  g_return_val_if_fail (HV_IS_PEOPLE_LIST (self), 0);
  return self->people->len;
}

bool
hv_people_list_find_place (HvPeopleList *self, HvId shift, guint n, guint *ret_position)
{
  g_return_val_if_fail (HV_IS_PEOPLE_LIST (self), false);
  for (guint i = 0; i < self->people->len; i++)
    {
      const HvPersonWeek *person = g_ptr_array_index (self->people, i);
      for (guint j = 0; person->duties != NULL && j < person->duties->len; j++)
        {
          const HvPersonDuty *duty = &g_array_index (person->duties, HvPersonDuty, j);
          if (duty->place->shift != shift || duty->n != n)
            continue;
          *ret_position = i;
          return true;
        }
    }
  return false;
}

guint
hv_people_list_count_idle (HvPeopleList *self)
{
  g_return_val_if_fail (HV_IS_PEOPLE_LIST (self), 0);
  return self->n_idle;
}

bool
hv_people_list_is_day_empty (HvPeopleList *self, int day)
{
  g_return_val_if_fail (HV_IS_PEOPLE_LIST (self) && day >= 0 && day < 7, true);
  return !self->busy_days[day];
}

/* --- the list model --- */

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return HV_PEOPLE_LIST (model)->people->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return position < HV_PEOPLE_LIST (model)->people->len ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
hv_people_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- life --- */

static void
hv_people_list_finalize (GObject *object)
{
  HvPeopleList *self = HV_PEOPLE_LIST (object);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->order);
  g_clear_pointer (&self->roster, hv_roster_unref);
  g_clear_pointer (&self->sorted_roster, hv_roster_unref);
  G_OBJECT_CLASS (hv_people_list_parent_class)->finalize (object);
}

static void
hv_people_list_class_init (HvPeopleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hv_people_list_finalize;
  signals[UPDATED] =
      g_signal_new ("updated", HV_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hv_people_list_init (HvPeopleList *self)
{
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify)person_week_free);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->order = g_ptr_array_new ();
}

HvPeopleList *
hv_people_list_new (void)
{
  return g_object_new (HV_TYPE_PEOPLE_LIST, NULL);
}
