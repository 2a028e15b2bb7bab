import { parseArgs } from 'node:util';
import type { OwnedBasis } from '../diagnosis/benchmark/benchmark-for.ts';
import type { Text } from '../metrics/text.ts';

/** What the command line asks for. */
export type Request =
  | { readonly want: 'help' | 'schema' }
  | {
      readonly want: 'report';
      readonly file: string;
      readonly json: boolean;
      readonly basis?: OwnedBasis;
      /** A slice file of a benchmark feed, to compare with. */
      readonly feed?: string;
    }
  | { readonly want: 'nothing'; readonly problem: Text };

/** Reads the command line; what can't be read comes back as one sentence. */
export function readArguments(args: readonly string[]): Request {
  const parsed = parse(args);
  if (typeof parsed === 'string') {
    return problem({ key: 'cli_bad_option', values: { problem: { kind: 'text', text: parsed } } });
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { want: 'help' };
  if (values.schema === true) return { want: 'schema' };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return problem({ key: 'cli_no_file' });
  const { basis, feed } = values;
  const json = values.json === true;
  if (feed !== undefined && (basis === undefined || basis === 'feed')) {
    return { want: 'report', file, json, feed };
  }
  if (feed !== undefined || basis === 'feed') return problem({ key: 'cli_feed_alone' });
  if (basis === undefined) return { want: 'report', file, json };
  if (basis === 'market' || basis === 'own') return { want: 'report', file, json, basis };
  return problem({ key: 'cli_bad_basis', values: { basis: { kind: 'text', text: basis } } });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        schema: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        basis: { type: 'string' },
        feed: { type: 'string' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.split('. ')[0] ?? message;
  }
}

function problem(text: Text): Request {
  return { want: 'nothing', problem: text };
}
