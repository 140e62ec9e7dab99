# SPDX-License-Identifier: GPL-3.0-or-later
# Asks Psych and frontage-cli what a list of plain scalars are; every answer must be the same.
require 'date'
require 'json'
require 'open3'
require 'psych'

texts = %w[
  yes Yes YES no on off true false True ~ null Null y n yess
  0 12 -12 +12 012 08 0o17 0x1F 0b101 1_000 1,000 12_ 1__0 1:30 1:30:15 190:20:30 1:99 1:30.5 123456789012345678901234567890
  1.5 -1.5 .5 5. 1e3 1.0e3 1.0e+3 1_0.5 1,0.5 . -. +. .inf -.inf .Inf .nan .NaN 12e03 1.e+3
  2026-03-01 2026-3-1 2026-13-01 2026-02-30 2026-03-01x 0000-01-01
  2026-03-01T10:00:00Z 2026-03-01t10:00:00 :sym :a:b ":quoted" ':s' - = << a 1a a1 @ é 中 12px 3rd +a +1a 1.2.3 1-2
]
texts.reject! { |t| t.start_with?('@', '-') && t.length == 1 }
texts += ['2026-03-01 10:00:00', '2026-03-01 10:00:00 +08:00', '1 000', 'a b', '12 March 2026', '😀', '€ 5', '(6)']
yaml = texts.map.with_index { |t, i| "k#{i}: #{t}\n" }.join
expected = Psych.unsafe_load(yaml)
as_json = lambda do |value|
  case value
  when Time then :time
  when Date then value.to_s
  when Symbol then value.to_s
  when Float then value.finite? ? value : nil
  else value
  end
end

require 'tempfile'
file = Tempfile.new(['types', '.yml'])
file.write(yaml)
file.close
out, status = Open3.capture2(ARGV.fetch(0), 'get', file.path)
raise 'frontage-cli failed' unless status.success?

found = JSON.parse(out)
bad = texts.each_index.reject do |i|
  want = as_json.(expected["k#{i}"])
  got = found["k#{i}"]
  want == :time ? got == texts[i] : want.eql?(got) || (want.is_a?(Integer) && want > 2**62 && want.to_f == got)
end
bad.each { |i| puts "#{texts[i]}: Psych #{expected["k#{i}"].inspect}, Frontage #{found["k#{i}"].inspect}" }
puts "#{texts.size - bad.size} types as Psych's, #{bad.size} not"
exit bad.empty?
