import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS } from '../../metrics/time.ts';
import { type Collecting, collecting } from './collecting.fixture.ts';

let here: Collecting;
const begin = async (...given: Parameters<typeof collecting>): Promise<Collecting> => {
  here = await collecting(...given);
  return here;
};
beforeEach(() => {
  // A day on which the sample shop’s last LIVEs have ended and their figures still move.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 20, 20) });
});
afterEach(async () => {
  vi.useRealTimers();
  const leaks = here.leaks();
  await here.close();
  expect(leaks).toEqual([]);
});

const parameter = { status: 400, code: 36009004, message: 'Unexpected Identifier' };
const scope = { status: 403, code: 105005, message: 'scope' };
const expired = { status: 401, code: 105002, message: 'expired' };
const tooMany = { status: 429, code: 36009002, message: 'too many', retryAfter: 0 };
const trouble = { status: 500, code: 36009003, message: 'internal' };
const LIST = /shop_lives\/performance$/;
const OVERVIEW = /overview_performance$/;
const MINUTES = /performance_per_minutes$/;
const PRODUCTS = /products_performance$/;
const REFRESH = /token\/refresh$/;

describe('npm run collect that is refused', { timeout: 60_000 }, () => {
  it('asks again for minutes that were read while they moved and refused once they were final', async () => {
    const { api, run, options } = await begin(['north']);
    const args = options('--days', '5');
    expect((await run(args)).status).toBe(0);
    const moving = new Set(
      api
        .asked()
        .filter(({ path }) => MINUTES.test(path))
        .map(({ path }) => path),
    );
    vi.setSystemTime(Date.now() + 3 * DAY_MS);
    const takeBack = api.refuse(
      MINUTES,
      [...moving].map(() => parameter),
    );
    const refused = await run(args);
    const count = Number(/a part that was refused: (\d+)/.exec(refused.said)?.[1]);
    expect(count).toBeGreaterThan(0);
    takeBack();
    const asks = async (): Promise<readonly string[]> => {
      const before = api.asked().length;
      expect((await run(args)).said).toContain('refused: 0.');
      return api
        .asked()
        .slice(before)
        .map(({ path }) => path)
        .filter((path) => !LIST.test(path) && !OVERVIEW.test(path));
    };
    const again = await asks();
    expect(new Set(again).size).toBe(count);
    expect(again.every((path) => MINUTES.test(path))).toBe(true);
    expect(await asks()).toEqual([]);
  });

  it('ends the shop whose scope is refused halfway, keeps what came, and goes on with the others', async () => {
    const { api, run, options, linesOf } = await begin(['north', 'south']);
    api.refuse(PRODUCTS, [scope]);
    const { status, said } = await run(options('--days', '10', '--at-once', '1'));
    expect(status).toBe(1);
    expect(said).toContain('north: the app may not read the shop’s LIVEs (code 105005).');
    expect(said).toMatch(/^south: LIVEs: \d+/m);
    expect(linesOf('north').length).toBeGreaterThan(0);
    const [refused, other] = [api.tokens(0).cipher, api.tokens(1).cipher];
    const asked = api.asked().map(({ cipher }) => cipher);
    expect(asked.lastIndexOf(refused)).toBeLessThan(asked.indexOf(other));
    expect(api.asked()[asked.lastIndexOf(refused)]?.code).toBe(105005);
  });

  it('refreshes as often as a token runs out, and leaves each question all of its tries', async () => {
    const { api, run, options, place } = await begin(['north']);
    api.refuse(LIST, [expired, trouble, trouble, trouble]);
    api.refuse(PRODUCTS, [expired]);
    api.refuse(MINUTES, [expired]);
    api.refuse(OVERVIEW, [parameter]);
    const { status, said } = await run(options('--days', '5'));
    expect(status, said).toBe(0);
    expect(here.codesOf(REFRESH)).toEqual([0, 0, 0]);
    expect(said).toContain('north: what its LIVEs came to day by day was refused (code 36009004)');
    expect(JSON.parse(readFileSync(place('tokens/north.json'), 'utf8'))).toEqual(api.tokens());
  });

  it('takes a token that is refused right after it was refreshed for one that is worth nothing', async () => {
    const { api, run, options } = await begin(['north']);
    api.refuse(LIST, [expired, expired]);
    const { status, said } = await run(options('--days', '5'));
    expect(status).toBe(1);
    expect(said).toContain('the shop has to agree anew (code 105002)');
    expect(here.codesOf(REFRESH)).toEqual([0]);
  });

  it('doesn’t give a shop up because no fresh token could be got just now', async () => {
    const { api, run, options } = await begin(['north']);
    api.expire();
    api.refuse(REFRESH, [tooMany, tooMany, tooMany, tooMany]);
    const { status, said } = await run(options('--days', '5'));
    expect(status).toBe(1);
    expect(said).toContain('north: TikTok was asked too often; try again later');
    const next = await run(options('--days', '5'));
    expect(next.status, next.said).toBe(0);
  });

  it('ends a run that is told to rest for an hour instead of waiting', async () => {
    const { api, run, options } = await begin(['north', 'south']);
    api.refuse(LIST, [{ ...tooMany, retryAfter: 3600 }]);
    const began = performance.now();
    const { status, said } = await run(options('--days', '5', '--at-once', '1'));
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(status).toBe(1);
    expect(said.match(/TikTok was asked too often/g)).toHaveLength(2);
    expect(api.asked()).toHaveLength(1);
  });

  it('reads a list that moves between its pages again, and has each LIVE of it once', async () => {
    const { run, options, linesOf, codesOf } = await begin(['north'], {
      mostRows: 20,
      restless: true,
    });
    const { status, said } = await run(options());
    expect(status, said).toBe(0);
    expect(said).toContain('north: LIVEs: 60, asked for now: 60,');
    expect(new Set(linesOf('north').map(({ session }) => session.room.id)).size).toBe(60);
    expect(codesOf(LIST)).toHaveLength(6);
  });

  it('lets no second run on the same tokens or the same out folder, and asks nothing for it', async () => {
    const { api, run, options, place } = await begin(['north']);
    const resume = api.holdBack(LIST);
    const first = run(options('--days', '5'));
    await expect.poll(() => api.asked().length).toBe(1);
    const second = await run(options('--days', '5'));
    expect(second).toMatchObject({ status: 1 });
    expect(second.said).toContain(`Another run is at work in ${place('tokens')}.`);
    const elsewhere = options('--days', '5').map((one) =>
      one === place('tokens') ? place('t2') : one,
    );
    expect((await run(elsewhere)).said).toContain(`Another run is at work in ${place('out')}`);
    expect(api.asked()).toHaveLength(1);
    resume();
    expect((await first).status).toBe(0);
    expect((await run(options('--days', '5'))).status).toBe(0);
  });

  it('says which shop’s files can’t be written, and goes on with the others', async () => {
    const { run, options, place, linesOf } = await begin(['north', 'south']);
    mkdirSync(place('out/.collect'), { recursive: true });
    writeFileSync(place('out/.collect/north'), 'a file, no folder');
    const { status, said } = await run(options('--days', '5'));
    expect(status).toBe(1);
    expect(said).toContain('north: its files can’t be written.');
    expect(linesOf('south').length).toBeGreaterThan(0);
  });

  // It rests between its tries, ten seconds in all.
  it.runIf(process.env.LONG_TESTS)(
    'asks once a LIVE for what the server has trouble with in all of them, and has the rest',
    async () => {
      const { api, run, options, linesOf } = await begin(['north']);
      api.refuse(MINUTES, Array(500).fill({ ...trouble, code: 98001001 }));
      const { status, said } = await run(options('--days', '14'));
      expect(status, said).toBe(0);
      const ended = linesOf('north').filter(({ session }) => session.room.status === 'ended');
      expect(ended.length).toBeGreaterThan(6);
      expect(ended.every(({ session }) => session.products && !session.timeline)).toBe(true);
      expect(said).toContain(`with a part that was refused: ${ended.length}.`);
      expect(here.codesOf(MINUTES)).toHaveLength(3 * 4 + (ended.length - 3));
    },
  );
});
