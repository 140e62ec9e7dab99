# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests in meson's logs; the last line is 'N passed, N failed', and ', N skipped' if any were.
A log that is not there, because the build or meson itself failed, counts as a failed test."""
import collections
import json
import sys

counts = collections.Counter()
for log in sys.argv[1:]:
    try:
        with open(log, encoding='utf-8') as lines:
            for line in lines:
                result = json.loads(line)['result']
                counts['passed' if result == 'OK' else 'skipped' if result == 'SKIP' else 'failed'] += 1
    except FileNotFoundError:
        print(f'No test ran: there is no {log}')
        counts['failed'] += 1
print(f"{counts['passed']} passed, {counts['failed']} failed"
      + (f", {counts['skipped']} skipped" if counts['skipped'] else ''))
sys.exit(counts['failed'] > 0 or counts['passed'] == 0)
