/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-form-part.h"

#include "fr-pointer.h"

G_DEFINE_INTERFACE (FrFormPart, fr_form_part, GTK_TYPE_WIDGET)

static void
fr_form_part_default_init (FrFormPartInterface *iface)
{
}

void
fr_form_part_open (FrFormPart *self)
{
  FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (self);

  if (iface->open != NULL)
    iface->open (self);
}

void
fr_form_parts_follow (const GPtrArray *parts, const char *before, const char *after, const GPtrArray *changes)
{
  for (unsigned i = 0; i < parts->len; i++)
    {
      FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (parts->pdata[i]);

      if (iface->follow != NULL)
        iface->follow (parts->pdata[i], before, after, changes);
    }
}

GtkWidget *
fr_form_parts_find (const GPtrArray *parts, const char *pointer)
{
  GtkWidget *found = NULL;

  for (unsigned i = 0; i < parts->len && found == NULL; i++)
    {
      FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (parts->pdata[i]);

      if (iface->find != NULL)
        found = iface->find (parts->pdata[i], pointer);
    }
  return found;
}

void
fr_form_parts_show_findings (const GPtrArray *parts, GPtrArray *findings)
{
  for (unsigned i = 0; i < parts->len; i++)
    {
      FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (parts->pdata[i]);

      if (iface->show_findings != NULL)
        iface->show_findings (parts->pdata[i], findings);
    }
}

void
fr_form_parts_site_changed (const GPtrArray *parts)
{
  for (unsigned i = 0; i < parts->len; i++)
    {
      FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (parts->pdata[i]);

      if (iface->site_changed != NULL)
        iface->site_changed (parts->pdata[i]);
    }
}

GPtrArray *
fr_findings_take (GPtrArray *findings, const char *pointer)
{
  GPtrArray *taken = g_ptr_array_new_with_free_func ((GDestroyNotify) fr_finding_free);

  for (unsigned i = 0; pointer != NULL && i < findings->len;)
    if (fr_pointer_is_within (((FrFinding *) findings->pdata[i])->field, pointer))
      g_ptr_array_add (taken, g_ptr_array_steal_index (findings, i));
    else
      i++;
  return taken;
}
