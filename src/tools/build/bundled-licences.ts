import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Plugin } from 'vite';

/** Where the built extension says whose code it holds. */
const LICENCES_FILE = 'licenses/packages.txt';

const PackageFile = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  repository: v.optional(v.union([v.string(), v.object({ url: v.string() })])),
});

/**
 * Plugins of one build that write the licences of all packages whose code is in it: `main` for the build itself,
 * `worker` for those of its threads, which are bundled apart and end first. A build fails where a package comes
 * without a licence.
 */
export function bundledLicences(): { readonly main: Plugin; readonly worker: () => Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Readonly<Record<string, object>>): void => {
    for (const file of Object.values(bundle)) {
      if (!('moduleIds' in file) || !Array.isArray(file.moduleIds)) continue;
      for (const id of file.moduleIds) {
        const folder = packageFolder(String(id));
        if (folder !== undefined) folders.add(folder);
      }
    }
  };
  return {
    worker: () => ({
      name: 'licences-of-threads',
      generateBundle: (_options, bundle) => collect(bundle),
    }),
    main: {
      name: 'licences',
      generateBundle(_options, bundle) {
        collect(bundle);
        const source = [...new Set([...folders].map(licenceIn))].sort().join('\n\n');
        this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: `${source}\n` });
      },
    },
  };
}

/** The folder of the package that a module is from; undefined for one of the project or the bundler. */
function packageFolder(id: string): string | undefined {
  const [path = ''] = id.replaceAll('\\', '/').replace(/^\0/, '').split('?');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function licenceIn(folder: string): string {
  const { name, version, license, repository } = v.parse(
    PackageFile,
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} comes without a licence.`);
  const url = typeof repository === 'string' ? repository : repository?.url;
  const source = url?.replace(/^git\+/, '').replace(/^git:/, 'https:');
  return [
    `${name} ${version} (${license}), unchanged but for bundling`,
    `https://www.npmjs.com/package/${name}/v/${version}${source === undefined ? '' : `; source: ${source}`}`,
    '',
    readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n'),
  ].join('\n');
}
