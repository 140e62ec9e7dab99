/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-form-part.h"

G_DEFINE_INTERFACE (FrFormPart, fr_form_part, GTK_TYPE_WIDGET)

static void
fr_form_part_default_init (FrFormPartInterface *iface)
{
}

void
fr_form_part_follow (FrFormPart *self, const char *before, const char *after, const GPtrArray *changes)
{
  FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (self);

  if (iface->follow != NULL)
    iface->follow (self, before, after, changes);
}

GtkWidget *
fr_form_part_find (FrFormPart *self, const char *pointer)
{
  FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (self);

  return iface->find != NULL ? iface->find (self, pointer) : NULL;
}

void
fr_form_part_show_findings (FrFormPart *self, GPtrArray *findings)
{
  FrFormPartInterface *iface = FR_FORM_PART_GET_IFACE (self);

  if (iface->show_findings != NULL)
    iface->show_findings (self, findings);
}
