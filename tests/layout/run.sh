#!/bin/sh
# A display of its own for a test that looks at pages.
exec xvfb-run -a -s '-screen 0 1600x1000x24' dbus-run-session -- "$@"
