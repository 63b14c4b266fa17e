/* SPDX-FileCopyrightText: The Husvagt developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hv-volunteer-detail.h"

#include "hv-absence-dialog.h"
#include "hv-absence-edit.h"
#include "hv-absence-group.h"
#include "hv-aside-layout.h"
#include "hv-calendar-group.h"
#include "hv-load-card.h"
#include "hv-ordinary-week.h"
#include "hv-person-edit.h"
#include "hv-person-form.h"
#include "hv-person-state.h"
#include "hv-pick-popover.h"
#include "hv-role-icon.h"
#include "hv-ui-text.h"
#include "hv-volunteer-step.h"
#include "hv-wish-group.h"

struct _HvVolunteerDetail
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *scrolled;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *state;
  GtkWidget *contact;
  GtkWidget *phone_box;
  GtkLabel *phone;
  GtkWidget *email_box;
  GtkLabel *email;
  AdwSqueezer *squeezer;
  GtkBox *chips;
  GtkToggleButton *edit;
  GtkLabel *line;
  GtkLabel *note_shown;
  GtkWidget *archived;
  GtkWidget *unarchive;
  HvPersonForm *form;
  GtkWidget *sides;
  HvOrdinaryWeek *week;
  HvAbsenceGroup *absences;
  HvWishGroup *wishes;
  HvLoadCard *load;
  HvCalendarGroup *calendar;

  HvWindow *window; /* lent: the detail is in it; NULL before the first */
  HvId volunteer;
};

G_DEFINE_FINAL_TYPE (HvVolunteerDetail, hv_volunteer_detail, GTK_TYPE_WIDGET)

enum
{
  UNARCHIVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HvRoster *
get_roster (HvVolunteerDetail *self)
{
  return hv_workspace_get_roster (hv_window_get_workspace (self->window));
}

static const HvVolunteer *
get_volunteer (HvVolunteerDetail *self)
{
  return self->window == NULL ? NULL : hv_roster_find_volunteer (get_roster (self), self->volunteer);
}

HvId
hv_volunteer_detail_get_volunteer (HvVolunteerDetail *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_DETAIL (self), HV_NONE);
  return self->volunteer;
}

const HvPersonFile *
hv_volunteer_detail_get_file (HvVolunteerDetail *self)
{
  g_return_val_if_fail (HV_IS_VOLUNTEER_DETAIL (self), NULL);
  return hv_load_card_get_file (self->load);
}

/* --- who it is --- */

static void
add_chip (HvVolunteerDetail *self, const char *icon, const char *text)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (chip, "hv-chip");
  gtk_box_append (GTK_BOX (chip), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (chip), gtk_label_new (text));
  gtk_box_append (self->chips, chip);
}

static void
add_role_chips (HvVolunteerDetail *self, const HvRoster *roster)
{
  const GPtrArray *roles = hv_roster_list (roster, HV_KIND_ROLE);
  for (guint i = 0; i < roles->len; i++)
    {
      const HvRole *role = g_ptr_array_index (roles, i);
      HvLevel level;
      if (!hv_roster_get_level (roster, self->volunteer, role->r.id, &level))
        continue;
      g_autofree char *text =
          level == HV_LEVEL_ABLE
              ? g_strdup (role->name)
              : g_strdup_printf ("%s (%s)", role->name,
                                 hv_person_state_get_level_name (level, hv_text_get_own_language ()));
      add_chip (self, hv_role_get_icon_name (role), text);
    }
}

static void
show_chips (HvVolunteerDetail *self, const HvRoster *roster)
{
  GtkWidget *chip;
  g_autoptr (GArray) houses = hv_person_edit_list_houses (roster, self->volunteer);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
  add_role_chips (self, roster);
  for (guint i = 0; i < houses->len; i++)
    {
      const HvHouse *house = hv_roster_find_house (roster, g_array_index (houses, HvId, i));
      if (house != NULL)
        add_chip (self, "husvagt-house-symbolic", house->name);
    }
  if (houses->len == 0)
    add_chip (self, "husvagt-house-symbolic", _ ("All houses"));
}

/* The chips say the same; the line is for where they have no room. */
static void
squeezed_cb (HvVolunteerDetail *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->line), adw_squeezer_get_visible_child (self->squeezer) == NULL);
}

static void
show_text (GtkWidget *box, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text == NULL ? "" : text);
  gtk_widget_set_visible (box, text != NULL);
}

static void
show_head (HvVolunteerDetail *self, const HvRoster *roster, const HvVolunteer *volunteer)
{
  HvLanguage language = hv_text_get_own_language ();
  HvDay today = hv_workspace_get_today (hv_window_get_workspace (self->window));
  HvPersonState state = hv_person_state_find (roster, volunteer, today);
  g_autofree char *state_words = state.kind == HV_PERSON_ARCHIVED ? NULL : hv_person_state_format (&state, language);
  g_autofree char *roles = hv_person_state_format_roles (roster, volunteer->r.id, language);
  g_autofree char *houses = hv_person_state_format_houses (roster, volunteer->r.id, language);
  g_autofree char *line = g_strdup_printf ("%s · %s", roles, houses);

  adw_avatar_set_text (self->avatar, volunteer->name);
  gtk_label_set_text (self->name, volunteer->name);
  gtk_label_set_text (self->line, line);
  show_text (GTK_WIDGET (self->state), self->state, state_words);
  show_text (self->phone_box, self->phone, volunteer->phone);
  show_text (self->email_box, self->email, volunteer->email);
  gtk_widget_set_visible (self->contact, volunteer->phone != NULL || volunteer->email != NULL);
  show_text (GTK_WIDGET (self->note_shown), self->note_shown, volunteer->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_shown),
                          volunteer->note != NULL && !gtk_toggle_button_get_active (self->edit));
  gtk_widget_set_visible (self->archived, volunteer->archived == 1);
  show_chips (self, roster);
}

/* --- the form --- */

void
hv_volunteer_detail_set_editing (HvVolunteerDetail *self, bool editing)
{
  g_return_if_fail (HV_IS_VOLUNTEER_DETAIL (self));
  gtk_toggle_button_set_active (self->edit, editing);
}

static void
editing_toggled_cb (HvVolunteerDetail *self)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  bool editing = gtk_toggle_button_get_active (self->edit);
  gtk_widget_set_visible (GTK_WIDGET (self->form), editing);
  gtk_widget_set_visible (GTK_WIDGET (self->note_shown), !editing && volunteer != NULL && volunteer->note != NULL);
  if (editing)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* --- choosing a person --- */

typedef struct
{
  HvVolunteerDetail *detail; /* lent: the popover is in it */
  HvPairKind kind;
} PairPick;

static void
person_picked_cb (HvPickPopover *popover, gint64 other, PairPick *pick)
{
  hv_wish_group_add (pick->detail->wishes, pick->kind, other);
}

static void
add_pair_cb (HvWishGroup *group, int kind, GtkWidget *over, HvVolunteerDetail *self)
{
  g_autofree char *title = g_strdup_printf ("%s…", hv_wish_group_get_title ((HvPairKind)kind));
  HvPickPopover *popover = hv_pick_popover_open (over, HV_KIND_VOLUNTEER, title, &self->volunteer, 1);
  if (popover == NULL)
    return;
  PairPick *pick = g_new0 (PairPick, 1);
  pick->detail = self;
  pick->kind = (HvPairKind)kind;
  g_signal_connect_data (popover, "picked", G_CALLBACK (person_picked_cb), pick, (GClosureNotify)g_free, 0);
}

/* --- absences --- */

static void
add_absence_cb (HvVolunteerDetail *self)
{
  if (get_volunteer (self) != NULL)
    gtk_window_present (GTK_WINDOW (hv_absence_dialog_new (self->window, self->volunteer, 0)));
}

static void
change_absence_cb (HvAbsenceGroup *group, gint64 absence, HvVolunteerDetail *self)
{
  if (get_volunteer (self) != NULL)
    gtk_window_present (GTK_WINDOW (hv_absence_dialog_new (self->window, self->volunteer, absence)));
}

static void
resume_cb (HvVolunteerDetail *self)
{
  const HvVolunteer *volunteer = get_volunteer (self);
  HvDay today = hv_workspace_get_today (hv_window_get_workspace (self->window));
  if (volunteer == NULL)
    return;
  hv_volunteer_step (GTK_WIDGET (self),
                     hv_absence_edit_resume (get_roster (self), volunteer, today, hv_volunteer_step_source ()),
                     g_strdup_printf (_ ("%s is back."), volunteer->name));
}

static void
copied_cb (HvVolunteerDetail *self)
{
  hv_window_say (self->window, _ ("Copied."), false);
}

static void
unarchive_cb (HvVolunteerDetail *self)
{
  g_signal_emit (self, signals[UNARCHIVE], 0);
}

/* --- public --- */

void
hv_volunteer_detail_set_narrow (HvVolunteerDetail *self, bool narrow)
{
  g_return_if_fail (HV_IS_VOLUNTEER_DETAIL (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->contact),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->contact), narrow ? 3 : 16);
}

static void
update_rights (HvVolunteerDetail *self, const HvVolunteer *volunteer)
{
  bool writable = hv_workspace_get_read_only_reason (hv_window_get_workspace (self->window)) == NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), writable);
  gtk_widget_set_sensitive (self->sides, writable && volunteer->archived == 0);
  gtk_widget_set_sensitive (self->unarchive, writable);
}

void
hv_volunteer_detail_show (HvVolunteerDetail *self, HvWindow *window, HvId id)
{
  g_return_if_fail (HV_IS_VOLUNTEER_DETAIL (self));
  bool same = self->volunteer == id && self->window == window;
  HvWorkspace *workspace = hv_window_get_workspace (window);
  self->window = window;
  self->volunteer = id;
  const HvVolunteer *volunteer = get_volunteer (self);
  if (volunteer == NULL)
    return;

  const HvRoster *roster = get_roster (self);
  if (!same)
    {
      hv_volunteer_detail_set_editing (self, false);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
    }
  show_head (self, roster, volunteer);
  hv_person_form_show (self->form, window, id);
  hv_ordinary_week_show (self->week, roster, id, hv_workspace_get_this_week (workspace));
  hv_absence_group_show (self->absences, roster, id, hv_workspace_get_today (workspace));
  hv_wish_group_show (self->wishes, roster, id);
  hv_load_card_show (self->load, workspace, id);
  hv_calendar_group_show (self->calendar, roster, id);
  update_rights (self, volunteer);
}

/* --- life --- */

static void
hv_volunteer_detail_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HV_TYPE_VOLUNTEER_DETAIL);
  G_OBJECT_CLASS (hv_volunteer_detail_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (HV_TYPE_ASIDE_LAYOUT);
  g_type_ensure (HV_TYPE_PERSON_FORM);
  g_type_ensure (HV_TYPE_ORDINARY_WEEK);
  g_type_ensure (HV_TYPE_ABSENCE_GROUP);
  g_type_ensure (HV_TYPE_WISH_GROUP);
  g_type_ensure (HV_TYPE_LOAD_CARD);
  g_type_ensure (HV_TYPE_CALENDAR_GROUP);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, scrolled);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, avatar);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, name);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, state);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, contact);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, phone_box);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, phone);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, email_box);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, email);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, squeezer);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, chips);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, edit);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, line);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, note_shown);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, archived);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, unarchive);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, form);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, sides);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, week);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, absences);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, wishes);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, load);
  gtk_widget_class_bind_template_child (klass, HvVolunteerDetail, calendar);
}

static void
hv_volunteer_detail_class_init (HvVolunteerDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hv_volunteer_detail_dispose;
  signals[UNARCHIVE] =
      g_signal_new ("unarchive", HV_TYPE_VOLUNTEER_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/husvagt/Husvagt/hv-volunteer-detail.ui");
  bind_children (widget_class);
}

static void
hv_volunteer_detail_init (HvVolunteerDetail *self)
{
  self->volunteer = HV_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->edit, "toggled", G_CALLBACK (editing_toggled_cb), self);
  g_signal_connect_swapped (self->squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), self);
  g_signal_connect_swapped (self->unarchive, "clicked", G_CALLBACK (unarchive_cb), self);
  g_signal_connect (self->wishes, "add", G_CALLBACK (add_pair_cb), self);
  g_signal_connect_swapped (self->absences, "add", G_CALLBACK (add_absence_cb), self);
  g_signal_connect (self->absences, "change", G_CALLBACK (change_absence_cb), self);
  g_signal_connect_swapped (self->absences, "resume", G_CALLBACK (resume_cb), self);
  g_signal_connect_swapped (self->calendar, "copied", G_CALLBACK (copied_cb), self);
}
