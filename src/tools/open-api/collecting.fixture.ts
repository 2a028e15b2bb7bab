import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { collectCommand } from '../../cli/collect/command.ts';
import { type OpenApiStandIn, startOpenApi } from '../../demo/open-api/server.ts';
import { OfficialFigureSchema } from '../../sources/open-api/official-figure.ts';
import { SessionFileSchema } from '../../sources/session-file.ts';

const LineSchema = v.object({
  ...SessionFileSchema.entries,
  official: v.array(OfficialFigureSchema),
});

/** A folder to collect into, from a stand-in whose nth shop has the nth name. */
export interface Collecting {
  readonly api: OpenApiStandIn;
  readonly place: (name: string) => string;
  /** The command's arguments. */
  readonly options: (...more: string[]) => string[];
  readonly environment: () => Record<'TIKTOK_APP_KEY' | 'TIKTOK_APP_SECRET', string>;
  /** Runs the command here; answers its exit code and all that it said. */
  readonly run: (
    args: readonly string[],
    env?: Record<string, string>,
  ) => Promise<{ readonly status: number; readonly said: string }>;
  readonly linesOf: (shop: string) => readonly v.InferOutput<typeof LineSchema>[];
  /** Every file that was written into the out folder: its name there, and what it holds. */
  readonly written: () => readonly (readonly [string, string])[];
  /** The same but for the times at which it was read, each file by what tells its bytes from others. */
  readonly collected: () => readonly (readonly [string, string])[];
  /** Has what a process of its own said looked through for secrets too. */
  readonly hear: (text: string) => void;
  /** Every secret that stands in what was said, or in a file of the out folder, and where. */
  readonly leaks: () => readonly string[];
  readonly codesOf: (path: RegExp) => readonly number[];
  readonly close: () => Promise<void>;
}

/** Starts a stand-in for shops of these names and writes their list and tokens. */
export async function collecting(
  names: readonly string[],
  standIn: Parameters<typeof startOpenApi>[0] = {},
): Promise<Collecting> {
  const folder = mkdtempSync(join(tmpdir(), 'collect-'));
  const place = (name: string): string => join(folder, name);
  const api = await startOpenApi({ shops: names.length, ...standIn });
  mkdirSync(place('tokens'));
  for (const [nth, name] of names.entries())
    writeFileSync(place(`tokens/${name}.json`), JSON.stringify(api.tokens(nth)));
  const shops = names.map((name) => ({ name, region: 'US', category: '601450' }));
  writeFileSync(place('shops.json'), JSON.stringify(shops));
  const environment = () => ({ TIKTOK_APP_KEY: api.app.key, TIKTOK_APP_SECRET: api.app.secret });
  const heard: string[] = [];
  const secrets = (): readonly string[] => [api.app.secret, ...api.secrets()];
  const leaksIn = (where: string, text: string): readonly string[] => {
    // Of many secrets and many files few begin alike: what holds no beginning holds no secret.
    const beginnings = new Set(secrets().map((secret) => secret.slice(0, 8)));
    if (![...beginnings].some((beginning) => text.includes(beginning))) return [];
    return secrets()
      .filter((secret) => text.includes(secret))
      .map((secret) => `${where}: ${secret}`);
  };
  const written: Collecting['written'] = () =>
    existsSync(place('out'))
      ? readdirSync(place('out'), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((file) => [file.slice(place('out').length + 1), readFileSync(file, 'utf8')])
      : [];
  return {
    api,
    place,
    written,
    collected: () =>
      written().map(([name, text]) => [
        name,
        createHash('sha256')
          .update(text.replace(/"at":\d+/g, '"at":0'))
          .digest('hex'),
      ]),
    hear: (text) => heard.push(text),
    leaks: () => [
      ...leaksIn('said', heard.join('')),
      ...written().flatMap(([name, text]) => leaksIn(name, `${name}\n${text}`)),
    ],
    options: (...more) => [
      ...['--shops', place('shops.json'), '--tokens', place('tokens'), '--out', place('out')],
      ...['--api', api.address, '--per-second', '500', ...more],
    ],
    environment,
    run: async (args, env = environment()) => {
      let said = '';
      const hear = (text: string): void => {
        said += `${text}\n`;
        heard.push(`${text}\n`);
      };
      const status = await collectCommand(args, env, { say: hear, complain: hear });
      return { status, said };
    },
    linesOf: (shop) =>
      readFileSync(place(`out/${shop}.ndjson`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => v.parse(LineSchema, JSON.parse(line))),
    codesOf: (path) =>
      api
        .asked()
        .filter((one) => path.test(one.path))
        .map(({ code }) => code),
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}
