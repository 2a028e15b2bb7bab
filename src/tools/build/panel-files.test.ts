import { describe, expect, it } from 'vitest';
import { panelFiles } from './panel-files.ts';

/** A bundler that knows these modules by what each imports. */
const bundledOf = (modules: Readonly<Record<string, readonly string[]>>) => ({
  getModuleInfo: (id: string) => {
    const imports = modules[id.replace('/src/', '')];
    return imports === undefined ? null : { importedIds: imports.map((name) => `/src/${name}`) };
  },
});

const modules = {
  'panel/main.tsx': ['preact', 'ids', 'words', 'shell', 'picture'],
  'panel/state/engine.ts': ['ids', 'factors', 'kept'],
  'panel/diagnosis/diagnosis-summary.tsx': ['preact', 'factors', 'verdict'],
  'panel/below.ts': ['verdict', 'timeline', 'shell', 'steps'],
  'panel/cue/cue-card.tsx': ['shell', 'verdict', 'steps'],
  'background/worker.ts': ['ids', 'words', 'kept', 'alarms'],
  'options/main.tsx': ['preact', 'ids'],
  'first-steps/main.tsx': ['preact', 'picture'],
  preact: [],
  ids: [],
  words: [],
  shell: [],
  picture: [],
  factors: [],
  kept: [],
  verdict: [],
  timeline: [],
  steps: [],
  alarms: [],
};

/** The file that the bundler is told for a module, by one of the groups at most. */
function fileOf(name: string): string | undefined {
  const bundled = bundledOf(modules);
  const named = panelFiles('/src').flatMap((group) => group.name(`/src/${name}`, bundled) ?? []);
  expect(named.length).toBeLessThanOrEqual(1);
  return named[0];
}

describe('the files of the panel', () => {
  it('hold what is loaded first, what the first screen needs beyond it, and the rest', () => {
    expect(fileOf('shell')).toBe('first-load');
    expect(fileOf('panel/main.tsx')).toBe('first-load');
    expect(fileOf('factors')).toBe('first-screen');
    expect(fileOf('verdict')).toBe('first-screen');
    expect(fileOf('timeline')).toBe('below-it');
  });

  it('are apart for what the worker or a page beside the panel loads too', () => {
    expect(fileOf('ids')).toBe('first-load-worker-pages');
    expect(fileOf('words')).toBe('first-load-worker');
    expect(fileOf('preact')).toBe('first-load-pages');
    expect(fileOf('picture')).toBe('first-load-pages');
    expect(fileOf('kept')).toBe('first-screen-worker');
  });

  it('are apart for a cue card, which is shown without what lies below the first screen', () => {
    expect(fileOf('steps')).toBe('below-it-cue');
    expect(fileOf('verdict')).toBe('first-screen');
    expect(fileOf('panel/cue/cue-card.tsx')).toBeUndefined();
  });

  it('leave to the bundler what the panel loads only when asked, or never', () => {
    expect(fileOf('alarms')).toBeUndefined();
    expect(fileOf('background/worker.ts')).toBeUndefined();
  });

  it('are made before those that import them', () => {
    const order = panelFiles('/src').map(({ debugName, priority }) => [debugName, priority]);
    expect(order.toSorted(([, a], [, b]) => Number(b) - Number(a))).toEqual(order);
    expect(order.map(([name]) => name).slice(0, 5)).toEqual([
      'first-load-worker-pages',
      'first-load-worker',
      'first-load-pages',
      'first-load',
      'first-screen-worker-pages',
    ]);
  });

  it('are refused where a stage begins with what isn’t built', () => {
    const [group] = panelFiles('/src');
    expect(() => group?.name('/src/ids', bundledOf({}))).toThrow('not part of the build');
  });
});
