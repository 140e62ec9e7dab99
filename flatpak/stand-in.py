# SPDX-License-Identifier: GPL-3.0-or-later
"""stand-in.py RUNTIME VERSION PROJECT WORK <MANIFEST >MANIFEST: the manifest for the stand-in runtime. A module whose
archive is in WORK/sources, by its digest, is built from that; the other ones are taken from the runtime's packages."""
import glob
import hashlib
import json
import os
import shutil
import sys

runtime, version, project, work = sys.argv[1:]
manifest = json.load(sys.stdin)
there = {hashlib.sha256(open(path, 'rb').read()).hexdigest(): path for path in glob.glob(f'{work}/sources/*.orig.tar.*')}


def is_buildable(module):
    for source in module['sources']:
        if source['type'] == 'dir':
            source['path'] = project
        elif source['sha256'] in there:
            folder = os.path.join(work, 'state', 'downloads', source['sha256'])
            os.makedirs(folder, exist_ok=True)
            shutil.copy(there[source['sha256']], os.path.join(folder, os.path.basename(source['url'])))
        else:
            print(f"The archive of {module['name']} cannot be fetched here: Debian's package takes its place.", file=sys.stderr)
            return False
    return True


manifest.update({'runtime': runtime, 'sdk': runtime, 'runtime-version': version, 'appstream-compose': False})
manifest['modules'] = [module for module in manifest['modules'] if is_buildable(module)]
json.dump(manifest, sys.stdout, indent=2)
