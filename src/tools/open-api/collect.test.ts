import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCommand } from '../../cli/collect/command.ts';
import { type OpenApiStandIn, startOpenApi } from '../../demo/open-api/server.ts';
import { OfficialFigureSchema } from '../../sources/open-api/official-figure.ts';
import { SessionFileSchema } from '../../sources/session-file.ts';

const root = resolve(import.meta.dirname, '../../..');
const LineSchema = v.object({
  ...SessionFileSchema.entries,
  official: v.array(OfficialFigureSchema),
});

let folder = '';
let api: OpenApiStandIn;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'collect-'));
  api = await startOpenApi();
  mkdirSync(join(folder, 'tokens'));
  writeTokens('north');
  writeShops('north');
});
afterEach(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const place = (name: string): string => join(folder, name);
const writeTokens = (shop: string): void =>
  writeFileSync(place(`tokens/${shop}.json`), JSON.stringify(api.tokens()));
const writeShops = (...names: string[]): void =>
  writeFileSync(
    place('shops.json'),
    JSON.stringify(names.map((name) => ({ name, region: 'US', category: '601450' }))),
  );
const options = (days = '180'): string[] => [
  ...['--shops', place('shops.json'), '--tokens', place('tokens'), '--out', place('out')],
  ...['--api', api.address, '--per-second', '100', '--days', days],
];
const environment = () => ({ TIKTOK_APP_KEY: api.app.key, TIKTOK_APP_SECRET: api.app.secret });

async function run(args: readonly string[], env = environment()) {
  let said = '';
  const hear = (text: string): void => {
    said += `${text}\n`;
  };
  const status = await collectCommand(args, env, { say: hear, complain: hear });
  return { status, said };
}

const linesOf = (shop: string) =>
  readFileSync(place(`out/${shop}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(LineSchema, JSON.parse(line)));

const pathsAsked = (pattern: RegExp) => api.asked().filter(({ path }) => pattern.test(path));

describe('npm run collect', { timeout: 60_000 }, () => {
  it('writes a session file whose figures say basis and version, and asks no final LIVE again', async () => {
    const { status, said } = await run(options());
    expect(status, said).toBe(0);
    const lines = linesOf('north');
    expect(lines).toHaveLength(60);
    const [oldest] = lines;
    expect(oldest).toMatchObject({
      shop: 'north',
      category: '601450',
      session: { simulated: true, room: { status: 'ended', region: 'US' }, currency: 'USD' },
    });
    // The stand-in’s products are direct, eleven twelfths of the list’s GMV: that is attributed.
    const { figures = {}, timeline, products } = oldest?.session ?? {};
    expect(Object.keys(figures)).toEqual(
      expect.arrayContaining(['gmv', 'impressions', 'orders', 'skuOrders', 'liveCtr', 'ctorSku']),
    );
    expect(figures).not.toHaveProperty('directGmv');
    expect(figures.impressions?.origin.endpoint).toBe(
      'open-api/202510/shop_lives/performance_per_minutes',
    );
    expect(timeline?.series.map(({ metric }) => metric)).toContain('gmv');
    expect(products?.every(({ clicks, directGmv }) => clicks !== undefined && directGmv)).toBe(
      true,
    );
    const official = (field: string) => oldest?.official.find((one) => one.field.endsWith(field));
    expect(official('.gmv')).toMatchObject({
      basis: 'attributed',
      version: '202509',
      metric: 'gmv',
    });
    expect(official('24h_live_gmv')).toMatchObject({ basis: '24-hour', notTaken: 'no-metric' });
    expect(official('click_through_rate')).toMatchObject({ basis: 'productClicks/views' });
    expect(official('click_to_order_rate')).toMatchObject({ basis: 'skuOrders/productClicks' });
    expect(lines.at(-1)?.session.room.status).toBe('live');

    const before = pathsAsked(/per_minutes/).length;
    expect((await run(options())).status).toBe(0);
    const again = new Set(
      pathsAsked(/per_minutes/)
        .slice(before)
        .map(({ path }) => path),
    );
    expect(again.size).toBeLessThan(5);
    expect(linesOf('north')).toHaveLength(60);
  });

  it('rests when it asked too often, tries again where that helps, and counts what stays refused', async () => {
    const refused = { status: 500, code: 98001001, message: 'internal' };
    api.refuse(/shop_lives\/performance$/, [
      { status: 429, code: 36009002, message: 'too many', retryAfter: 0 },
      { status: 200, code: 36009003, message: 'internal' },
    ]);
    api.refuse(/per_minutes$/, [refused, refused, refused, refused]);
    const { status, said } = await run(options('10'));
    expect(status, said).toBe(0);
    expect(said).toContain('with a part that was refused: 1.');
    expect(pathsAsked(/shop_lives\/performance$/).map(({ code }) => code)).toEqual([
      36009002, 36009003, 0,
    ]);
    const next = await run(options('10'));
    expect(next.said).toContain('with a part that was refused: 0.');
  });

  it('refreshes a token that ran out once, keeps it for its owner alone, and tells no secret', async () => {
    const old = api.tokens();
    api.expire();
    writeShops('gone', 'north', 'stale');
    writeFileSync(
      place('tokens/stale.json'),
      JSON.stringify({ ...old, accessToken: 'standin-other' }),
    );
    const { status, said } = await run(options('10'));
    expect(status).toBe(1);
    expect(said).toContain('gone: it has no tokens');
    expect(said).toContain('stale: its token has run out');
    expect(linesOf('north').length).toBeGreaterThan(1);
    const kept = place('tokens/north.json');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(api.tokens());
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const secrets = [api.app.secret, ...[old, api.tokens()].flatMap((all) => Object.values(all))];
    const written = readdirSync(place('out'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /json$/.test(name))
      .map((name) => readFileSync(place(`out/${name}`), 'utf8'));
    expect(written.length).toBeGreaterThan(2);
    for (const text of [said, ...written])
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('goes on where it was killed, and leaves the same files', async () => {
    expect((await run(options('10'))).status).toBe(0);
    const files = () =>
      readdirSync(place('out'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /json$/.test(name))
        .sort()
        .map((name) => [name, readFileSync(place(`out/${name}`), 'utf8')] as const);
    const shape = () => files().map(([name, text]) => [name, text.match(/"id":"\d{19}"/g)]);
    const whole = shape();
    rmSync(place('out'), { recursive: true });
    for (const after of [1, 4, 9]) {
      const from = api.asked().length;
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'src/cli/collect/collect.ts', ...options('10')],
        { cwd: root, env: { ...process.env, ...environment() }, stdio: 'ignore' },
      );
      const ended = new Promise((done) => child.once('exit', done));
      await expect
        .poll(() => api.asked().length - from, { timeout: 20_000, interval: 2 })
        .toBeGreaterThanOrEqual(after);
      child.kill('SIGKILL');
      await ended;
    }
    expect((await run(options('10'))).status).toBe(0);
    expect(shape()).toEqual(whole);
  });

  it('says what it would ask without asking, and refuses what it may not do', async () => {
    const dry = await run([...options(), '--dry-run']);
    expect(dry).toMatchObject({ status: 0 });
    expect(dry.said).toMatch(/^north: the list of LIVEs from \d{4}-\d\d-\d\d to before/);
    expect(api.asked()).toEqual([]);
    const abroad = options().map((one) => (one === api.address ? 'https://example.com' : one));
    expect((await run(abroad)).said).toContain('--api can’t have that value');
    const wrong = await run(options(), { ...environment(), TIKTOK_APP_SECRET: 'other' });
    expect(wrong.status).toBe(1);
    expect(wrong.said).toContain('the app’s secret is another (code 106001)');
    writeFileSync(place('shops.json'), '[{"name":"north","accessToken":"x"}]');
    expect((await run(options())).status).toBe(2);
    const help = (await run(['--help'])).said;
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
