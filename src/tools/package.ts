import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { build } from 'vite';
import { judgeBuild } from '../e2e/built-code/judge-build.ts';
import { listedHosts, listedWays } from '../e2e/built-code/listed.ts';
import { askedOf } from './command-line.ts';
import { differing, madeElsewhere } from './package/elsewhere.ts';
import { bytesOfFiles, filesBelow } from './package/folder-files.ts';
import { beyondCommit, sourceFiles } from './package/source-files.ts';
import { storeForm, unjustified } from './package/store-words.ts';
import { zipOf } from './package/zip.ts';

/** The command behind `npm run package`: what is uploaded to the stores. */
const HELP = `npm run package [-- --twice]
Builds the extension and writes into packages/ what stores want: the zip for Chrome's, the source archive that
reviewers rebuild it from, and what the forms ask about permissions. Refuses what no commit holds, and a build
that holds a host, an address or code from elsewhere that isn't listed. With --twice all of it is made once more
from the source archive in another folder, on another day and in another zone, and compared bit for bit.`;

const { values } = askedOf(HELP, { options: { twice: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist');
const packages = join(root, 'packages');

const strings = v.array(v.string());
const BuiltManifest = v.object({
  version: v.string(),
  permissions: strings,
  optional_permissions: strings,
  host_permissions: strings,
  optional_host_permissions: strings,
  content_scripts: v.array(v.object({ matches: strings })),
});

refuseFor('What is not committed can’t be made again by anyone', beyondCommit(root));
// Whoever has another mode set would get another build.
process.env.NODE_ENV = 'production';
await build({ root, logLevel: 'warn' });
const manifest = v.parse(
  BuiltManifest,
  JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')),
);
refuseFor('The build can’t be uploaded', [
  ...judgeBuild(built, root, { hosts: listedHosts, ways: listedWays }),
  ...unjustified(manifest),
]);

const name = (what: string): string => `live-diagnosis-${manifest.version}-${what}`;
const source = zipOf(bytesOfFiles(root, sourceFiles(root)));
/** Each store's zip is one line here. */
const made: ReadonlyMap<string, Uint8Array> = new Map([
  [name('chrome.zip'), zipOf(bytesOfFiles(built, filesBelow(built, ['.'])))],
  [name('source.zip'), source],
  [name('store-forms.txt'), new TextEncoder().encode(storeForm(manifest.version))],
]);
rmSync(packages, { recursive: true, force: true });
mkdirSync(packages);
for (const [file, content] of made) {
  writeFileSync(join(packages, file), content);
  const digest = createHash('sha256').update(content).digest('hex');
  console.log(`packages/${file}  ${content.length} bytes  sha256 ${digest}`);
}
if (values.twice) {
  refuseFor('Made again elsewhere these are others', differing(made, madeElsewhere(source)));
  console.log(
    'Made again from the source archive in another folder, on another day and in another zone: the same bit for bit.',
  );
}

/** Ends the command where something stands against it. */
function refuseFor(what: string, reasons: readonly string[]): void {
  if (reasons.length === 0) return;
  console.error([`${what}:`, ...reasons.map((reason) => `  ${reason}`)].join('\n'));
  process.exit(1);
}
