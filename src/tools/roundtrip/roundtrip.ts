import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askedOf } from '../command-line.ts';
import { judgeExport } from './judge-export.ts';
import { type MadeExport, madeExports } from './made-export.ts';
import { convert, localesTried, office } from './office.ts';
import { compareCells, type OwnWorkbook, ownWorkbooks } from './own-workbook.ts';

/**
 * The command behind `npm run roundtrip`: made exports go through the writers of other programs and
 * through LibreOffice in the languages of sellers, and are read back. Every figure must be equal, or left
 * out with a reason; anything else is a failure. The panel's own Excel files go through LibreOffice too, and each
 * cell must come back equal.
 */
const writers = [
  'exceljs@4.4.0',
  'xlsx-populate@1.21.0',
  'write-excel-file@4.1.1',
  'hucre@1.0.0',
  'xlsx@0.18.5',
];

const HELP = `npm run roundtrip [-- --files 90] [--seed 1] [--no-office] [--own]
Made exports go through the writers of other programs, and with the panel's own files through LibreOffice in five
languages, and are read back: each figure is to be equal, or left out with a reason.
  --no-office  without LibreOffice
  --own        the panel's own files alone`;

const { values } = askedOf(HELP, {
  options: {
    files: { type: 'string', default: '90' },
    seed: { type: 'string', default: '1' },
    'no-office': { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
  },
});
const whole = (name: 'files' | 'seed'): number => {
  const given = Number(values[name]);
  if (!Number.isInteger(given)) throw new Error(`--${name} wants a whole number.`);
  return given;
};
const [count, seed] = [whole('files'), whole('seed')];

const packages = resolve('.cache', 'roundtrip');
const work = mkdtempSync(join(tmpdir(), 'roundtrip-'));
let failures = 0;
try {
  const soffice = values['no-office'] ? undefined : office();
  if (soffice === undefined) console.log('LibreOffice is passed over.');
  if (!values.own) await sendOthers(soffice);
  sendOwn(soffice);
} finally {
  rmSync(work, { recursive: true });
}
console.log(
  failures === 0
    ? 'Nothing was silently wrong.'
    : `${failures} figures were silently wrong or missing.`,
);
process.exitCode = failures === 0 ? 0 : 1;

async function report(
  name: string,
  files: readonly MadeExport[],
  pathOf: (file: MadeExport) => string,
): Promise<void> {
  let [equal, said] = [0, 0];
  const silent: string[] = [];
  for (const file of files) {
    const path = pathOf(file);
    if (!existsSync(path)) {
      silent.push(`${file.name}: the program wrote nothing`);
      continue;
    }
    const judged = await judgeExport(file, readFileSync(path));
    equal += judged.equal;
    said += judged.said;
    silent.push(...judged.silent.map((what) => `${file.name}: ${what}`));
  }
  failures += silent.length;
  console.log(
    `${name}: ${equal} equal, ${said} left out with a reason, ${silent.length} silently wrong or missing`,
  );
  for (const what of silent.slice(0, 5)) console.log(`  ${what}`);
}

/** Made exports, as other programs and LibreOffice save them. */
async function sendOthers(soffice: string | undefined): Promise<void> {
  if (!existsSync(join(packages, 'node_modules', 'exceljs'))) {
    mkdirSync(packages, { recursive: true });
    writeFileSync(join(packages, 'package.json'), '{"private": true}\n');
    console.log('Installing the writers…');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...writers], {
      cwd: packages,
      stdio: 'ignore',
    });
  }
  const files = madeExports(count, seed);
  writeFileSync(
    join(work, 'files.json'),
    JSON.stringify(files.map(({ name, rows }) => ({ name, rows }))),
  );
  const written = join(work, 'written');
  mkdirSync(written);
  const run = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'writers.mjs'), packages, join(work, 'files.json'), written],
    { stdio: 'inherit' },
  );
  if (run.status !== 0) throw new Error('The writers failed.');
  for (const writer of writers.map((name) => name.slice(0, name.lastIndexOf('@')))) {
    await report(writer, files, (file) => join(written, `${file.name}.${writer}.xlsx`));
  }
  if (soffice === undefined) return;
  const originals = join(written);
  for (const locale of localesTried) {
    for (const kind of ['xlsx', 'ods', 'csv'] as const) {
      const out = join(work, `${locale}-${kind}`);
      const inputs = readdirSync(originals)
        .filter((name) => name.endsWith('.exceljs.xlsx'))
        .map((name) => join(originals, name));
      convert(soffice, locale, kind, inputs, out);
      await report(`LibreOffice ${locale} ${kind}`, files, (file) =>
        join(out, `${file.name}.exceljs.${kind === 'ods' ? 'xlsx' : kind}`),
      );
    }
  }
}

/** The panel's own Excel files, as they are and as LibreOffice saves them again. */
function sendOwn(soffice: string | undefined): void {
  const own = ownWorkbooks();
  const written = join(work, 'own');
  mkdirSync(written);
  for (const { name, bytes } of own) writeFileSync(join(written, `${name}.xlsx`), bytes);
  reportOwn('The panel', own, written);
  if (soffice === undefined) return;
  for (const locale of localesTried) {
    for (const kind of ['xlsx', 'ods'] as const) {
      const out = join(work, `own-${locale}-${kind}`);
      convert(
        soffice,
        locale,
        kind,
        own.map(({ name }) => join(written, `${name}.xlsx`)),
        out,
      );
      reportOwn(`The panel, LibreOffice ${locale} ${kind}`, own, out);
    }
  }
}

function reportOwn(by: string, own: readonly OwnWorkbook[], folder: string): void {
  const compared = own.map((one) => {
    const path = join(folder, `${one.name}.xlsx`);
    return existsSync(path)
      ? compareCells(one, readFileSync(path))
      : { equal: 0, different: [`${one.name}: the program wrote nothing`] };
  });
  const different = compared.flatMap((one) => one.different);
  failures += different.length;
  const equal = compared.reduce((sum, one) => sum + one.equal, 0);
  console.log(`${by}: ${equal} cells equal, ${different.length} different`);
  for (const what of different.slice(0, 5)) console.log(`  ${what}`);
}
