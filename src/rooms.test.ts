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
  ['panel', 'options', 'first-steps'],
  ['cli'],
  ['sources'],
  ['archive'],
  ['platform'],
  ['diagnosis'],
  ['metrics'],
];

/** Rooms that must not know each other although one stands lower. */
const walls: Record<string, readonly string[]> = {
  content: [
    'background',
    'panel',
    'options',
    'first-steps',
    'cli',
    'sources',
    'archive',
    'diagnosis',
  ],
  background: ['panel', 'options', 'first-steps', 'cli', 'diagnosis'],
  demo: ['content', 'background', 'panel', 'options', 'first-steps', 'cli', 'archive', 'diagnosis'],
  panel: ['cli'],
  cli: ['archive'],
  sources: ['archive'],
};

/** What the panel may run of the engine wherever it likes: wording, names, and what if steps changed. */
const spoken =
  /^diagnosis\/(?:text\/[\w-]+|report|key-factors|factors\/index|outcome\/types|decomposition\/(?:what-if|funnel-kind))\.ts$/;

/** What else a view of the panel runs of the engine, and why. */
const clipsOfAnyLive = 'a clip is cut from the LIVE that is chosen, which has no report';
const runsBeside: Readonly<Record<string, string>> = {
  'panel/benchmarks/cases.ts imports diagnosis/statistics/quantile.ts':
    'the lines that a filter offers lie at quartiles of the LIVEs in the list',
  'panel/benchmarks/use-clip.ts imports diagnosis/replay-cut.ts': clipsOfAnyLive,
  'panel/benchmarks/use-clip.ts imports diagnosis/level-in.ts': clipsOfAnyLive,
  'panel/beside/alignments.ts imports diagnosis/replay-cut.ts':
    'a clip of any figure is held beside where that figure stood highest',
  'panel/beside/figures-beside.tsx imports diagnosis/level-in.ts':
    'the part of the LIVE that is held beside a clip moves with the player',
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

  it('have the panel draw what the engine found: its state alone asks the engine', () => {
    const asks = imports().filter(
      ({ file, from, to, target, runs }) =>
        from === 'panel' &&
        to === 'diagnosis' &&
        runs &&
        !/\.(?:test|fixture)\.tsx?$/.test(file) &&
        !relative(src, file).startsWith(join('panel', 'state')) &&
        !spoken.test(relative(src, target)),
    );
    expect(asks.map(show).sort()).toEqual(Object.keys(runsBeside).sort());
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

  it('keep the Open API and its secrets out of the extension: nothing that ships reaches it', () => {
    const reaching = imports().filter(
      ({ file, target }) =>
        target.startsWith(join(src, 'sources', 'open-api')) &&
        !file.startsWith(join(src, 'sources', 'open-api')),
    );
    expect(new Set(reaching.map(({ from }) => from))).toEqual(new Set(['cli', 'demo', 'tools']));
    const beside = files
      .map((file) => relative(src, file))
      .filter((file) => /^sources.(?!open-api)/.test(file))
      .filter((file) => /from '[^']*open-api\//.test(readFileSync(join(src, file), 'utf8')));
    expect(beside).toEqual([]);
  });

  it('put nothing into the page but code of their own', () => {
    const scripts = files.filter((file) => file.endsWith('.iife.ts'));
    expect(scripts).toHaveLength(2);
    const later = join(src, 'content/at-need.ts');
    expect([...scripts, later].flatMap((file) => [...packagesOf(file)])).toEqual([]);
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
  /** False of an import that brings types alone. */
  readonly runs: boolean;
}

function imports(): Import[] {
  return files.flatMap((file) => {
    const from = roomOf(file);
    if (from === undefined) return [];
    const text = readFileSync(file, 'utf8');
    return [
      ...text.matchAll(/(?:(import|export)\s([^;]*?)\sfrom|import|import\()\s*'(\.[^']+)'/g),
    ].flatMap(([, , names = '', path = '']) => {
      const target = resolve(dirname(file), path);
      const to = roomOf(target);
      const runs = !names.startsWith('type ') && !/^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names);
      return to === undefined || to === from ? [] : [{ file, from, to, target, runs }];
    });
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
