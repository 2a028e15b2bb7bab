import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChdb } from '../../cli/feed/engines/chdb.ts';
import { openDuckDb } from '../../cli/feed/engines/duckdb.ts';
import type { FeedEngine } from '../../cli/feed/engines/engine.ts';
import { randomOf } from '../../sources/sample/random.ts';
import { liveLine } from '../bench/feed/lives.ts';
import { type Building, type BuiltFiles, openBuilding } from './building.fixture.ts';

const SESSIONS = 100_000;
const DAY = '2026-09-29';
const ways = ['duckdb', 'clickhouse', 'server'] as const;
type Way = (typeof ways)[number];

/** Takes ClickHouse, which `npm run feed:install-clickhouse` installs; run by `npm run test:engines`. */
describe.runIf(process.env.ENGINE_TESTS)('a feed of 100,000 sessions', { timeout: 600_000 }, () => {
  let here: Building;
  let input = '';
  beforeAll(async () => {
    here = openBuilding('engines');
    input = await here.simulate('sessions', 0, SESSIONS);
  }, 120_000);
  afterAll(() => here.close());

  const engineOf = async (way: Way): Promise<string[]> =>
    way === 'server' ? ['--clickhouse', await here.server()] : ['--engine', way];
  /** The same feed in all ways, which must be the same bytes and be told of in the same words. */
  const everyWay = async (name: string, ...args: readonly string[]): Promise<BuiltFiles> => {
    const built = new Map<Way, BuiltFiles>();
    for (const way of ways)
      built.set(way, await here.build(`${name}-${way}`, ...args, ...(await engineOf(way))));
    const first = built.get('duckdb') ?? expect.fail();
    for (const way of ways) expect(built.get(way), way).toEqual(first);
    return first;
  };

  it('is the same bytes by DuckDB, ClickHouse and a server of it, with its rooms', async () => {
    const { status, files, said, problem } = await everyWay(
      'usual',
      input,
      '--all-agreed',
      '--day',
      DAY,
    );
    expect(status, problem).toBe(0);
    expect(said).toContain('100,000 sessions read.');
    const slices = [...files].filter(([name]) => name.startsWith('v2'));
    expect(slices.length).toBeGreaterThan(100);
    const named = slices.filter(([, text]) => text.includes('"clips"'));
    expect(named.length).toBeGreaterThan(100);
  });

  it('leaves out the same small groups, for each of the reasons', async () => {
    const agreed = here.place('agreed.txt');
    const creators = Array.from({ length: 700 }, (_, shop) => `shop.${shop * 3}`);
    writeFileSync(agreed, ['it’s \\ "no shop"', ...creators].join('\n'));
    const least = ['--min-shops', '30', '--min-lives', '500', '--max-share', '0.05'];
    const { said } = await everyWay('small', input, '--agreed', agreed, '--day', DAY, ...least);
    expect(said).toContain('fewer than 30 shops');
    expect(said).toContain('fewer than 500 LIVEs');
    expect(said).toContain('one shop has more than 5%');
    expect(said).toMatch(/slices with [\d,]+ benchmark rooms/);
  });

  it('goes on from a published day alike, also where sessions came late or another engine published', async () => {
    const args = ['--all-agreed', '--days', '1'];
    const moving = here.place('moving');
    cpSync(input, moving, { recursive: true });
    const rounds = [
      { day: '2026-09-28', late: [] },
      { day: '2026-09-29', late: [] },
      // So many LIVEs of one shop, read late, move what was published of its category.
      { day: '2026-09-30', late: Array.from({ length: 400 }, (_, nth) => SESSIONS + nth) },
    ];
    for (const [nth, { day, late }] of rounds.entries()) {
      const lines = late.map((number) => `${liveLine('engines', number)}\n`);
      appendFileSync(join(moving, 'late.ndjson'), lines.join(''));
      // Each engine goes on with what another one built.
      if (nth > 0) swapFeeds();
      const { status, problem, said } = await everyWay('days', moving, ...args, '--day', day);
      expect(status, problem).toBe(0);
      if (late.length > 0) expect(said).toContain('aren’t what they were then');
    }
  });

  /** The feed that DuckDB built goes to ClickHouse, that of ClickHouse to the server, and so on. */
  function swapFeeds(): void {
    const folders = ways.map((way) => here.place(`days-${way}`));
    const kept = folders.map((folder) => `${folder}-before`);
    for (const [nth, folder] of folders.entries())
      cpSync(folder, kept[nth] ?? '', { recursive: true });
    for (const [nth, folder] of folders.entries()) {
      rmSync(folder, { recursive: true });
      cpSync(kept[(nth + 1) % kept.length] ?? '', folder, { recursive: true });
    }
    for (const folder of kept) rmSync(folder, { recursive: true });
  }

  it('is not begun where the server has no such rows, and the server’s own words say why', async () => {
    const rows = ['--parquet', '/nowhere/*.parquet', '--clickhouse', await here.server()];
    const { status, problem } = await here.build('none', ...rows);
    expect(status).toBe(2);
    expect(problem).toMatch(/^Nothing can be built: \/nowhere\/\*\.parquet answers “.+”\n$/);
  });

  it('is built of rows that two builds kept too, without rooms', async () => {
    const whole = await here.build('whole', input, '--day', DAY);
    expect(whole.status, whole.problem).toBe(0);
    const rows = here.place('rows');
    for (const [nth, part] of readdirSync(input).entries()) {
      const kept = ['--to-parquet', join(rows, String(nth)), '--day', DAY];
      const built = await here.build(`kept-${nth}`, join(input, part), ...kept);
      expect(built.status, built.problem).toBe(0);
    }
    const place = `${rows}/*/*.parquet`;
    const { files, said } = await everyWay('rows', '--parquet', place, '--day', DAY);
    expect(files).toEqual(whole.files);
    expect(said).toContain('with 0 benchmark rooms');
  });
});

describe.runIf(process.env.ENGINE_TESTS)('quantiles', { timeout: 120_000 }, () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'quantiles-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true });
  });

  it('are the same bits by both engines, for one figure as for many, whole or not', async () => {
    const random = randomOf('quantiles');
    const file = join(folder(), 'figures.json');
    const figures = Array.from({ length: 400 }, (_, part) =>
      Array.from({ length: part + 1 }, () => {
        const value = part % 2 === 0 ? Math.floor(random() * 400) : random() * 10 ** (part % 9);
        return `${JSON.stringify({ part, value })}\n`;
      }).join(''),
    );
    writeFileSync(file, figures.join(''));
    const duckDb = await openDuckDb(folder());
    const clickHouse = await openChdb(folder());
    const read = async (engine: FeedEngine, table: string) => {
      const shares = [0.1, 0.25, 0.5, 0.75, 0.9];
      const columns = shares.map((share, nth) => `quantiles[${nth + 1}] as "${share}"`).join(', ');
      const groups = `select part, ${engine.dialect.quantiles(shares)} as quantiles from ${table} group by part`;
      return engine.read(`select ${columns} from (${groups}) as groups order by part`);
    };
    const kinds = "{'part': 'integer', 'value': 'double'}";
    const mine = `(select * from read_json('${file}', columns = ${kinds})) as figures`;
    const theirs = `file('${file}', 'JSONEachRow', 'part Int32, value Nullable(Float64)')`;
    const [one, other] = [await read(duckDb, mine), await read(clickHouse, theirs)];
    await Promise.all([duckDb.close(), clickHouse.close()]);
    expect(one).toHaveLength(400);
    expect(other).toEqual(one);
  });
});
