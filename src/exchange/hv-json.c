/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-json.h"

#include "hv-encoding.h"
#include "hv-error.h"
#include "hv-text.h"

#include <math.h>
#include <string.h>

#define NO_NAME G_MAXUINT32
#define FEW_MEMBERS 24 /* up to here every pair of names is compared */

/* In the order of the text: a container, then all that is in it. */
typedef struct
{
  guint32 name;  /* where its name begins in the text, or NO_NAME */
  guint32 value; /* where its text or number begins */
  guint32 line;
  guint32 type : 3;
  guint32 span : 29; /* nodes it takes, itself included */
} Node;

struct _HvJson
{
  char *text; /* strings unescaped in place, each ended by a zero */
  gsize length;
  GArray *nodes; /* Node */
};

typedef struct
{
  HvJson *json;
  char *at;
  char *end;
  guint line;
  guint depth;
  GError **error;
} Parser;

void
hv_json_free (HvJson *json)
{
  g_array_unref (json->nodes);
  g_free (json->text);
  g_free (json);
}

/* --- reading --- */

static bool
fail (Parser *parser, const char *reason)
{
  /* TRANSLATORS: a line of a file and what is wrong there */
  g_set_error (parser->error, HV_ERROR, HV_ERROR_BAD_INPUT, hv_own_text ("line %u: %s"), parser->line, reason);
  return false;
}

static bool
fail_at_character (Parser *parser)
{
  if (parser->at >= parser->end)
    return fail (parser, hv_own_text ("the file ends too early, something is cut off"));

  const char *next = g_utf8_next_char (parser->at);
  g_autofree char *character = g_strndup (parser->at, (gsize)(next - parser->at));
  g_autofree char *reason = g_unichar_isgraph (g_utf8_get_char (parser->at))
                                ? g_strdup_printf (hv_own_text ("“%s” is not expected here"), character)
                                : g_strdup (hv_own_text ("an invisible character is not expected here"));
  return fail (parser, reason);
}

static void
skip_blanks (Parser *parser)
{
  for (; parser->at < parser->end; parser->at++)
    switch (*parser->at)
      {
      case '\n':
        parser->line++;
        break;
      case '\r':
        parser->line += parser->at + 1 >= parser->end || parser->at[1] != '\n';
        break;
      case ' ':
      case '\t':
        break;
      default:
        return;
      }
}

static bool
skip_character (Parser *parser, char wanted)
{
  skip_blanks (parser);
  if (parser->at >= parser->end || *parser->at != wanted)
    return false;
  parser->at++;
  return true;
}

static guint
add_node (Parser *parser, HvJsonType type, guint32 name)
{
  Node node = { name, (guint32)(parser->at - parser->json->text), parser->line, type, 1 };
  g_array_append_val (parser->json->nodes, node);
  return parser->json->nodes->len - 1;
}

/* Four hexadecimal digits, or −1. */
static int
read_unit (Parser *parser, const char *from)
{
  int unit = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = from + i < parser->end ? g_ascii_xdigit_value (from[i]) : -1;
      if (digit < 0)
        return -1;
      unit = unit << 4 | digit;
    }
  return unit;
}

/* Reads the \uXXXX at `at`, both halves of a pair, and writes it to `to`. */
static bool
read_escaped_character (Parser *parser, char **to)
{
  int first = read_unit (parser, parser->at + 2);
  gunichar character = (gunichar)first;
  parser->at += 6;

  if (first >= 0xD800 && first <= 0xDBFF && parser->end - parser->at > 6 && strncmp (parser->at, "\\u", 2) == 0)
    {
      int second = read_unit (parser, parser->at + 2);
      if (second >= 0xDC00 && second <= 0xDFFF)
        {
          character = 0x10000 + ((gunichar)(first - 0xD800) << 10) + (gunichar)(second - 0xDC00);
          parser->at += 6;
        }
    }
  if (first <= 0 || !g_unichar_validate (character))
    return fail (parser, hv_own_text ("a text has a \\u code that is no character"));
  *to += g_unichar_to_utf8 (character, *to);
  return true;
}

static bool
read_escape (Parser *parser, char **to)
{
  static const char codes[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";

  if (parser->end - parser->at < 2)
    return fail (parser, hv_own_text ("the file ends too early, something is cut off"));
  if (parser->at[1] == 'u')
    return read_escaped_character (parser, to);
  const char *code = parser->at[1] != '\0' ? strchr (codes, parser->at[1]) : NULL;
  if (code == NULL)
    return fail (parser, hv_own_text ("a text has a backslash that escapes nothing; write \\\\ for a backslash"));
  *(*to)++ = values[code - codes];
  parser->at += 2;
  return true;
}

/* The text from the quotation mark at `at`; what it becomes is never longer. */
static bool
read_text (Parser *parser, guint32 *ret_start)
{
  guint line = parser->line;
  char *to = ++parser->at;
  *ret_start = (guint32)(to - parser->json->text);

  while (parser->at < parser->end && *parser->at != '"')
    {
      if ((guchar)*parser->at < 0x20)
        return fail (parser, *parser->at == '\n' || *parser->at == '\r'
                                 ? hv_own_text ("a text has no closing quotation mark; write a line break as \\n")
                                 : hv_own_text ("a text has a control character; write it as \\u and four digits"));
      if (*parser->at != '\\')
        *to++ = *parser->at++;
      else if (!read_escape (parser, &to))
        return false;
    }
  if (parser->at >= parser->end)
    {
      parser->line = line;
      return fail (parser, hv_own_text ("a text has no closing quotation mark"));
    }
  parser->at++;
  *to = '\0';
  return true;
}

static void
skip_digits (Parser *parser)
{
  while (parser->at < parser->end && g_ascii_isdigit (*parser->at))
    parser->at++;
}

static bool
is_at_digit (Parser *parser)
{
  return parser->at < parser->end && g_ascii_isdigit (*parser->at);
}

static bool
read_number (Parser *parser, guint32 name)
{
  add_node (parser, HV_JSON_NUMBER, name);
  if (*parser->at == '-')
    parser->at++;
  if (!is_at_digit (parser))
    return fail_at_character (parser);
  if (*parser->at == '0')
    parser->at++;
  else
    skip_digits (parser);
  if (is_at_digit (parser))
    return fail (parser, hv_own_text ("a number begins with 0"));

  if (parser->at < parser->end && *parser->at == '.')
    {
      parser->at++;
      if (!is_at_digit (parser))
        return fail_at_character (parser);
      skip_digits (parser);
    }
  if (parser->at < parser->end && (*parser->at == 'e' || *parser->at == 'E'))
    {
      parser->at++;
      if (parser->at < parser->end && (*parser->at == '+' || *parser->at == '-'))
        parser->at++;
      if (!is_at_digit (parser))
        return fail_at_character (parser);
      skip_digits (parser);
    }
  return true;
}

static bool
read_word (Parser *parser, guint32 name)
{
  static const struct
  {
    const char *word;
    HvJsonType type;
  } words[] = { { "null", HV_JSON_NULL }, { "false", HV_JSON_FALSE }, { "true", HV_JSON_TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);
      if ((gsize)(parser->end - parser->at) < length || strncmp (parser->at, words[i].word, length) != 0)
        continue;
      add_node (parser, words[i].type, name);
      parser->at += length;
      return true;
    }
  return fail_at_character (parser);
}

static const char *
get_name (const HvJson *json, const Node *node)
{
  return node->name != NO_NAME ? json->text + node->name : NULL;
}

static Node *
get_node (const HvJson *json, guint at)
{
  return &g_array_index (json->nodes, Node, at);
}

/* A name that two members of the object share, or NULL. */
static const char *
find_twice (const HvJson *json, guint object, guint n_members)
{
  guint end = object + get_node (json, object)->span;
  g_autoptr (GHashTable) seen = n_members > FEW_MEMBERS ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;

  for (guint i = object + 1; i < end; i += get_node (json, i)->span)
    {
      const char *name = get_name (json, get_node (json, i));
      if (seen != NULL)
        {
          if (!g_hash_table_add (seen, (char *)name))
            return name;
          continue;
        }
      for (guint j = object + 1; j < i; j += get_node (json, j)->span)
        if (strcmp (name, get_name (json, get_node (json, j))) == 0)
          return name;
    }
  return NULL;
}

static bool read_value (Parser *parser, guint32 name);

static bool
read_member (Parser *parser)
{
  guint32 name;
  skip_blanks (parser);
  if (parser->at >= parser->end || *parser->at != '"')
    return fail_at_character (parser);
  if (!read_text (parser, &name))
    return false;
  if (!skip_character (parser, ':'))
    return fail_at_character (parser);
  return read_value (parser, name);
}

static bool
end_container (Parser *parser, guint node, guint n_members)
{
  HvJson *json = parser->json;
  get_node (json, node)->span = json->nodes->len - node;
  parser->depth--;
  if (get_node (json, node)->type != HV_JSON_OBJECT)
    return true;

  const char *twice = find_twice (json, node, n_members);
  if (twice == NULL)
    return true;
  parser->line = get_node (json, node)->line;
  g_autofree char *reason = g_strdup_printf (hv_own_text ("the object that begins here has “%s” twice"), twice);
  return fail (parser, reason);
}

static bool
read_container (Parser *parser, HvJsonType type, guint32 name)
{
  char close = type == HV_JSON_OBJECT ? '}' : ']';
  guint n_members = 0;
  guint node = add_node (parser, type, name);
  parser->at++;
  if (++parser->depth > HV_JSON_MAX_DEPTH)
    return fail (parser, hv_own_text ("too many brackets inside each other"));

  while (!skip_character (parser, close))
    {
      if (n_members > 0 && !skip_character (parser, ','))
        return fail_at_character (parser);
      if (type == HV_JSON_OBJECT ? !read_member (parser) : !read_value (parser, NO_NAME))
        return false;
      n_members++;
    }
  return end_container (parser, node, n_members);
}

static bool
read_value (Parser *parser, guint32 name)
{
  skip_blanks (parser);
  if (parser->at >= parser->end)
    return fail_at_character (parser);
  if (parser->json->nodes->len >= HV_JSON_MAX_VALUES)
    return fail (parser, hv_own_text ("the file is too large; divide it into several files"));
  if (*parser->at == '{')
    return read_container (parser, HV_JSON_OBJECT, name);
  if (*parser->at == '[')
    return read_container (parser, HV_JSON_LIST, name);
  if (*parser->at == '-' || g_ascii_isdigit (*parser->at))
    return read_number (parser, name);
  if (*parser->at != '"')
    return read_word (parser, name);

  guint node = add_node (parser, HV_JSON_TEXT, name);
  guint32 start;
  if (!read_text (parser, &start))
    return false;
  get_node (parser->json, node)->value = start;
  return true;
}

static bool
check_encoding (Parser *parser)
{
  const char *bad;
  if (g_utf8_validate_len (parser->at, (gsize)(parser->end - parser->at), &bad))
    return true;
  for (const char *p = parser->at; p < bad; p++)
    parser->line += *p == '\n';
  return fail (parser, *bad == '\0' ? hv_own_text ("a zero character; this is no text file")
                                    : hv_own_text ("a letter cannot be read; save the file as UTF-8"));
}

static bool
read_document (Parser *parser)
{
  if (!check_encoding (parser) || !read_value (parser, NO_NAME))
    return false;
  skip_blanks (parser);
  return parser->at == parser->end ? true : fail_at_character (parser);
}

HvJson *
hv_json_parse (GBytes *file, GError **error)
{
  if (g_bytes_get_size (file) > HV_JSON_MAX_BYTES)
    {
      g_set_error_literal (error, HV_ERROR, HV_ERROR_BAD_INPUT,
                           hv_own_text ("The file is larger than 1 GB. Divide it into several files."));
      return NULL;
    }

  HvEncoding encoding;
  g_autoptr (GBytes) bytes = hv_encoding_decode (file, &encoding);
  g_autoptr (HvJson) json = g_new0 (HvJson, 1);
  json->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  json->length = g_bytes_get_size (bytes);
  json->text = g_malloc (json->length + 1);
  if (json->length > 0)
    memcpy (json->text, g_bytes_get_data (bytes, NULL), json->length);
  json->text[json->length] = '\0';

  Parser parser = { json, json->text, json->text + json->length, 1, 0, error };
  return read_document (&parser) ? g_steal_pointer (&json) : NULL;
}

/* --- asking --- */

static const Node *
look_at (HvJsonNode node)
{
  return get_node (node.json, node.at);
}

HvJsonNode
hv_json_get_root (const HvJson *json)
{
  return (HvJsonNode){ json, 0 };
}

bool
hv_json_node_is_there (HvJsonNode node)
{
  return node.json != NULL;
}

HvJsonType
hv_json_node_get_type (HvJsonNode node)
{
  return node.json != NULL ? (HvJsonType)look_at (node)->type : HV_JSON_NULL;
}

guint
hv_json_node_get_line (HvJsonNode node)
{
  return node.json != NULL ? look_at (node)->line : 0;
}

const char *
hv_json_node_get_name (HvJsonNode node)
{
  return get_name (node.json, look_at (node));
}

const char *
hv_json_node_get_text (HvJsonNode node)
{
  return hv_json_node_get_type (node) == HV_JSON_TEXT ? node.json->text + look_at (node)->value : NULL;
}

const char *
hv_json_node_get_number (HvJsonNode node, gsize *ret_length)
{
  if (hv_json_node_get_type (node) != HV_JSON_NUMBER)
    return NULL;
  const char *number = node.json->text + look_at (node)->value;
  *ret_length = strspn (number, "+-.0123456789eE");
  return number;
}

static bool
get_number (HvJsonNode node, double *ret_value)
{
  if (hv_json_node_get_type (node) != HV_JSON_NUMBER)
    return false;
  *ret_value = g_ascii_strtod (node.json->text + look_at (node)->value, NULL);
  return isfinite (*ret_value);
}

bool
hv_json_node_get_int (HvJsonNode node, gint64 *ret_value)
{
  const double exact = 9007199254740992.0; /* 2^53: beyond, a double skips whole numbers */
  double value;
  if (!get_number (node, &value) || fabs (value) > exact || value != floor (value))
    return false;
  *ret_value = (gint64)value;
  return true;
}

bool
hv_json_node_get_micro (HvJsonNode node, gint64 *ret_value)
{
  double value;
  if (!get_number (node, &value) || fabs (value) > 1e9)
    return false;
  *ret_value = (gint64)llround (value * 1e6);
  return true;
}

HvJsonNode
hv_json_node_get_first (HvJsonNode node)
{
  HvJsonType type = hv_json_node_get_type (node);
  if ((type != HV_JSON_LIST && type != HV_JSON_OBJECT) || look_at (node)->span == 1)
    return (HvJsonNode){ NULL, 0 };
  return (HvJsonNode){ node.json, node.at + 1 };
}

HvJsonNode
hv_json_node_get_next (HvJsonNode node, HvJsonNode parent)
{
  guint next = node.at + look_at (node)->span;
  if (next >= parent.at + look_at (parent)->span)
    return (HvJsonNode){ NULL, 0 };
  return (HvJsonNode){ node.json, next };
}

HvJsonNode
hv_json_node_find (HvJsonNode object, const char *name)
{
  if (hv_json_node_get_type (object) == HV_JSON_OBJECT)
    hv_json_foreach (member, object)
      if (strcmp (hv_json_node_get_name (member), name) == 0)
        return member;
  return (HvJsonNode){ NULL, 0 };
}

guint
hv_json_node_count (HvJsonNode node)
{
  guint count = 0;
  hv_json_foreach (item, node)
    count++;
  return count;
}
