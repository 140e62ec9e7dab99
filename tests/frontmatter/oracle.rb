# SPDX-License-Identifier: GPL-3.0-or-later
# Reads what leaves --print wrote, and asks Psych, which publishes the pages, whether each text holds the
# values of the file with just that one replaced.
require_relative 'psych'

def replace(tree, pointer, value)
  *path, last = pointer.split('/', -1).drop(1).map { |t| t.gsub('~1', '/').gsub('~0', '~') }
  step = ->(node, token) { node.is_a?(Array) ? token.to_i : node.keys.find { |k| k.to_s == token } || token }
  parent = path.reduce(tree) { |node, token| node[step.(node, token)] }
  parent[step.(parent, last)] = value
  tree
end

originals = Hash.new { |hash, file| hash[file] = File.read(file, encoding: 'UTF-8') }
passed = failed = 0
STDIN.each_line(chomp: true) do |line|
  file, pointer, value, text = JSON.parse(line)
  expected = replace(load_page(originals[file]), pointer, value)
  begin
    found = load_page(text)
  rescue StandardError => e
    found = e
  end
  if found == expected
    passed += 1
  else
    failed += 1
    warn "#{file} #{pointer} #{value.inspect}: Psych reads other values (#{found.class})"
  end
end
puts "#{passed} edits read by Psych #{Psych::VERSION} as meant, #{failed} not"
exit failed.zero? && passed.positive?
