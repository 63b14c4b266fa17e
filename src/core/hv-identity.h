/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* Finds Danish CPR numbers and Swedish personnummer in a text. Husvagt refuses them
 * at every entry: visitors are counts, and a volunteer is never a number.
 *
 * What is found: a valid date and four figures, with a hyphen, a plus, a blank or
 * nothing between: DDMMYY-XXXX, YYMMDD-XXXX, YYYYMMDD-XXXX; with the parts of the date
 * apart ("01.02.80-1234", "01 02 80 1234"); and with 60 added to the day (Swedish
 * samordningsnummer, Danish replacement numbers). Checksums are not asked for: CPR has
 * been without since 2007, and a number with a slip of the finger is a number still.
 *
 * What is let through: figures that belong to a longer number, or to a UUID (calendar
 * entries and other programs' ids are such); a number led by "+" or by a country code
 * (a phone number); everything whose date does not exist, which is every Danish phone
 * number (eight figures) and every Swedish one as it is usually written ("070-123 45 67":
 * no six and four).
 *
 * One shape is both: ten figures in one piece that begin as a Swedish mobile number
 * ("0701234567" is also a birthday, 7 January). Such a number is a phone number in a
 * field for phone numbers (hv_identity_check_phone ()) and behind a word that says so
 * ("ring Anna 0701234567", "tlf. …"); anywhere else it is refused, and the message
 * says how to write it instead. No checksum could part them: one mobile number in
 * sixty would still be refused. Other Swedish numbers in one piece ("0311234567") are
 * judged by their date everywhere.
 */

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

bool hv_identity_is_in_text (const char *text);
bool hv_identity_is_in_phone (const char *phone);

/* False with HV_ERROR_IDENTITY_NUMBER and a sentence that names the field (as the
 * reader knows it: "Note", "line 7") but not the number, when text holds one; NULL
 * text is fine. The second is for fields that hold phone numbers. */
bool hv_identity_check (const char *field, const char *text, GError **error);
bool hv_identity_check_phone (const char *field, const char *phone, GError **error);

G_END_DECLS
