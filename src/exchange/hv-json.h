/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* HvJson: a JSON text (RFC 8259), read strictly, with the line of every value.
 *
 * json-glib 1.6 reads a name that is there twice as the last of both, cuts a text
 * at a zero character, turns a number it cannot hold into −1, and dies of 200,000
 * opening brackets: each would be a wrong organisation, quietly. Here all of that
 * is an error with its line, and a file of a million assignments takes 16 bytes a
 * value beside its own text instead of about 180.
 *
 * Values are handed out as HvJsonNode, a small struct by value that is good for as
 * long as the HvJson. Members keep the order of the file.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define HV_JSON_MAX_BYTES (1u << 30)
#define HV_JSON_MAX_VALUES 64000000
#define HV_JSON_MAX_DEPTH 64

typedef enum
{
  HV_JSON_NULL,
  HV_JSON_FALSE,
  HV_JSON_TRUE,
  HV_JSON_NUMBER,
  HV_JSON_TEXT,
  HV_JSON_LIST,
  HV_JSON_OBJECT,
} HvJsonType;

typedef struct _HvJson HvJson;

typedef struct
{
  const HvJson *json; /* NULL: there is no such value */
  guint at;
} HvJsonNode;

/* Reads a text, whatever its encoding (hv-encoding.h). HV_ERROR_BAD_INPUT with the
 * line where it stops being JSON. */
HvJson *hv_json_parse (GBytes *file, GError **error);
void hv_json_free (HvJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HvJson, hv_json_free)

HvJsonNode hv_json_get_root (const HvJson *json);

HvJsonType hv_json_node_get_type (HvJsonNode node);
guint hv_json_node_get_line (HvJsonNode node);
const char *hv_json_node_get_name (HvJsonNode node); /* of a member; NULL in a list */
bool hv_json_node_is_there (HvJsonNode node);        /* also true for null */

const char *hv_json_node_get_text (HvJsonNode node); /* NULL when it is no text */

const char *hv_json_node_get_number (HvJsonNode node, gsize *ret_length); /* as it was written; no zero after it */

/* A whole number (also written 53.0 or 5.3e1); false when it is none or does not fit. */
bool hv_json_node_get_int (HvJsonNode node, gint64 *ret_value);
/* A number in millionths, rounded to the nearest. */
bool hv_json_node_get_micro (HvJsonNode node, gint64 *ret_value);

/* The first item or member, and the next one; not there after the last. */
HvJsonNode hv_json_node_get_first (HvJsonNode node);
HvJsonNode hv_json_node_get_next (HvJsonNode node, HvJsonNode parent);
HvJsonNode hv_json_node_find (HvJsonNode object, const char *name);
guint hv_json_node_count (HvJsonNode node);

#define hv_json_foreach(item, parent)                                                   \
  for (HvJsonNode item = hv_json_node_get_first (parent); hv_json_node_is_there (item); \
       item = hv_json_node_get_next (item, parent))

G_END_DECLS
