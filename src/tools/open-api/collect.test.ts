import { readFileSync, statSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { collectCommand } from '../../cli/collect/command.ts';
import {
  type OfficialFigure,
  OfficialFigureSchema,
} from '../../sources/open-api/official-figure.ts';
import { type Collecting, collecting } from './collecting.fixture.ts';

const DaysSchema = v.strictObject({
  shop: v.string(),
  region: v.string(),
  simulated: v.boolean(),
  at: v.number(),
  days: v.array(
    v.strictObject({ from: v.string(), to: v.string(), official: v.array(OfficialFigureSchema) }),
  ),
});

let here: Collecting;
const begin = async (...given: Parameters<typeof collecting>): Promise<Collecting> => {
  here = await collecting(...given);
  return here;
};
afterEach(async () => {
  const leaks = here.leaks();
  await here.close();
  expect(leaks).toEqual([]);
});

describe('npm run collect', { timeout: 60_000 }, () => {
  it('writes a session file whose figures say basis and version, and asks no final LIVE again', async () => {
    const { run, options, linesOf, api } = await begin(['north']);
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

    const minutesAsked = () => api.asked().filter(({ path }) => /per_minutes/.test(path));
    const before = minutesAsked().length;
    expect((await run(options())).status).toBe(0);
    const again = new Set(
      minutesAsked()
        .slice(before)
        .map(({ path }) => path),
    );
    expect(again.size).toBeLessThan(5);
    expect(linesOf('north')).toHaveLength(60);
  });

  it('writes what a shop’s LIVEs came to day by day, its GMV on the basis that the list’s has', async () => {
    const { run, options, place, linesOf } = await begin(['north']);
    expect((await run(options())).status).toBe(0);
    const { days, ...about } = v.parse(
      DaysSchema,
      JSON.parse(readFileSync(place('out/north.days.json'), 'utf8')),
    );
    expect(about).toEqual({ shop: 'north', region: 'US', simulated: true, at: expect.any(Number) });
    const amount = (figures: readonly OfficialFigure[]): number =>
      Number(figures.find(({ field }) => /(^|\.)gmv$/.test(field))?.money?.amount);
    const sum = (all: readonly number[]): number => all.reduce((so, one) => so + one, 0);
    const ofDays = sum(days.map(({ official }) => amount(official)));
    expect(ofDays).toBeCloseTo(sum(linesOf('north').map(({ official }) => amount(official))), 0);
    const [first] = days;
    const official = (field: string) => first?.official.find((one) => one.field === field);
    expect(official('gmv')).toMatchObject({
      endpoint: 'shop_lives/overview_performance',
      version: '202509',
      basis: 'attributed',
    });
    expect(official('sku_orders')).toMatchObject({ basis: 'SKU orders' });
    // No counts stand beside the rates of a day: nothing tells of what they are shares.
    expect(official('click_through_rate')).toMatchObject({ notTaken: 'undecided' });
  });

  it('has of a creator’s LIVE what a shop is told of it, and asks for no minutes that it can’t have', async () => {
    const { api, run, options, linesOf } = await begin(['north'], { creatorsOneIn: 3 });
    const { status, said } = await run(options());
    expect(status, said).toBe(0);
    expect(said).toContain('with a part that was refused: 0.');
    const lines = linesOf('north');
    const creators = lines.filter(({ session }) => BigInt(session.room.id) % 3n === 0n);
    expect(creators.length).toBeGreaterThan(5);
    for (const { session } of creators) {
      expect(session.figures).toHaveProperty('skuOrders');
      expect(session.figures).not.toHaveProperty('views');
      expect(session).not.toHaveProperty('timeline');
    }
    expect(lines.filter(({ session }) => session.figures?.views).length).toBeGreaterThan(20);
    const asked = api.asked().length;
    expect((await run(options())).said).toMatch(/asked for now: [1-4],/);
    expect(api.asked().length - asked).toBeLessThan(20);
  });

  it('rests when it asked too often, tries again where that helps, and counts what stays refused', async () => {
    const { run, options, codesOf, api } = await begin(['north']);
    const refused = { status: 500, code: 98001001, message: 'internal' };
    api.refuse(/shop_lives\/performance$/, [
      { status: 429, code: 36009002, message: 'too many', retryAfter: 0 },
      { status: 200, code: 36009003, message: 'internal' },
    ]);
    api.refuse(/per_minutes$/, [refused, refused, refused, refused]);
    const { status, said } = await run(options('--days', '10'));
    expect(status, said).toBe(0);
    expect(said).toContain('with a part that was refused: 1.');
    expect(codesOf(/shop_lives\/performance$/)).toEqual([36009002, 36009003, 0]);
    const next = await run(options('--days', '10'));
    expect(next.said).toContain('with a part that was refused: 0.');
  });

  it('refreshes a token that ran out once, keeps it for its owner alone, and tells no secret', async () => {
    const { run, options, place, api, linesOf } = await begin(['north', 'stale', 'gone']);
    const old = [api.tokens(0), api.tokens(1)];
    api.expire(0);
    writeFileSync(
      place('tokens/stale.json'),
      JSON.stringify({ ...old[1], accessToken: 'standin-other', refreshToken: 'standin-older' }),
    );
    writeFileSync(place('tokens/gone.json'), '{}');
    const { status, said } = await run(options('--days', '10'));
    expect(status).toBe(1);
    expect(said).toContain('gone: it has no tokens');
    expect(said).toContain('stale: its token has run out');
    expect(linesOf('north').length).toBeGreaterThan(1);
    const kept = place('tokens/north.json');
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(api.tokens());
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    // What was said and written is looked through after each test.
    expect(here.written().length).toBeGreaterThan(2);
  });

  it('says what it would ask without asking, and refuses what it may not do', async () => {
    const { run, options, place, api, environment } = await begin(['north']);
    const dry = await run(options('--dry-run'));
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

  it('takes the app of the environment, else that of the key store, where it is put once', async () => {
    const { api, options, environment, hear } = await begin(['north']);
    const kept: string[] = [];
    const keyStore = {
      read: async () => kept.at(-1) ?? null,
      write: async (text: string) => void kept.push(text),
    };
    const shut = async () => {
      throw new Error(`locked: ${api.app.secret}`);
    };
    const collect = async (args: string[], env: Record<string, string>, store = keyStore) => {
      let said = '';
      const say = (text: string) => {
        said += text;
      };
      const output = { say, complain: say };
      const status = await collectCommand(args, env, output, { keyStore: store });
      hear(said);
      return { status, said };
    };
    expect(await collect(options('--days', '2'), {})).toMatchObject({ status: 2 });
    expect(await collect(['--keep-app'], {})).toMatchObject({ status: 2 });
    const locked = await collect(['--keep-app'], environment(), { read: shut, write: shut });
    expect(locked.said).toContain('The system’s key store can’t be reached.');
    expect(await collect(['--keep-app'], environment())).toMatchObject({ status: 0 });
    expect(kept).toEqual([JSON.stringify(api.app)]);
    expect(await collect(options('--days', '2'), {})).toMatchObject({ status: 0 });
    const other = { TIKTOK_APP_KEY: api.app.key, TIKTOK_APP_SECRET: 'other' };
    expect((await collect(options('--days', '2'), other)).said).toContain('code 106001');
    const shutStore = { read: shut, write: shut };
    expect(await collect(options('--days', '2'), environment(), shutStore)).toMatchObject({
      status: 0,
    });
  });
});
