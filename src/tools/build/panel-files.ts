import { join } from 'node:path';

/**
 * What the panel loads one after another, each by the modules that lead to it. A script that another one imports is
 * asked for only once that one was read, and each asking takes milliseconds, so what is loaded together is in few files:
 * one round of them instead of a chain of some dozens of small ones.
 */
const STAGES = {
  'first-load': { roots: ['panel/main.tsx'], besides: ['worker', 'pages'] },
  'first-screen': {
    roots: ['panel/state/engine.ts', 'panel/diagnosis/diagnosis-summary.tsx'],
    besides: ['worker', 'pages'],
  },
  // A cue card stands in the panel's page, so that what comes before is there.
  'below-it': { roots: ['panel/below.ts'], besides: ['worker', 'pages', 'cue'] },
} as const;

/** What shares modules with the panel and is to load nothing of a stage beside these, by what leads to it. */
const OTHERS = {
  worker: ['background/worker.ts'],
  // The two take much the same of it, and each more set would make a file more.
  pages: ['options/main.tsx', 'first-steps/main.tsx'],
  cue: ['panel/cue/cue-card.tsx'],
} as const;

/** What the bundler knows of a module. */
interface Bundled {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** A file to be made, as the bundler wants it told: the modules that it has a name for are in it. */
interface FileGroup {
  readonly name: (id: string, bundled: Bundled) => string | null;
  readonly debugName: string;
  /** What a file imports is taken into it, unless it is in one that is made before: one of a higher number. */
  readonly priority: number;
}

/**
 * The files of the panel. The bundler chooses the file of a module by itself that isn't in one of them: where the panel
 * loads it only when it is asked for, or not at all.
 */
export function panelFiles(source: string): FileGroup[] {
  let files: ReadonlyMap<string, string> | undefined;
  const names = Object.entries(STAGES).flatMap(([stage, { besides }]) =>
    sharingsOf(besides).map((others) => fileOf(stage, others)),
  );
  return names.map((name, place) => ({
    name: (id, bundled) => {
      files ??= filesOf(source, bundled);
      return files.get(id) === name ? name : null;
    },
    debugName: name,
    priority: names.length - place,
  }));
}

/** Who may share a module, most first: a file imports none of those that are made after it. */
function sharingsOf(besides: readonly string[]): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const one of besides) all = all.concat(all.map((set) => [...set, one]));
  return all.toSorted((a, b) => b.length - a.length);
}

const fileOf = (stage: string, others: readonly string[]): string => [stage, ...others].join('-');

/** The file of each module: that of the first stage that loads it, apart for each set of others that need it too. */
function filesOf(source: string, bundled: Bundled): ReadonlyMap<string, string> {
  const reached = (roots: readonly string[]) =>
    reachedFrom(
      roots.map((root) => join(source, root)),
      bundled,
    );
  const others = {
    worker: reached(OTHERS.worker),
    pages: reached(OTHERS.pages),
    cue: reached(OTHERS.cue),
  };
  const files = new Map<string, string>();
  for (const [stage, { roots, besides }] of Object.entries(STAGES)) {
    for (const id of reached(roots)) {
      const sharing = besides.filter((name) => others[name].has(id));
      if (!files.has(id)) files.set(id, fileOf(stage, sharing));
    }
  }
  return files;
}

/** The modules that are loaded with some, these too. Throws where one isn't part of the build. */
function reachedFrom(roots: readonly string[], bundled: Bundled): ReadonlySet<string> {
  const reached = new Set<string>();
  const wanted = [...roots];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (reached.has(id)) continue;
    const known = bundled.getModuleInfo(id);
    if (known === null && roots.includes(id)) throw new Error(`${id} is not part of the build.`);
    reached.add(id);
    wanted.push(...(known?.importedIds ?? []));
  }
  return reached;
}
