# SPDX-License-Identifier: GPL-3.0-or-later
# Reads what random --print wrote, and asks Psych whether each text holds the values that it should.
require_relative 'psych'

# As JSON has them.
def plain(value)
  case value
  when Hash then value.to_h { |key, item| [key.to_s, plain(item)] }
  when Array then value.map { |item| plain(item) }
  when Date, Time then value.to_s
  when Symbol then value.inspect
  else value
  end
end

passed = failed = 0
STDIN.each_line(chomp: true) do |line|
  page, text, values = JSON.parse(line)
  begin
    found = plain(page ? load_page(text) : load_yaml(text))
  rescue StandardError => e
    found = e
  end
  if found == values
    passed += 1
  else
    failed += 1
    warn "#{text.inspect}: Psych reads #{found.inspect}, not #{values.inspect}"
  end
end
puts "#{passed} texts read by Psych #{Psych::VERSION} as meant, #{failed} not"
exit failed.zero? && passed.positive?
