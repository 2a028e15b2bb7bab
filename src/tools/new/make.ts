import { parseArgs } from 'node:util';
import { type Addition, CannotMake, type Kind } from './kind.ts';
import { kinds } from './kinds.ts';
import { WorkingCopy } from './working-copy.ts';

/** What came of one command: its exit code, and what is said. */
export interface Made {
  readonly code: 0 | 1;
  readonly said: string;
  /** The files that were written, by their path from the root. */
  readonly touched: readonly string[];
}

const usageOf = (kind: Kind): string =>
  `npm run new ${kind.usage.includes('--') ? '-- ' : ''}${kind.usage}`;

const HELP = [
  'Makes one more of a kind: its file, its lines in the lists, its sentences and its test case.',
  '',
  ...[...kinds.values()].flatMap((kind) => [usageOf(kind), `    ${kind.says}`]),
  '',
  'A name that is bad or taken is refused, and nothing is written then. npm takes options only behind “--”.',
].join('\n');

/** Runs one command in a working copy: writes all files of the new thing, or none. */
export function make(args: readonly string[], root: string): Made {
  try {
    return run(args, root);
  } catch (error) {
    if (!(error instanceof CannotMake)) throw error;
    return { code: 1, said: error.message, touched: [] };
  }
}

function run(args: readonly string[], root: string): Made {
  const { values, positionals } = parsed(args);
  if (values.help === true) return { code: 0, said: HELP, touched: [] };
  const [word, name, ...rest] = positionals;
  if (word === undefined) throw new CannotMake(HELP);
  const kind = kinds.get(word);
  if (kind === undefined) {
    throw new CannotMake(`There is no kind “${word}”. Kinds are: ${[...kinds.keys()].join(', ')}.`);
  }
  if (name === undefined || rest.length > 0) throw new CannotMake(`Write: ${usageOf(kind)}`);
  const copy = new WorkingCopy(root);
  const addition = kind.add(name, values, copy);
  const known = new Set(Object.keys(addition.files).filter((path) => copy.has(path)));
  for (const [path, text] of Object.entries(addition.files)) copy.write(path, text);
  return {
    code: 0,
    said: report(`${word} ${name}`, addition, known),
    touched: Object.keys(addition.files),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        metric: { type: 'string' },
        stage: { type: 'string' },
        id: { type: 'string' },
        field: { type: 'string' },
        of: { type: 'string' },
        once: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CannotMake(error instanceof Error ? error.message : String(error));
  }
}

function report(what: string, { files, byHand }: Addition, known: ReadonlySet<string>): string {
  return [
    `Made ${what}:`,
    ...Object.keys(files).map((path) => `  ${known.has(path) ? 'changed' : 'new    '}  ${path}`),
    'Left to write by hand:',
    ...byHand.map((one) => `  - ${one}`),
    'Then: npm run test:changed',
  ].join('\n');
}
