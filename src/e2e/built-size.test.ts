import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import project from '../../package.json' with { type: 'json' };
import { builtSizeOf, gzipOf, withImports } from './built-size.ts';
import { expect, test } from './test.ts';
import { testExtension } from './test-build.ts';

const KIB = 1024;

/** The scripts of the build whose names begin so. */
function scripts(name: string): readonly string[] {
  const found = readdirSync(join(testExtension, 'assets')).filter(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  expect(found).not.toEqual([]);
  return found.map((file) => `assets/${file}`);
}

test.describe('the built panel', () => {
  const opening = () => builtSizeOf(testExtension).opening.files;
  const untilLive = () => [
    ...opening(),
    ...scripts('first-screen').flatMap((script) => withImports(testExtension, script)),
  ];
  const gzip = (files: Iterable<string>) => gzipOf(testExtension, [...new Set(files)]) / KIB;

  test('loads few scripts and styles first', () => {
    expect(gzip(opening().filter((file) => file.endsWith('.js')))).toBeLessThan(70);
    expect(gzip(opening().filter((file) => file.endsWith('.css')))).toBeLessThan(8);
  });

  test('loads little more until it shows a LIVE', () => {
    const all = untilLive().filter((file) => file.endsWith('.js'));
    expect(gzip(all)).toBeLessThan(137);
  });

  test('asks for what it shows a LIVE with in two rounds of few files', () => {
    expect(opening().length).toBeLessThanOrEqual(9);
    const later = new Set(untilLive().filter((file) => !opening().includes(file)));
    expect(later.size).toBeLessThanOrEqual(3);
  });

  test('loads charts with the first one that is drawn', () => {
    // A part of chart.js whose name no minifier changes.
    const charts = readdirSync(join(testExtension, 'assets'))
      .map((file) => `assets/${file}`)
      .filter((file) =>
        readFileSync(join(testExtension, file), 'utf8').includes('datasetElementType'),
      );
    expect(charts).toHaveLength(1);
    expect(opening().filter((file) => charts.includes(file))).toEqual([]);
    expect(gzip(charts)).toBeLessThan(55);
  });
});

test.describe('what is built for the seller’s page', () => {
  const content = (name: string) => `src/content/${name}.js`;

  test('is small', () => {
    const scripts = ['observer.iife', 'launcher.iife'].map(content);
    expect(gzipOf(testExtension, scripts) / KIB).toBeLessThan(5.45);
    expect(gzipOf(testExtension, [content('at-need')]) / KIB).toBeLessThan(3.8);
  });

  test('is one file each, which is all that the manifest has a page load', () => {
    for (const name of ['observer.iife', 'launcher.iife', 'at-need']) {
      expect(withImports(testExtension, content(name))).toHaveLength(1);
    }
    const { web_accessible_resources: accessible } = JSON.parse(
      readFileSync(join(testExtension, 'manifest.json'), 'utf8'),
    );
    expect(accessible).toEqual([
      expect.objectContaining({
        resources: ['src/panel/panel.html', content('at-need')],
        use_dynamic_url: true,
      }),
    ]);
  });
});

test('the build tells the licence of each package whose code it holds', () => {
  const told = readFileSync(join(testExtension, 'licenses/packages.txt'), 'utf8');
  const lines = new Set(told.split('\n').map((line) => line.replace(/ \(.*$/, '')));
  const bundled = Object.entries(project.dependencies).map(([name, at]) => `${name} ${at}`);
  expect(bundled.filter((line) => !lines.has(line))).toEqual([]);
});

test.describe('the size of a build', () => {
  const page =
    '<script type="module" crossorigin src="/assets/panel.js"></script>' +
    '<link rel="stylesheet" crossorigin href="../../assets/panel.css">';

  /** A build of these files. */
  function built(files: Readonly<Record<string, string>>): string {
    const folder = test.info().outputPath('build');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  test('counts what the page names and what its scripts import, once each, and not what comes later', () => {
    const { opening, total } = builtSizeOf(
      built({
        'src/panel/panel.html': page,
        'assets/panel.js':
          'import{a as b}from"./one.js";import"./two.js";const c=()=>import("./later.js");',
        'assets/one.js': "export * from './two.js';",
        'assets/two.js': 'import{d}from"./one.js";export{d};',
        'assets/later.js': 'x'.repeat(5_000),
        'assets/panel.css': 'a{color:red}'.repeat(100),
      }),
    );
    expect(opening.files[0]).toBe('src/panel/panel.html');
    expect([...opening.files].sort()).toEqual([
      'assets/one.js',
      'assets/panel.css',
      'assets/panel.js',
      'assets/two.js',
      'src/panel/panel.html',
    ]);
    expect(total.files).toBe(6);
    expect(total.bytes - opening.bytes).toBe(5_000);
    expect(opening.gzip).toBeLessThan(opening.bytes);
  });

  test('is refused where a file is missing', () => {
    const folder = built({ 'src/panel/panel.html': page });
    expect(() => builtSizeOf(folder)).toThrow(/panel\.(css|js)/);
  });
});
