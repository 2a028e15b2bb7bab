import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { build } from 'vite';
import { type BuildLists, judgeBuild } from '../e2e/built-code/judge-build.ts';
import { listedFirefoxWays, listedHosts, listedWays } from '../e2e/built-code/listed.ts';
import { type BuiltFor, buildFolders, modeFor } from './build/browsers.ts';
import { askedOf } from './command-line.ts';
import { differing, madeElsewhere } from './package/elsewhere.ts';
import { bytesOfFiles, filesBelow } from './package/folder-files.ts';
import { beyondCommit, sourceFiles } from './package/source-files.ts';
import { storeForm, unjustified } from './package/store-words.ts';
import { zipOf } from './package/zip.ts';

/** The command behind `npm run package`: what is uploaded to the stores. */
const HELP = `npm run package [-- --twice]
Builds the extension and writes into packages/ what stores want: the zips for Chrome's and for Firefox's, the source
archive that reviewers rebuild them from, and what the forms ask about permissions. Refuses what no commit holds, and a build
that holds a host, an address or code from elsewhere that isn't listed. With --twice all of it is made once more
from the source archive in another folder, on another day and in another zone, and compared bit for bit.`;

const { values } = askedOf(HELP, { options: { twice: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '../..');
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
const chromium = await builtAndJudged('chromium', listedWays);
const firefox = await builtAndJudged('firefox', listedFirefoxWays);

const name = (what: string): string => `live-diagnosis-${chromium.version}-${what}`;
const source = zipOf(bytesOfFiles(root, sourceFiles(root)));
/** Each store's zip is one line here. */
const made: ReadonlyMap<string, Uint8Array> = new Map([
  [name('chrome.zip'), chromium.zip],
  [name('firefox.zip'), firefox.zip],
  [name('source.zip'), source],
  [name('store-forms.txt'), new TextEncoder().encode(storeForm(chromium.version))],
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

/** The version and the zip of the build for a browser, once nothing stands against it. */
async function builtAndJudged(
  browser: BuiltFor,
  ways: BuildLists['ways'],
): Promise<{ readonly version: string; readonly zip: Uint8Array }> {
  const folder = join(root, buildFolders[browser]);
  await build({ root, mode: modeFor(browser), logLevel: 'warn' });
  const written: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const manifest = v.parse(BuiltManifest, written);
  refuseFor(`The build in ${buildFolders[browser]}/ can’t be uploaded`, [
    ...judgeBuild(folder, root, { hosts: listedHosts, ways }),
    ...unjustified(manifest),
  ]);
  return {
    version: manifest.version,
    zip: zipOf(bytesOfFiles(folder, filesBelow(folder, ['.']))),
  };
}

/** Ends the command where something stands against it. */
function refuseFor(what: string, reasons: readonly string[]): void {
  if (reasons.length === 0) return;
  console.error([`${what}:`, ...reasons.map((reason) => `  ${reason}`)].join('\n'));
  process.exit(1);
}
