import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withFiles } from './better-source.ts';
import type { Figures, Origin } from './figure.ts';
import { RoomIdSchema } from './ids.ts';
import { emptySession } from './merge.ts';
import { money } from './money.ts';
import { OPEN_API_PREFIX } from './open-api-origin.ts';
import type { Series, Session } from './session.ts';
import { finalAt, HOUR_MS, seconds, toMs, unixMs, unixSeconds } from './time.ts';

const id = v.parse(RoomIdSchema, '7649951805363391253');
const start = unixSeconds(1_781_143_200);
const end = unixSeconds(start + 7_200);
const final = finalAt(end);
const early = toMs(unixSeconds(start + 3_600));
const usd = (amount: string) => money(amount, 'USD');

const page: Origin = { how: 'fetched', endpoint: 'core/stats', at: early };
const api: Origin = {
  how: 'fetched',
  endpoint: `${OPEN_API_PREFIX}202509/shop_lives/performance`,
  at: final,
};

type Said = { readonly [K in keyof Figures]?: number | string };

/** A session that says so, money as text. */
function said(origin: Origin, figures: Said, series: readonly Series['metric'][] = []): Session {
  const all = Object.entries(figures).map(([name, one]) => [
    name,
    typeof one === 'string' ? { money: usd(one), origin } : { value: one, origin },
  ]);
  return {
    ...emptySession(id),
    room: { id, startedAt: start, endedAt: end, status: 'ended' },
    currency: usd('1').currency,
    figures: Object.fromEntries(all),
    origins: { room: origin, figures: origin },
    ...(series.length === 0
      ? {}
      : {
          timeline: {
            interval: seconds(60),
            series: series.map((metric) => ({ metric, kind: 'amount', points: [[start, 1]] })),
          },
        }),
  };
}

/** The figures as plain values, with the source of each. */
function told({ figures }: Session): Readonly<Record<string, readonly [unknown, string]>> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name,
      [
        'money' in figure ? figure.money.amount : figure.value,
        figure.origin.endpoint.startsWith(OPEN_API_PREFIX) ? 'api' : 'page',
      ],
    ]),
  );
}

const seriesOf = ({ timeline }: Session) => timeline?.series.map(({ metric }) => metric);

describe('a LIVE of the page and of the Open API', () => {
  it('has the better of both figure by figure: what was final in place of what wasn’t, and what one lacks', () => {
    const own = said(page, { gmv: '100', skuOrders: 5, likes: 7 });
    const session = withFiles(id, own, [said(api, { gmv: '120', skuOrders: 6, impressions: 900 })]);
    expect(told(session)).toEqual({
      gmv: ['120', 'api'],
      skuOrders: [6, 'api'],
      likes: [7, 'page'],
      impressions: [900, 'api'],
    });
    const late = { ...page, at: unixMs(final + HOUR_MS) };
    const known = withFiles(id, said(late, { gmv: '121' }), [said(api, { gmv: '120', likes: 8 })]);
    expect(told(known)).toEqual({ gmv: ['121', 'page'], likes: [8, 'api'] });
  });

  it('keeps what counts orders on the orders of its own money', () => {
    const own = said(page, { directGmv: '80', skuOrders: 4, ctorSku: 0.04, views: 90 });
    const other = said(api, { gmv: '120', skuOrders: 6, customers: 5, itemsSold: 9, views: 100 });
    const kept = told(withFiles(id, own, [other]));
    expect(kept).toEqual({
      directGmv: ['80', 'page'],
      skuOrders: [4, 'page'],
      ctorSku: [0.04, 'page'],
      views: [100, 'api'],
    });
    // The other way round direct money stands beside, on orders of its own.
    const attributed = said(page, { gmv: '100', skuOrders: 5 });
    const direct = said(api, { directGmv: '80', skuOrders: 4 });
    expect(told(withFiles(id, attributed, [direct]))).toEqual({
      gmv: ['100', 'page'],
      skuOrders: [5, 'page'],
      directGmv: ['80', 'api'],
    });
  });

  it('takes no orders of which the Open API’s figures don’t tell whose they are', () => {
    const own = said(page, { gmv: '100', skuOrders: 5 });
    const undecided = said(api, { skuOrders: 4, customers: 3, likes: 8 });
    expect(told(withFiles(id, own, [undecided]))).toEqual({
      gmv: ['100', 'page'],
      skuOrders: [5, 'page'],
      likes: [8, 'api'],
    });
  });

  it('is judged on attributed money that an export brought, and takes what was counted with such', () => {
    const own = said(page, { directGmv: '80' });
    const row: Origin = { how: 'file', endpoint: 'export/live-list', at: final };
    const session = withFiles(id, own, [
      said(row, { gmv: '118' }),
      said(api, { gmv: '120', skuOrders: 6 }),
    ]);
    expect(told(session)).toMatchObject({ directGmv: ['80', 'page'], skuOrders: [6, 'api'] });
    expect(session.figures).toHaveProperty('gmv');
  });

  it('is the same whichever file came first', () => {
    const saved = said(page, { directGmv: '80', skuOrders: 4 });
    const collected = said(api, { gmv: '120', skuOrders: 6, views: 100 });
    const one = told(withFiles(id, undefined, [saved, collected]));
    expect(one).toEqual(told(withFiles(id, undefined, [collected, saved])));
    expect(one).toMatchObject({ directGmv: ['80', 'page'], views: [100, 'api'] });
    expect(one).not.toHaveProperty('gmv');
  });

  it('has the series that its own course lacks, but for those of other orders', () => {
    const own = said(page, { directGmv: '80' }, ['directGmv', 'views']);
    const other = said(api, { gmv: '120' }, ['gmv', 'skuOrders', 'views', 'likes']);
    expect(seriesOf(withFiles(id, own, [other]))).toEqual(['directGmv', 'views', 'likes']);
    const same = said(api, { directGmv: '80' }, ['skuOrders', 'views']);
    expect(seriesOf(withFiles(id, own, [same]))).toEqual(['directGmv', 'views', 'skuOrders']);
    expect(withFiles(id, own, [said(api, { directGmv: '80' }, ['views'])]).timeline).toBe(
      own.timeline,
    );
  });
});
