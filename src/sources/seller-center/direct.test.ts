import { describe, expect, it } from 'vitest';
import { numberOf } from '../../metrics/figure.ts';
import { emptySession, mergePart } from '../../metrics/merge.ts';
import { topProductOf } from '../../metrics/top-product.ts';
import { derive } from './derive.ts';
import { at } from './fixtures/captured.ts';
import coreStats from './fixtures/core-stats-direct.json' with { type: 'json' };
import productList from './fixtures/product-list-direct.json' with { type: 'json' };
import { readObserved } from './observed.ts';

/** Shapes of a third party's program for Indonesian shops; the figures are made up. */
const host = 'https://seller-id.tokopedia.com';

function observe({ request, answer }: { request: { path: string; body: object }; answer: object }) {
  const read = readObserved({
    url: `${host}${request.path}`,
    request: JSON.stringify(request.body),
    status: 200,
    body: JSON.stringify(answer),
    at,
  });
  if (!read.ok || read.value === undefined) throw new Error('not read');
  return read.value.part;
}

const stats = observe(coreStats);
const products = observe(productList);
const session = derive([stats, products].reduce(mergePart, emptySession(stats.room.id)));

describe('a dashboard that answers direct sales', () => {
  it('gives figures of their own, and no attributed GMV', () => {
    expect(numberOf(session.figures, 'directGmv')).toBe(60_150_000);
    expect(numberOf(session.figures, 'directGmvPerHour')).toBe(628_080);
    expect(numberOf(session.figures, 'directItemsSold')).toBe(510);
    expect(session.figures.gmv).toBeUndefined();
    expect(session.figures.gmvPerHour).toBeUndefined();
    expect(session.currency).toBe('IDR');
  });

  it('keeps attributed items as what they are', () => {
    expect(numberOf(session.figures, 'itemsSold')).toBe(560);
  });

  it('calls GPM by whose GMV its counts show it to be of', () => {
    expect(numberOf(session.figures, 'directShowGpm')).toBe(58_980);
    expect(numberOf(session.figures, 'directWatchGpm')).toBe(1_069_904);
    expect(session.figures.showGpm).toBeUndefined();
    expect(session.figures.watchGpm).toBeUndefined();
  });

  it('compares direct figures under their own names', () => {
    expect(session.comparisons.market.directGmv?.difference).toBe(-0.31);
    expect(session.comparisons.market.directItemsSold?.difference).toBe(0.12);
    expect(session.comparisons.own.directGmv).toMatchObject({
      median: 50_000_000,
      current: 60_150_000,
    });
    expect(session.comparisons.market.gmv).toBeUndefined();
  });

  it('has a best product, and so a category', () => {
    const best = topProductOf(session.products ?? []);
    expect(best).toMatchObject({
      directGmv: { amount: '12030000' },
      directItemsSold: 102,
      clicks: 2361,
    });
    expect(best?.gmv).toBeUndefined();
  });

  it('says nothing is missing that the page did not ask for, and names the id nobody knows', () => {
    expect(stats.gaps).toEqual([
      { endpoint: 'core/stats', field: 'stats_types -41', reason: 'unknown' },
    ]);
  });
});

describe('a figure that no reader knows', () => {
  const answered = coreStats.answer.data;

  it.each([
    ['money', { new_gmv_local: { amount: '1', currency_code: 'IDR' } }, 'new_gmv_local'],
    ['a count', { new_cnt: 12 }, 'new_cnt'],
    ['a rate as text', { new_rate: '0.250000' }, 'new_rate'],
  ])('is said where it is %s', (_what, field, name) => {
    const answer = { code: 0, data: { ...answered, stats: { ...answered.stats, ...field } } };
    const { gaps } = observe({ request: coreStats.request, answer });
    expect(gaps).toContainEqual({
      endpoint: 'core/stats',
      field: `stats.${name}`,
      reason: 'unknown',
    });
  });

  it('is no id, text or flag', () => {
    const more = { owner_id: '7490000000000000001', label: 'new', is_new: true };
    const answer = { code: 0, data: { ...answered, stats: { ...answered.stats, ...more } } };
    expect(observe({ request: coreStats.request, answer }).gaps).toHaveLength(1);
  });

  it('is said of a product, of a source, and of a distribution', () => {
    const row = { ...productList.answer.data.segments[0]?.stats[0], refund_cnt: 3 };
    const answer = { code: 0, data: { segments: [{ stats: [row] }] } };
    expect(observe({ request: productList.request, answer }).gaps).toEqual([
      { endpoint: 'product/list', field: 'segments[].stats[].refund_cnt', reason: 'unknown' },
    ]);
  });
});

describe('an id that was asked for and not answered', () => {
  it('is said by its metric, or by its number where nobody knows it', () => {
    const body = structuredClone(coreStats.request.body);
    body.request.stats_types = [23, 344, 999];
    const { gaps } = observe({ request: { ...coreStats.request, body }, answer: coreStats.answer });
    expect(gaps).toEqual([
      { endpoint: 'core/stats', field: 'orders', reason: 'absent' },
      { endpoint: 'core/stats', field: 'stats_types 999', reason: 'unknown' },
    ]);
  });
});
