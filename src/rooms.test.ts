import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms of src, top first; a room may import only rooms that stand lower. */
const floors = [
  ['tools'],
  ['e2e'],
  ['demo'],
  ['content'],
  ['background'],
  ['panel', 'options'],
  ['cli'],
  ['sources'],
  ['archive'],
  ['platform'],
  ['diagnosis'],
  ['metrics'],
];

/** Rooms that must not know each other although one stands lower. */
const walls: Record<string, readonly string[]> = {
  content: ['background', 'panel', 'options', 'cli', 'sources', 'archive', 'diagnosis'],
  background: ['panel', 'options', 'cli', 'diagnosis'],
  demo: ['content', 'background', 'panel', 'options', 'cli', 'archive', 'diagnosis'],
  panel: ['cli'],
  cli: ['archive'],
  sources: ['archive'],
};

const src = resolve(import.meta.dirname);
const files = walk(src).filter((file) => /\.tsx?$/.test(file));
const floorOf = (room: string): number => floors.findIndex((floor) => floor.includes(room));

describe('the rooms of src', () => {
  it('import downwards only', () => {
    const wrong = imports().filter(({ from, to }) => floorOf(to) < floorOf(from));
    expect(wrong.map(show)).toEqual([]);
  });

  it('keep the walls between rooms', () => {
    const wrong = imports().filter(({ from, to }) => walls[from]?.includes(to));
    expect(wrong.map(show)).toEqual([]);
  });

  it('reach the extension API through platform/browser.ts alone, and not from a terminal', () => {
    const polyfill = files.filter((file) =>
      /^import .*'webextension-polyfill'/m.test(readFileSync(file, 'utf8')),
    );
    expect(polyfill.map((file) => relative(src, file))).toEqual([join('platform', 'browser.ts')]);
    const terminal = imports().filter(
      ({ from, target }) => from === 'cli' && /platform\/(browser|ask)\.ts$/.test(target),
    );
    expect(terminal.map(show)).toEqual([]);
  });

  it('put nothing into the page but code of their own', () => {
    const scripts = files.filter((file) => file.endsWith('.iife.ts'));
    expect(scripts).toHaveLength(2);
    expect(scripts.flatMap((file) => [...packagesOf(file)])).toEqual([]);
  });

  it('hold no room that the plan does not name', () => {
    const rooms = readdirSync(src).filter((name) => statSync(join(src, name)).isDirectory());
    expect(rooms.filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  it('hold files that fit in the head', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long.map((file) => relative(src, file))).toEqual([]);
  });
});

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly target: string;
}

function imports(): Import[] {
  return files.flatMap((file) => {
    const from = roomOf(file);
    if (from === undefined) return [];
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)].flatMap(
      ([, path = '']) => {
        const target = resolve(dirname(file), path);
        const to = roomOf(target);
        return to === undefined || to === from ? [] : [{ file, from, to, target }];
      },
    );
  });
}

/** The packages that a file brings along, itself or through what it imports; types bring nothing. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !file.endsWith('.ts')) return new Set();
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const paths = [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)];
  return new Set(
    paths.flatMap(([, path = '']) =>
      path.startsWith('.') ? [...packagesOf(resolve(dirname(file), path), seen)] : [path],
    ),
  );
}

function roomOf(file: string): string | undefined {
  const [room, ...rest] = relative(src, file).split(sep);
  return rest.length === 0 || room === '..' ? undefined : room;
}

function show({ file, target }: Import): string {
  return `${relative(src, file)} imports ${relative(src, target)}`;
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
