import { parseArgs } from 'node:util';
import { readAgreedNames } from '../agreed-names.ts';
import { badOption, optionProblem } from '../option-problem.ts';
import type { TerminalText } from '../text.ts';

/** Who agreed that LIVEs of theirs are named: everyone, or creators by the names that slices have. */
export type Consent = 'everyone' | ReadonlySet<string>;

/** What the command line asks for. */
type PublishRequest =
  | { readonly want: 'help' | 'nginx' }
  | { readonly want: 'publish'; readonly folder: string; readonly consent: Consent }
  | { readonly want: 'nothing'; readonly problem: TerminalText };

/** Reads the command line; what can't be read comes back as one sentence. */
export function readPublishArguments(args: readonly string[]): PublishRequest {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return badOption(error);
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { want: 'help' };
  if (values.nginx === true) return { want: 'nginx' };
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) return optionProblem('cli_publish_no_folder');
  if (values['all-agreed'] === true) return { want: 'publish', folder, consent: 'everyone' };
  const { agreed } = values;
  if (agreed === undefined) return { want: 'publish', folder, consent: new Set() };
  const names = readAgreedNames(agreed);
  return names === undefined
    ? optionProblem('cli_feed_unreadable', { file: agreed })
    : { want: 'publish', folder, consent: new Set(names) };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      agreed: { type: 'string' },
      'all-agreed': { type: 'boolean' },
      nginx: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
