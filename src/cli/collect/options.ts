import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { badOption, optionProblem } from '../option-problem.ts';
import type { TerminalText } from '../text.ts';

/** A shop to collect; the file names no secret, and one that does is refused. */
const ShopSchema = v.strictObject({
  /** Names its files. */
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)),
  region: v.optional(RegionSchema),
  category: v.optional(CategoryIdSchema),
});
export type CollectedShop = v.InferOutput<typeof ShopSchema>;

const isLoopback = (address: string): boolean =>
  /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/.test(address);

const OptionsSchema = v.object({
  shops: v.string(),
  out: v.string(),
  tokens: v.string(),
  /** Secrets go to TikTok, or to a stand-in on this machine. */
  api: v.optional(v.pipe(v.string(), v.check(isLoopback))),
  'per-second': v.optional(
    v.pipe(v.string(), v.transform(Number), v.minValue(0.01), v.maxValue(1000)),
    '1',
  ),
  days: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(180)),
    '180',
  ),
  /** Shops that are collected side by side. */
  'at-once': v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1)),
    '4',
  ),
  /** Questions of the whole run; no end where it is left out. */
  questions: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))),
  'dry-run': v.optional(v.boolean(), false),
});
export type CollectOptions = v.InferOutput<typeof OptionsSchema>;

type CollectRequest =
  | { readonly want: 'help' }
  /** The app's secrets are kept for later runs, and nothing is collected. */
  | { readonly want: 'keep-app' }
  | {
      readonly want: 'collect';
      readonly options: CollectOptions;
      readonly shops: readonly CollectedShop[];
    }
  | { readonly want: 'nothing'; readonly problem: TerminalText };

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads the command line and the file of shops; what can't be read comes back as one sentence. */
export function readCollectArguments(args: readonly string[]): CollectRequest {
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        shops: text,
        out: text,
        tokens: text,
        api: text,
        'per-second': text,
        'at-once': text,
        questions: text,
        days: text,
        'dry-run': flag,
        'keep-app': flag,
        help: { ...flag, short: 'h' },
      },
    }));
  } catch (error) {
    return badOption(error);
  }
  if (values.help === true) return { want: 'help' };
  if (values['keep-app'] === true) return { want: 'keep-app' };
  const read = v.safeParse(OptionsSchema, values);
  if (!read.success) {
    const option = `--${v.getDotPath(read.issues[0]) ?? ''}`;
    return optionProblem('cli_feed_bad_option', { option });
  }
  const shops = shopsIn(read.output.shops);
  if (shops === undefined)
    return optionProblem('cli_collect_bad_shops', { file: read.output.shops });
  return { want: 'collect', options: read.output, shops };
}

const ShopsSchema = v.pipe(
  v.array(ShopSchema),
  v.minLength(1),
  v.check((shops) => new Set(shops.map(({ name }) => name)).size === shops.length),
);

function shopsIn(file: string): readonly CollectedShop[] | undefined {
  try {
    const read = v.safeParse(ShopsSchema, JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
