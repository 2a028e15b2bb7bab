import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Languages in which sellers open and save their files. */
export const localesTried = ['pt-BR', 'vi-VN', 'id-ID', 'th-TH', 'de-DE'] as const;

/** The program, installed where that can be done (Debian as root); undefined where it can't. */
export function office(): string | undefined {
  const there = (): boolean => spawnSync('soffice', ['--version']).status === 0;
  if (there()) return 'soffice';
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    return undefined;
  console.log('Installing LibreOffice…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc-nogui'],
    { env, stdio: 'ignore' },
  );
  return there() ? 'soffice' : undefined;
}

/** Text as it is shown, with commas and quotation marks, in UTF-8. */
const csvFilter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

/**
 * Opens workbooks as somebody in that language does and saves them: again as .xlsx, as text, or by way
 * of .ods as .xlsx.
 */
export function convert(
  soffice: string,
  locale: string,
  kind: 'xlsx' | 'ods' | 'csv',
  inputs: readonly string[],
  out: string,
): void {
  const profile = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), localeSetting(locale));
    const run = (to: string, files: readonly string[], folder: string): void => {
      execFileSync(
        soffice,
        [
          `-env:UserInstallation=file://${profile}`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          ...files,
        ],
        { stdio: 'ignore' },
      );
    };
    mkdirSync(out, { recursive: true });
    if (kind === 'csv') run(csvFilter, inputs, out);
    else if (kind === 'xlsx') run('xlsx:Calc MS Excel 2007 XML', inputs, out);
    else {
      const between = join(out, 'ods');
      run('ods', inputs, between);
      run(
        'xlsx:Calc MS Excel 2007 XML',
        readdirSync(between).map((name) => join(between, name)),
        out,
      );
    }
  } finally {
    rmSync(profile, { recursive: true });
  }
}

const localeSetting = (locale: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item></oor:items>`;
