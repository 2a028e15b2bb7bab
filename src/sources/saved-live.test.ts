import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomIdSchema } from '../metrics/ids.ts';
import { emptySession } from '../metrics/merge.ts';
import { OPEN_API_PREFIX } from '../metrics/open-api-origin.ts';
import { unixMs } from '../metrics/time.ts';
import { readGivenFile } from './saved-live.ts';

const at = unixMs(Date.UTC(2026, 10, 20));
const about = { owner: 'shop', at };
const endpoint = `${OPEN_API_PREFIX}202509/shop_lives/performance`;
const origin = { how: 'fetched', endpoint, at } as const;

/** A line as `npm run collect` writes it. */
const line = (nth: number): string => {
  const id = v.parse(RoomIdSchema, `76499518053633${String(10_000 + nth)}`);
  const session = {
    ...emptySession(id),
    figures: { views: { value: nth, origin } },
    origins: { room: origin, figures: origin },
  };
  return JSON.stringify({ session, shop: 'north', category: '601450', official: [] });
};
const read = (text: string, hear?: (share: number) => void) =>
  readGivenFile(new TextEncoder().encode(text), about, hear);

describe('a file of one LIVE a line', () => {
  it('gives each of them, and tells how far it is', async () => {
    const shares: number[] = [];
    const text = Array.from({ length: 60 }, (_, nth) => `${line(nth + 1)}\n`).join('');
    const answer = await read(text, (share) => shares.push(share));
    expect(answer).toMatchObject({ ok: true, layout: 'open-api' });
    const views = answer.ok
      ? answer.rows.map((one) => 'session' in one && one.session.figures.views?.value)
      : [];
    expect(views).toEqual(Array.from({ length: 60 }, (_, nth) => nth + 1));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(await read(`${line(7)}\n`)).toMatchObject({ ok: true, rows: [{ row: 1 }] });
  });

  it('leaves out lines that can’t be read, by their numbers', async () => {
    const answer = await read(`${line(1)}\r\n\n{"session":{}}\n{"sess\n${line(2)}`);
    expect(answer.ok ? answer.rows : []).toMatchObject([
      { row: 1, session: {} },
      { row: 3, problem: { key: 'export_json_field' } },
      { row: 4, problem: { key: 'export_json_broken' } },
      { row: 5, session: {} },
    ]);
  });

  it('isn’t taken for one where a saved LIVE broke off, or other JSON is told line by line', async () => {
    const broken = { ok: false, problem: { key: 'export_json_broken' } };
    expect(await read(line(1).slice(0, -5))).toEqual(broken);
    expect(await read('{\n  "session": {')).toEqual(broken);
    expect(await read('{"a":1}\n{"a":2}\n')).toEqual(broken);
  });
});
