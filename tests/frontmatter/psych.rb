# SPDX-License-Identifier: GPL-3.0-or-later
# How Jekyll reads: without a byte order mark, of a page the part between the fences, by Psych.
require 'date'
require 'json'
require 'psych'

FRONT_MATTER = /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m

def load_yaml(text)
  Psych.unsafe_load(text.delete_prefix("\uFEFF")) || nil
end

def load_page(text)
  load_yaml(text.delete_prefix("\uFEFF")[FRONT_MATTER, 1] || raise('no front matter'))
end
