/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fr-sketch.h"

#define COLUMNS 14
#define ROWS 8
#define CELL 4  /* pixels */

/* Cells: `.` the picture, a space the box on it, or one of a certain colour: `w`, `b` and `g`; `#` a line of text, `-` a
 * white one, on what is to the left of it. */
typedef struct
{
  const char *field;
  const char *value;
  const char *cells;  /* row by row */
} Drawing;

static const Drawing drawings[] = {
  { "variant", "center",
    ".............."
    ".............."
    "...########..."
    ".............."
    "....######...."
    ".............."
    ".....####....."
    ".............." },
  { "variant", "image",
    ".............."
    ".............."
    ".............."
    ".............."
    ".............."
    ".............."
    ".............."
    ".............." },
  { "variant", "side",
    "       ......."
    "       ......."
    " ####  ......."
    "       ......."
    " ###   ......."
    "       ......."
    " ##    ......."
    "       ......." },
  { "variant", "floating",
    ".............."
    ".       ......"
    ". ####  ......"
    ".       ......"
    ". ###   ......"
    ". ##    ......"
    ".       ......"
    ".............." },
  { "alignment", "left",
    "       ......."
    "       ......."
    " ####  ......."
    "       ......."
    " ###   ......."
    "       ......."
    " ##    ......."
    "       ......." },
  { "alignment", "right",
    ".......       "
    ".......       "
    "....... ####  "
    ".......       "
    "....... ###   "
    ".......       "
    "....... ##    "
    ".......       " },
  { "size", "",
    "....     ....."
    "....     ....."
    "....     ....."
    ".... ### ....."
    "....     ....."
    ".... ##  ....."
    "....     ....."
    "....     ....." },
  { "size", "sm",
    "     ........."
    "     ........."
    " ### ........."
    "     ........."
    " ##  ........."
    "     ........."
    " #   ........."
    "     ........." },
  { "size", "md",
    "       ......."
    "       ......."
    " ##### ......."
    "       ......."
    " ####  ......."
    "       ......."
    " ##    ......."
    "       ......." },
  { "backgroundColor", "white",
    "wwwwwwww......"
    "wwwwwwww......"
    "w#####ww......"
    "wwwwwwww......"
    "w####www......"
    "wwwwwwww......"
    "w##wwwww......"
    "wwwwwwww......" },
  { "backgroundColor", "black",
    "bbbbbbbb......"
    "bbbbbbbb......"
    "b-----bb......"
    "bbbbbbbb......"
    "b----bbb......"
    "bbbbbbbb......"
    "b--bbbbb......"
    "bbbbbbbb......" },
  { "backgroundColor", "gray",
    "gggggggg......"
    "gggggggg......"
    "g-----gg......"
    "gggggggg......"
    "g----ggg......"
    "gggggggg......"
    "g--ggggg......"
    "gggggggg......" },
};

struct _FrSketch
{
  GtkWidget parent_instance;

  const Drawing *drawing;
};

G_DEFINE_FINAL_TYPE (FrSketch, fr_sketch, GTK_TYPE_WIDGET)

/* FALSE: nothing is to be seen. */
static gboolean
find_color (char cell, const GdkRGBA *own, GdkRGBA *color)
{
  *color = *own;
  if (cell == '.')
    color->alpha *= 0.3;
  else if (cell == 'b')
    *color = (GdkRGBA) { 0, 0, 0, 1 };
  else if (cell == 'g')
    *color = (GdkRGBA) { 0.42, 0.42, 0.42, 1 };
  else if (cell == 'w' || cell == '-')
    *color = (GdkRGBA) { 1, 1, 1, 1 };
  return cell != ' ';
}

static void
snapshot_cells (GtkSnapshot *snapshot, char cell, const GdkRGBA *own, const graphene_rect_t *area)
{
  GdkRGBA color;

  if (find_color (cell, own, &color))
    gtk_snapshot_append_color (snapshot, &color, area);
}

/* Lines of text are thin and stand in the middle of their row. */
static void
snapshot_run (GtkSnapshot *snapshot, const char *cells, const GdkRGBA *own, unsigned row, unsigned column, unsigned length)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (column * CELL, row * CELL, length * CELL, CELL);
  gboolean is_line = cells[column] == '#' || cells[column] == '-';

  if (is_line)
    {
      snapshot_cells (snapshot, cells[column - 1], own, &area);
      graphene_rect_inset (&area, 0, 1);
    }
  snapshot_cells (snapshot, cells[column], own, &area);
}

static void
fr_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const char *cells = FR_SKETCH (widget)->drawing->cells;
  unsigned length;
  GdkRGBA own;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &own);
  for (unsigned row = 0; row < ROWS; row++, cells += COLUMNS)
    for (unsigned column = 0; column < COLUMNS; column += length)
      {
        for (length = 1; column + length < COLUMNS && cells[column + length] == cells[column]; length++)
          ;
        snapshot_run (snapshot, cells, &own, row, column, length);
      }
}

static void
fr_sketch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = CELL * (orientation == GTK_ORIENTATION_HORIZONTAL ? COLUMNS : ROWS);
  *minimum_baseline = *natural_baseline = -1;
}

GtkWidget *
fr_sketch_new (const char *field, const char *value)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (g_str_equal (drawings[i].field, field) && g_str_equal (drawings[i].value, value))
      {
        FrSketch *self = g_object_new (FR_TYPE_SKETCH, "halign", GTK_ALIGN_CENTER, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

        self->drawing = &drawings[i];
        return GTK_WIDGET (self);
      }
  return NULL;
}

static void
fr_sketch_class_init (FrSketchClass *class)
{
  GTK_WIDGET_CLASS (class)->snapshot = fr_sketch_snapshot;
  GTK_WIDGET_CLASS (class)->measure = fr_sketch_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "sketch");
}

static void
fr_sketch_init (FrSketch *self)
{
}
