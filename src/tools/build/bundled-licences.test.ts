import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledLicences } from './bundled-licences.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A package as npm lays it down. */
const packageFiles = (
  name: string,
  version: string,
  rest: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries({
      'package.json': JSON.stringify({ name, version, license: 'MIT', main: 'index.js' }),
      'index.js': `export const made = '${name}';`,
      ...rest,
    }).map(([path, content]) => [`node_modules/${name}/${path}`, content]),
  );

/** What a build of these files says of licences. */
async function licencesOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const licences = bundledLicences();
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [licences.main],
    worker: { plugins: () => [licences.worker()] },
    build: { write: false, rolldownOptions: { input: join(folder, 'main.js') } },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const told = outputs.find(({ fileName }) => fileName === 'licenses/packages.txt');
  return told?.type === 'asset' ? String(told.source) : undefined;
}

describe('the licences of a build', () => {
  it('are those of all packages whose code is in it or in its threads, by name, and of no other', async () => {
    const told = await licencesOf({
      'main.js':
        "import { made } from 'zest';\nnew Worker(new URL('./thread.js', import.meta.url), { type: 'module' });\nconsole.log(made);",
      'thread.js': "import { made } from '@far/away';\npostMessage(made);",
      ...packageFiles('zest', '1.2.3', { LICENSE: 'Copyright of zest.\r\nDo as you like.\r\n' }),
      ...packageFiles('@far/away', '4.5.6', { 'LICENCE.md': 'Copyright of away.' }),
      ...packageFiles('unused', '7.8.9', { LICENSE: 'Copyright of unused.' }),
    });
    expect(told).toBe(
      [
        '@far/away 4.5.6 (MIT), unchanged but for bundling',
        'https://www.npmjs.com/package/@far/away/v/4.5.6',
        '',
        'Copyright of away.',
        '',
        'zest 1.2.3 (MIT), unchanged but for bundling',
        'https://www.npmjs.com/package/zest/v/1.2.3',
        '',
        'Copyright of zest.',
        'Do as you like.',
        '',
      ].join('\n'),
    );
  });

  it('fail a build that holds a package without one, by its name', async () => {
    const building = licencesOf({
      'main.js': "import { made } from 'bare';\nconsole.log(made);",
      ...packageFiles('bare', '1.0.0', {}),
    });
    await expect(building).rejects.toThrow('bare comes without a licence.');
  });
});
