import { afterEach, describe, expect, it } from 'vitest';
import { type Collecting, collecting } from './collecting.fixture.ts';

let here: Collecting;
const begin = async (...given: Parameters<typeof collecting>): Promise<Collecting> => {
  here = await collecting(...given);
  return here;
};
afterEach(async () => {
  const leaks = here.leaks();
  await here.close();
  expect(leaks).toEqual([]);
}, 60_000);

const isLong = process.env.LONG_TESTS !== undefined;
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `shop-${i}`);
const byCipher = () => {
  const { api } = here;
  const asked = api.asked().map(({ cipher }) => cipher);
  return (shop: number) => {
    const { cipher } = api.tokens(shop);
    return { first: asked.indexOf(cipher), last: asked.lastIndexOf(cipher) };
  };
};

describe('npm run collect of many shops', { timeout: 900_000 }, () => {
  it('collects several side by side, none asked closer to another than the app’s pace', async () => {
    const { api, run, options } = await begin(names(3));
    const args = options('--days', '3', '--at-once', '3', '--per-second', '40');
    const { status, said } = await run(args);
    expect(status, said).toBe(0);
    const shop = byCipher();
    for (const nth of [0, 1, 2]) expect(shop(nth).first).toBeLessThan(shop(0).last);
    const times = api.asked().map(({ at }) => at);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    // A question may come a little late, and the next on time: over all of them the pace holds.
    expect((times.length - 1) / seconds).toBeLessThan(44);
  });

  it('has one shop’s limit hold all shops back, for it is the app’s', async () => {
    const { api, run, options } = await begin(names(3));
    const tooMany = { status: 429, code: 36009002, message: 'too many', retryAfter: 1 };
    api.refuse(/performance_per_minutes$/, [tooMany]);
    const { status, said } = await run(
      options('--days', '5', '--at-once', '3', '--per-second', '20'),
    );
    expect(status, said).toBe(0);
    const asked = api.asked();
    const refused = asked.findIndex(({ code }) => code === tooMany.code);
    const told = asked[refused]?.at ?? 0;
    // One or two were on their way already.
    const during = asked.slice(refused + 1).filter(({ at }) => at < told + 950);
    expect(during.length).toBeLessThanOrEqual(2);
    const shop = byCipher();
    for (const nth of [0, 1, 2]) expect(shop(nth).last).toBeGreaterThan(refused);
  });

  it('finds the pace of an app that may ask less often than it does, and gets all', async () => {
    const { api, run, options } = await begin(names(2), { perSecond: 15 });
    const { status, said } = await run(
      options('--days', '4', '--at-once', '2', '--per-second', '40'),
    );
    expect(status, said).toBe(0);
    expect(said.match(/a part that was refused: 0\./g)).toHaveLength(2);
    const codes = api.asked().map(({ code }) => code);
    const tooMany = codes.filter((code) => code === 36009002).length;
    expect(tooMany).toBeGreaterThan(0);
    expect(tooMany).toBeLessThan(codes.length / 4);
  });

  it('asks no more than it may, and is done after a few runs, with the files of one', async () => {
    const moment = Date.now();
    const { api, run, options } = await begin(names(2), { moment });
    const args = options('--days', '6', '--at-once', '2');
    let runs = 0;
    for (let status = 1; status !== 0 && runs < 40; runs++) {
      const before = api.asked().length;
      const came = await run([...args, '--questions', '12']);
      status = came.status;
      expect(api.asked().length - before).toBeLessThanOrEqual(12);
      if (status !== 0) expect(came.said).toContain('this run has asked as often as it may');
    }
    expect(runs).toBeGreaterThan(2);
    expect(runs).toBeLessThan(40);
    const whole = await collecting(names(2), { moment });
    expect((await whole.run(whole.options('--days', '6'))).status).toBe(0);
    const atOnce = whole.collected();
    await whole.close();
    expect(here.collected()).toEqual(atOnce);
  });

  it.runIf(isLong)(
    'collects fifty shops of sixty LIVEs, and asks for none of the final ones again',
    async () => {
      const { run, options, linesOf, api } = await begin(names(50));
      const args = options('--at-once', '8', '--per-second', '1000');
      const began = performance.now();
      const { status, said } = await run(args);
      const took = (performance.now() - began) / 1000;
      expect(status, said).toBe(0);
      const lives = names(50).flatMap((name) => linesOf(name));
      expect(lives).toHaveLength(50 * 60);
      expect(new Set(lives.map(({ session }) => session.room.id)).size).toBe(50 * 60);
      const first = api.asked().length;
      expect((await run(args)).status).toBe(0);
      const second = api.asked().length - first;
      expect(second).toBeLessThan(first / 10);
      console.log(
        `50 shops of 60 LIVEs: ${first} questions in ${took.toFixed(1)} s; again: ${second}`,
      );
    },
  );
});
