import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMoneyMetric, type metricIds } from '../../../metrics/catalogue.ts';
import type { Figures } from '../../../metrics/figure.ts';
import { parseRoomId } from '../../../metrics/ids.ts';
import { emptySession, mergePart } from '../../../metrics/merge.ts';
import type { Session, SessionPart } from '../../../metrics/session.ts';
import { unixMs } from '../../../metrics/time.ts';
import { randomOf } from '../../sample/random.ts';
import { derive } from '../derive.ts';
import { isRecord } from '../fields.ts';
import { answers, paths, room } from '../fixtures/captured.ts';
import direct from '../fixtures/core-stats-direct.json' with { type: 'json' };
import otherLists from '../fixtures/other-lists.json' with { type: 'json' };
import productsDirect from '../fixtures/product-list-direct.json' with { type: 'json' };
import roomInfo from '../fixtures/room-info.json' with { type: 'json' };
import showList from '../fixtures/show-list.json' with { type: 'json' };
import customers from '../fixtures/user-portrait-customers.json' with { type: 'json' };
import followers from '../fixtures/user-portrait-followers.json' with { type: 'json' };
import { parseJson } from '../json.ts';
import { readObserved } from '../observed.ts';
import { type HeldAnswer, scramble } from './scramble.ts';

const at = unixMs(1_795_000_000_000);
const asked = (id: string) =>
  JSON.stringify({
    request: { room_filter: { room_id: id, creator_id: '7355581262502900000' }, stats_types: [20] },
  });
const held = (path: string, answer: unknown, id: string = room): HeldAnswer => ({
  path,
  request: asked(id),
  body: JSON.stringify(answer),
});

const captured: readonly HeldAnswer[] = [
  ...Object.entries(answers).map(([path, answer]) => held(path, answer)),
  held(paths.userPortrait, customers),
  held(paths.userPortrait, followers),
];
const others: readonly HeldAnswer[] = [
  held(paths.roomInfo, roomInfo, roomInfo.data.room_id),
  held(direct.request.path, direct.answer, '7570000000000000001'),
  held(productsDirect.request.path, productsDirect.answer, '7570000000000000001'),
  held('/api/v1/streamer_desktop/live_session/list', showList.answer),
  ...otherLists.map(({ path, answer }) => held(path.replace('POST ', ''), answer)),
];

/** Both as they are read: the answers, and what a sample of them says. */
function bothRead(of: readonly HeldAnswer[], seed: string) {
  const sample = scramble(of, randomOf(seed));
  const readBack = sample.answers.map(({ request, answer }) =>
    partsOf({
      path: request.path,
      request: JSON.stringify(request.body),
      body: JSON.stringify(answer),
    }),
  );
  return { sample, before: of.map(partsOf), after: readBack };
}

function partsOf({ path, request, body }: HeldAnswer): SessionPart[] {
  const read = readObserved({ url: path, request, status: 200, body, at });
  if (!read.ok) throw new Error(read.fault.code);
  return read.value === undefined ? [] : [read.value.part, ...read.value.others];
}

const merged = (parts: readonly SessionPart[][]): Session => {
  const [first] = parts.flat();
  const id = parseRoomId(first?.room.id ?? '');
  if (id === undefined) throw new Error('no room');
  return derive(parts.flat().reduce(mergePart, emptySession(id)));
};

const numberIn = (figures: Figures, id: (typeof metricIds)[number]): number =>
  isMoneyMetric(id) ? Number(figures[id]?.money.amount) : (figures[id]?.value ?? Number.NaN);

describe('a sample for a problem report', () => {
  it('reads back: every captured answer gives the same fields, and the same gaps', () => {
    const { before, after } = bothRead([...captured, ...others], 'read back');
    expect(before.flat().length).toBeGreaterThan(12);
    expect(after.map((parts) => parts.map(outlineOf))).toEqual(
      before.map((parts) => parts.map(outlineOf)),
    );
  });

  it('keeps what is worked out of other figures', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { after } = bothRead(captured, seed);
      const { figures, timeline } = merged(after);
      const of = (id: (typeof metricIds)[number]) => numberIn(figures, id);
      expect((of('aov') * of('orders')) / of('gmv')).toBeCloseTo(1, 4);
      expect((of('gmvPerHour') * 6280) / 3600 / of('gmv')).toBeCloseTo(1, 4);
      expect(of('liveCtr') * of('views')).toBeCloseTo(Math.round(of('liveCtr') * of('views')), 2);
      expect(of('tapThroughRate')).toBeLessThan(1);
      const gmv = timeline?.series.find(({ metric }) => metric === 'gmv')?.points ?? [];
      expect(gmv.reduce((sum, [, value]) => sum + value, 0) / of('gmv')).toBeCloseTo(1, 4);
    }
  });

  it('holds no figure, name, id or address of the seller', () => {
    const { sample } = bothRead([...captured, ...others], 'nobody');
    const text = JSON.stringify(sample);
    const telling = [...captured, ...others].flatMap(({ body }) => tellingOf(JSON.parse(body)));
    expect(telling.length).toBeGreaterThan(500);
    const isTold = (value: string) => text.includes(/^\d/.test(value) ? value : `"${value}"`);
    expect([...new Set(telling)].filter(isTold)).toEqual([]);
  });

  it('names the same thing alike everywhere, and moves its time with the room’s id', () => {
    const { after } = bothRead([...captured, ...others], 'alike');
    const parts = after.flat();
    expect(new Set(parts.slice(0, captured.length).map((part) => part.room.id)).size).toBe(1);
    const info = parts.find((part) => part.room.title !== undefined)?.room;
    const made = Number(BigInt(info?.id ?? 0) >> 32n);
    expect(Math.abs((info?.startedAt ?? 0) - made)).toBeLessThan(120);
    expect(roomInfo.data.started_at - (info?.startedAt ?? 0)).toBeGreaterThan(60 * 86_400);
  });

  it('writes money in the way it was written', () => {
    const { sample } = bothRead(captured, 'written');
    const text = JSON.stringify(sample);
    expect(text).toMatch(
      /"amount_formatted":"\d{1,3}(\.\d{3})+₫","amount_delimited":"\d{1,3}(\.\d{3})+"/,
    );
    expect(text).toMatch(/"amount_formatted":"\$\d+\.\d\d"/);
  });

  it('keeps nothing that names somebody, wherever an unknown answer holds it', () => {
    const telling = {
      by_creator: { 'rose.shop': { status: 1985100 }, 'anna@x.vn': 3, '76499518_73555812': 1 },
      gmv_local: { amount: '1,985,100', amount_formatted: '₫1,985,100', currency_code: 'VND' },
      nested: { amount: { amount: '527980', currency_code: 'VND' }, currency_code: 'VND' },
      note: { amount: '5', currency_code: 'VND', amount_note: 'Anna Nguyen 5' },
      source: 'https://www.tiktok.com/@rose.shop',
      source_name: 'Anna’s campaign',
      timezone: 'Anna’s kitchen',
      code: '48219901234',
      value: '4232.5',
      avatar: 'https://www.tiktok.com/@anna.nails?https://www.tiktok.com/@rose=1',
      score_id: 0.12345678901234568,
      made_on: '2026-11-29',
      start_date: '20261129',
    };
    const path = '/api/v1/insights/creator/rose.shop/live/detail?who=anna.nails&q{rose.shop}=1';
    const sample = scramble(
      [{ path, body: JSON.stringify({ code: 0, data: telling }) }],
      randomOf('t'),
    );
    const text = JSON.stringify(sample);
    for (const one of ['rose', 'nails', 'anna', 'Anna', 'Nguyen', '1985100', '1,985', '527980']) {
      expect(text).not.toContain(one);
    }
    for (const one of ['76499518', '48219901234', '4232', '2026-11-29', '20261129', '12345678']) {
      expect(text).not.toContain(one);
    }
    expect(text).toMatch(/"made_on":"20\d\d-\d\d-\d\d"/);
  });

  it('keeps the shape of any answer, of a path that nobody reads as well', async () => {
    await fc.assert(
      fc.property(fc.jsonValue(), fc.integer(), (answer, seed) => {
        const path = '/api/v1/insights/workbench/live/detail/diagnosis';
        const body = JSON.stringify({ code: 0, data: answer });
        const sample = scramble([{ path, body }], randomOf(`${seed}`));
        const again = JSON.parse(JSON.stringify(sample.answers[0]?.answer));
        // As readers read it: a bare integer of 16 digits or more is an id, and text.
        const read = parseJson(body);
        expect(formOf(again)).toEqual(formOf(read.ok ? read.value : undefined));
      }),
    );
    const deep = `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const body of ['<html>', deep]) {
      expect(scramble([{ path: paths.coreStats, body }], randomOf('page')).answers).toEqual([]);
    }
  });
});

/** What a part says without its figures: which there are, how many of each, and the gaps. */
function outlineOf(part: SessionPart) {
  return {
    room: Object.keys(part.room).sort(),
    figures: Object.keys(part.figures ?? {}).sort(),
    currency: part.currency,
    market: part.comparisons?.market,
    own: Object.entries(part.comparisons?.own ?? {}).map(([id, own]) => [id, own.past.length]),
    series: part.timeline?.series.map(({ metric, points }) => [metric, points.length]),
    products: part.products?.map((product) => Object.keys(product)),
    sources: part.sources?.map(({ name, details }) => [name, details?.length]),
    audience: part.audience?.map(({ of, by, parts }) => [of, by, parts.length]),
    gaps: part.gaps,
  };
}

/** Values that tell of the seller: words and addresses, ids, and figures of five digits or more. */
function tellingOf(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((inner: unknown) => tellingOf(inner, name));
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, inner]) => tellingOf(inner, key));
  }
  const said = ['cmp', 'duration', 'during_time', 'timezone', 'timezone_offset', 'source_name'];
  const isShare = name === 'value' && Number(value) < 1;
  if (said.includes(name) || isShare || typeof value === 'boolean' || value === null) return [];
  const text = String(value);
  return text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= 5 ||
    /[a-z]{3}.*[a-z ]{4}/i.test(text)
    ? [text].filter((one) => one !== 'success')
    : [];
}

/** The form of a value: keys, lengths of lists, kinds. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(formOf);
  if (isRecord(value)) {
    const forms = Object.entries(value).map(([key, inner]) => [
      /^[a-z][a-z0-9_]{0,40}$/i.test(key) && !/\d{5}|^text\d+$/.test(key) ? key : 'stand-in',
      formOf(inner),
    ]);
    return forms.sort(([one], [other]) => String(one).localeCompare(String(other)));
  }
  return value === null ? 'null' : typeof value;
}
