/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-shortcuts.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *group;    /* NULL: that of the one before */
  const char *title;
  const char *action;   /* NULL: a widget listens to it by itself */
  const char *keys[4];
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("Site"), N_("Open a site"), "app.open", { "<Control>o" } },
  { NULL, N_("Open a file"), "app.open-file", { "<Control><Shift>o" } },
  { NULL, N_("New window"), "app.new-window", { "<Control><Shift>n" } },
  { NULL, N_("Save"), "win.save", { "<Control>s" } },
  { NULL, N_("Review changes before saving"), "win.review", { "<Control><Shift>s" } },
  { N_("Editing"), N_("Undo"), "win.undo", { "<Control>z" } },
  { NULL, N_("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { NULL, N_("Find and replace in all texts"), "win.find", { "<Control>f" } },
  { NULL, N_("Next place found"), "win.find-next", { "<Control>g", "F3" } },
  { NULL, N_("Place found before"), "win.find-previous", { "<Control><Shift>g", "<Shift>F3" } },
  { NULL, N_("The file’s text"), "win.source", { "<Control>u" } },
  { N_("Sections"), N_("Add section"), "win.add-section", { "<Control>n" } },
  { NULL, N_("Open the chosen section"), NULL, { "Return" } },
  { NULL, N_("Back to the list of sections"), "win.back", { "<Alt>Left" } },
  { NULL, N_("Back, from where Escape does nothing else"), NULL, { "Escape" } },
  { NULL, N_("Previous section"), "win.previous-section", { "<Control>Page_Up" } },
  { NULL, N_("Next section"), "win.next-section", { "<Control>Page_Down" } },
  { N_("Sections and list items"), N_("Move up"), NULL, { "<Alt>Up" } },
  { NULL, N_("Move down"), NULL, { "<Alt>Down" } },
  { NULL, N_("What can be done with it"), NULL, { "Menu", "<Shift>F10" } },
  { N_("Preview"), N_("Preview or edit, in a narrow window"), "win.take-turns", { "F9" } },
  { NULL, N_("Zoom in"), "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { NULL, N_("Zoom out"), "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { NULL, N_("Normal size"), "win.zoom-reset", { "<Control>0", "<Control>KP_0" } },
  { NULL, N_("Reload"), "win.reload", { "F5", "<Control>r" } },
  { N_("Program"), N_("Keyboard shortcuts"), "app.shortcuts", { "<Control>question", "F1" } },
  { NULL, N_("Close the window"), "window.close", { "<Control>w" } },
  { NULL, N_("Quit"), "app.quit", { "<Control>q" } },
};

void
fr_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char * const *) shortcuts[i].keys);
}

static void
write_group (GString *xml, const Shortcut *shortcut)
{
  char *title = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                                         _(shortcut->group));

  g_string_append (xml, title);
  g_free (title);
}

/* The first one: the others are its likes on other keyboards and in other programs. */
static void
write_shortcut (GString *xml, const Shortcut *shortcut)
{
  g_autofree char *text = g_markup_printf_escaped (
    "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
    "<property name='accelerator'>%s</property></object></child>", _(shortcut->title), shortcut->keys[0]);

  g_string_append (xml, text);
}

/* Groups can be filled by a builder alone. */
static char *
write_window (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property>"
                               "<child><object class='GtkShortcutsSection'><property name='section-name'>all</property>"
                               "<property name='max-height'>16</property>");

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].group != NULL)
        {
          g_string_append (xml, i > 0 ? "</object></child>" : "");
          write_group (xml, &shortcuts[i]);
        }
      write_shortcut (xml, &shortcuts[i]);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

/* Made when it is asked for, and not GtkApplicationWindow's own "help overlay": that one is there unseen all the time, and
 * GTK 4.8 ends the program when a screen reader asks for a window that has just closed while the last one in its list is
 * unseen. Nor does a window that is no such overlay look up keys by itself. */
GtkWindow *
fr_shortcuts_new_window (void)
{
  g_autofree char *xml = write_window ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
