// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { createWays } from './next-way.ts';
import type { PlayTrouble } from './trouble.ts';
import type { Attaching, DeckPorts } from './way.ts';

const FIRST = 'https://tiktok.example/first.m3u8';
const SECOND = 'https://tiktok.example/second.m3u8';

/** Two ways of playing that do what the test says. */
function scene({
  renewal,
  received = 0,
}: {
  renewal?: Result<string | undefined>;
  received?: number;
} = {}) {
  const attached: (Attaching & { readonly way: string })[] = [];
  const seen = { detached: 0, asked: 0, ends: [] as PlayTrouble[] };
  const way = (name: string) => (attaching: Attaching) => {
    attached.push({ ...attaching, way: name });
    return {
      received: () => received,
      detach: () => {
        seen.detached += 1;
      },
    };
  };
  const renew = async () => {
    seen.asked += 1;
    return renewal ?? ok(undefined);
  };
  const ports: DeckPorts = {
    ...(renewal === undefined ? {} : { renew }),
    explain: async (why) => why,
  };
  const video = document.createElement('video');
  const ways = createWays({
    url: FIRST,
    ports,
    video: () => video,
    waysOf: () => [way('hls.js'), way('own')],
    begin: () => undefined,
    learn: () => undefined,
    end: (why) => seen.ends.push(why),
  });
  ways.start();
  return {
    ways,
    seen,
    tried: () => attached.map(({ way, url }) => `${way} ${url === FIRST ? 'first' : 'second'}`),
    fail: async (why: PlayTrouble) => {
      attached.at(-1)?.fail(why);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    attached,
  };
}

describe('the ways of playing a recording', () => {
  it('are tried one after the other; in the end the trouble is told that says most', async () => {
    const { fail, tried, seen } = scene();
    await fail({ kind: 'unreached', hosts: ['tiktok.example'] });
    await fail({ kind: 'unplayable' });
    expect(tried()).toEqual(['hls.js first', 'own first']);
    expect(seen).toEqual({
      detached: 2,
      asked: 0,
      ends: [{ kind: 'unreached', hosts: ['tiktok.example'] }],
    });
  });

  it('begin anew at a newer address where the old one is refused, which is asked for once', async () => {
    const { fail, tried, seen } = scene({ renewal: ok(SECOND) });
    await fail({ kind: 'run-out' });
    await fail({ kind: 'run-out' });
    await fail({ kind: 'unplayable' });
    expect(tried()).toEqual(['hls.js first', 'hls.js second', 'own second']);
    expect(seen).toMatchObject({ asked: 1, ends: [{ kind: 'run-out' }] });
  });

  it('go on where the address is still the same, and end with why no other could be asked for', async () => {
    const same = scene({ renewal: ok(FIRST) });
    await same.fail({ kind: 'run-out' });
    expect(same.tried()).toEqual(['hls.js first', 'own first']);

    const refused = scene({ renewal: failed(fault('signed-out')) });
    await refused.fail({ kind: 'run-out' });
    await refused.fail({ kind: 'unplayable' });
    expect(refused.seen.ends).toMatchObject([{ kind: 'run-out', refusal: { code: 'signed-out' } }]);
  });

  it('end at once where a host that served one of them refuses it, and the newer address too', async () => {
    const { fail, tried, seen } = scene({ renewal: ok(SECOND), received: 1_000 });
    await fail({ kind: 'run-out' });
    await fail({ kind: 'run-out' });
    expect(tried()).toEqual(['hls.js first', 'hls.js second']);
    expect(seen.ends).toEqual([{ kind: 'run-out' }]);
  });

  it('ask for no other address of what is locked or on a host that can’t be read', async () => {
    for (const why of [
      { kind: 'encrypted' },
      { kind: 'unreached', hosts: ['tiktok.example'] },
    ] as const) {
      const { fail, seen } = scene({ renewal: ok(SECOND) });
      await fail(why);
      await fail({ kind: 'unplayable' });
      expect(seen).toMatchObject({ asked: 0, ends: [why] });
    }
  });

  it('are all open again once one has played for a while, and seeking is not playing', async () => {
    const { ways, fail, tried } = scene();
    await fail({ kind: 'stalled' });
    ways.played(0.5);
    ways.played(600);
    await fail({ kind: 'stalled' });
    expect(tried()).toEqual(['hls.js first', 'own first']);

    const other = scene();
    await other.fail({ kind: 'stalled' });
    for (let at = 0; at < 11; at += 0.25) other.ways.played(at);
    await other.fail({ kind: 'stalled' });
    expect(other.tried()).toEqual(['hls.js first', 'own first', 'hls.js first']);
  });

  it('don’t hear what an earlier one says', async () => {
    const { attached, fail, tried, seen } = scene();
    await fail({ kind: 'stalled' });
    attached[0]?.fail({ kind: 'encrypted' });
    expect(tried()).toHaveLength(2);
    expect(seen.ends).toEqual([]);
  });
});
