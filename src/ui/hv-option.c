/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-option.h"

typedef struct
{
  const char *icon_name; /* static */
  char *text;
} Reason;

struct _HvOption
{
  GObject parent_instance;

  HvOptionKind kind;
  bool excluded;
  guint rank;
  HvId id;
  char *title;
  char *key;
  gconstpointer subject; /* lent */

  bool described;
  GArray *reasons; /* Reason; NULL without any */
  char *warnings;
  char *against;
  const char *against_icon; /* static */

  bool asking;
  char *typed;
};

G_DEFINE_FINAL_TYPE (HvOption, hv_option, G_TYPE_OBJECT)

enum
{
  PROP_ASKING = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
clear_reason (Reason *reason)
{
  g_free (reason->text);
}

static void
hv_option_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_ASKING)
    g_value_set_boolean (value, HV_OPTION (object)->asking);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
hv_option_finalize (GObject *object)
{
  HvOption *self = HV_OPTION (object);
  g_free (self->title);
  g_free (self->key);
  g_clear_pointer (&self->reasons, g_array_unref);
  g_free (self->warnings);
  g_free (self->against);
  g_free (self->typed);
  G_OBJECT_CLASS (hv_option_parent_class)->finalize (object);
}

static void
hv_option_class_init (HvOptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = hv_option_get_property;
  object_class->finalize = hv_option_finalize;
  properties[PROP_ASKING] =
      g_param_spec_boolean ("asking", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
hv_option_init (HvOption *self)
{
}

/* The heaviest obstacle, the first of those that weigh the same; NULL without any. */
static const HvObstacle *
find_heaviest (const GArray *obstacles)
{
  const HvObstacle *heaviest = NULL;
  for (guint i = 0; i < obstacles->len; i++)
    {
      const HvObstacle *obstacle = &g_array_index (obstacles, HvObstacle, i);
      if (heaviest == NULL || obstacle->weight > heaviest->weight)
        heaviest = obstacle;
    }
  return heaviest;
}

HvOption *
hv_option_new (HvId id, const char *title, const char *key, const GArray *obstacles)
{
  HvOption *self = g_object_new (HV_TYPE_OPTION, NULL);
  const HvObstacle *heaviest = find_heaviest (obstacles);
  self->id = id;
  self->title = g_strdup (title);
  self->key = g_strdup (key);
  self->excluded = heaviest != NULL && hv_obstacle_excludes (heaviest);
  if (heaviest != NULL && hv_obstacle_refuses (heaviest))
    self->kind = hv_obstacle_can_be_overridden (heaviest) ? HV_OPTION_ASK : HV_OPTION_NEVER;
  return self;
}

HvOption *
hv_option_new_heading (const char *title)
{
  HvOption *self = g_object_new (HV_TYPE_OPTION, NULL);
  self->kind = HV_OPTION_HEADING;
  self->id = HV_NONE;
  self->title = g_strdup (title);
  self->key = g_strdup ("");
  self->described = true;
  return self;
}

HvOptionKind
hv_option_get_kind (HvOption *self)
{
  return self->kind;
}

bool
hv_option_is_heading (HvOption *self)
{
  return self->kind == HV_OPTION_HEADING;
}

bool
hv_option_is_excluded (HvOption *self)
{
  return self->excluded;
}

HvId
hv_option_get_id (HvOption *self)
{
  return self->id;
}

const char *
hv_option_get_title (HvOption *self)
{
  return self->title;
}

const char *
hv_option_get_key (HvOption *self)
{
  return self->key;
}

void
hv_option_set_subject (HvOption *self, gconstpointer subject)
{
  self->subject = subject;
}

gconstpointer
hv_option_get_subject (HvOption *self)
{
  return self->subject;
}

void
hv_option_set_rank (HvOption *self, guint rank)
{
  self->rank = rank;
}

guint
hv_option_get_rank (HvOption *self)
{
  return self->rank;
}

/* --- what is asked for when it is first seen --- */

bool
hv_option_is_described (HvOption *self)
{
  return self->described;
}

void
hv_option_add_reason (HvOption *self, const char *icon_name, char *text)
{
  if (self->reasons == NULL)
    {
      self->reasons = g_array_new (FALSE, FALSE, sizeof (Reason));
      g_array_set_clear_func (self->reasons, (GDestroyNotify)clear_reason);
    }
  Reason reason = { icon_name, text };
  g_array_append_val (self->reasons, reason);
  self->described = true;
}

guint
hv_option_get_n_reasons (HvOption *self)
{
  return self->reasons == NULL ? 0 : self->reasons->len;
}

const char *
hv_option_get_reason (HvOption *self, guint n, const char **ret_icon_name)
{
  g_return_val_if_fail (n < hv_option_get_n_reasons (self), NULL);
  const Reason *reason = &g_array_index (self->reasons, Reason, n);
  *ret_icon_name = reason->icon_name;
  return reason->text;
}

static char *
format_obstacle (const HvObstacle *obstacle, bool with_name, const HvRoster *roster, HvLanguage language)
{
  g_autofree char *words = hv_obstacle_format (obstacle, roster, language);
  const HvVolunteer *volunteer = with_name ? hv_roster_find_volunteer (roster, obstacle->volunteer) : NULL;
  if (volunteer == NULL)
    return g_steal_pointer (&words);
  /* TRANSLATORS: volunteer and what speaks against it: "Bo Vestermark: 10 min short for travel …" */
  return hv_text_format (language, "%s: %s", volunteer->name, words);
}

static char *
format_warnings (const GArray *obstacles, bool with_names, const HvRoster *roster, HvLanguage language)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < obstacles->len; i++)
    g_ptr_array_add (all, format_obstacle (&g_array_index (obstacles, HvObstacle, i), with_names, roster, language));
  g_ptr_array_add (all, NULL);
  return obstacles->len == 0 ? NULL : g_strjoinv (" · ", (char **)all->pdata);
}

void
hv_option_add_obstacles (HvOption *self, const GArray *obstacles, bool with_names, const HvRoster *roster,
                         HvLanguage language)
{
  const HvObstacle *heaviest = find_heaviest (obstacles);
  g_clear_pointer (&self->against, g_free);
  g_clear_pointer (&self->warnings, g_free);
  self->described = true;
  if (self->excluded && heaviest != NULL)
    {
      self->against = format_obstacle (heaviest, with_names, roster, language);
      self->against_icon = heaviest->rule == HV_RULE_ABSENT ? "weather-clear-symbolic" : "action-unavailable-symbolic";
    }
  else
    self->warnings = format_warnings (obstacles, with_names, roster, language);
}

const char *
hv_option_get_warnings (HvOption *self)
{
  return self->warnings;
}

const char *
hv_option_get_against (HvOption *self, const char **ret_icon_name)
{
  if (ret_icon_name != NULL)
    *ret_icon_name = self->against_icon;
  return self->against;
}

/* --- read aloud --- */

/* Everything there is to say about it, in one list; NULL for nothing. */
static char *
join_facts (HvOption *self)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  for (guint i = 0; i < hv_option_get_n_reasons (self); i++)
    g_string_append_printf (facts, "%s%s", i == 0 ? "" : ", ", g_array_index (self->reasons, Reason, i).text);
  if (self->warnings != NULL)
    g_string_append_printf (facts, "%s%s", facts->len == 0 ? "" : ", ", self->warnings);
  if (self->against != NULL)
    g_string_append_printf (facts, "%s%s", facts->len == 0 ? "" : ", ", self->against);
  return facts->len == 0 ? NULL : g_strdup (facts->str);
}

char *
hv_option_say (HvOption *self, HvLanguage language)
{
  g_autofree char *facts = join_facts (self);
  if (self->kind == HV_OPTION_HEADING || facts == NULL)
    return g_strdup (self->title);
  if (self->kind == HV_OPTION_ASK)
    /* TRANSLATORS: read aloud; a person or a shift, and what speaks against it */
    return hv_text_format (language, "%s, not possible: %s. Can be chosen anyway when you give a reason.", self->title,
                           facts);
  if (self->kind == HV_OPTION_NEVER)
    /* TRANSLATORS: read aloud; a person or a shift, and what speaks against it */
    return hv_text_format (language, "%s, not possible: %s.", self->title, facts);
  if (self->rank == 1)
    /* TRANSLATORS: read aloud; a person or a shift, and what speaks for it */
    return hv_text_format (language, "%s, best choice: %s.", self->title, facts);
  /* TRANSLATORS: read aloud; a person or a shift, and what speaks for it */
  return hv_text_format (language, "%s: %s.", self->title, facts);
}

/* --- the question --- */

void
hv_option_set_asking (HvOption *self, bool asking)
{
  if (self->asking == asking)
    return;
  self->asking = asking;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKING]);
}

bool
hv_option_is_asking (HvOption *self)
{
  return self->asking;
}

void
hv_option_set_typed (HvOption *self, const char *typed)
{
  hv_set_text (&self->typed, typed);
}

const char *
hv_option_get_typed (HvOption *self)
{
  return self->typed == NULL ? "" : self->typed;
}
