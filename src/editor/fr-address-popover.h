/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fr-address-popover.h: below a field for an address, what could be meant by what is typed there (fr-address-choices.h), to be
 * chosen by pointer or keys. The field keeps the focus until Down goes into the list, so that typing goes on; in the list the rows
 * have it, which is what screen readers follow.
 */
#pragma once

#include <gtk/gtk.h>

#include "fr-site.h"

G_BEGIN_DECLS

#define FR_TYPE_ADDRESS_POPOVER (fr_address_popover_get_type ())
G_DECLARE_FINAL_TYPE (FrAddressPopover, fr_address_popover, FR, ADDRESS_POPOVER, GtkPopover)

/* Signal "chosen" (FrAddressPopover *self, const char *address). */

/* Below a box that holds the entry, as its child. It goes with the box. transfer none */
FrAddressPopover *fr_address_popover_new  (GtkWidget *box, GtkWidget *entry);
/* What it shows is of this text from here on; it comes when something is found, and goes when nothing is. */
void              fr_address_popover_show (FrAddressPopover *self, FrSite *site, const char *text);
void              fr_address_popover_hide (FrAddressPopover *self);
gboolean          fr_address_popover_is_shown (FrAddressPopover *self);

G_END_DECLS
