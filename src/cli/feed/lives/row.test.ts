import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RegionSchema } from '../../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../../metrics/ids.ts';
import { SessionSchema } from '../../../metrics/session.ts';
import { finalAt, unixSeconds } from '../../../metrics/time.ts';
import { feedMetrics, type RowContext, rowOf } from './row.ts';

const START = 1_790_000_000;
const origin = { how: 'fetched', endpoint: 'test', at: finalAt(unixSeconds(START + 7_200)) };
const given: RowContext = {
  owner: 'folder',
  usualRegion: v.parse(RegionSchema, 'US'),
  usualCategory: v.parse(CategoryIdSchema, '600001'),
  now: START + 30 * 86_400,
};

function row(room: object = {}, rest: object = {}, more: Partial<RowContext> = {}) {
  const session = v.parse(SessionSchema, {
    version: 1,
    room: { id: '7649951805363391253', startedAt: START, endedAt: START + 7_200, ...room },
    figures: { views: { value: 500, origin }, impressions: { value: 10_000, origin } },
    comparisons: { market: {}, own: {} },
    origins: { figures: origin },
    gaps: [],
    ...rest,
  });
  return rowOf(session, { ...given, ...more });
}

function figure(id: (typeof feedMetrics)[number], ...args: Parameters<typeof row>) {
  const read = row(...args);
  return typeof read === 'string' ? read : read.figures[feedMetrics.indexOf(id)];
}

describe('the row of a LIVE', () => {
  it('has the figures that the extension would show, completed the same way', () => {
    expect(row()).toMatchObject({
      started: START,
      length: 7_200,
      region: 'US',
      category: '600001',
    });
    expect(figure('impressionsPerHour')).toBe(5_000);
    expect(figure('tapThroughRate')).toBeCloseTo(0.05);
    expect(figure('likes')).toBeUndefined();
  });

  it('leaves out what is not ready, not long enough or nowhere', () => {
    expect(row({ status: 'live' })).toBe('running');
    expect(row({ startedAt: undefined })).toBe('noStart');
    expect(row({ endedAt: undefined })).toBe('noLength');
    expect(row({ endedAt: START + 599 })).toBe('short');
    expect(row({ endedAt: START + 49 * 3_600 })).toBe('long');
    expect(row({}, {}, { now: START - 1 })).toBe('ahead');
    expect(row({}, { origins: { figures: { ...origin, at: origin.at - 1 } } })).toBe('notFinal');
    expect(row({}, {}, { usualRegion: undefined })).toBe('noRegion');
    expect(row({}, {}, { usualCategory: undefined })).toBe('noCategory');
  });

  it('takes a file for as old as it is, and for less than what was read of the LIVE itself', () => {
    const file = { ...origin, how: 'file' };
    expect(row({}, { origins: { figures: file } })).toMatchObject({ readAt: 0 });
    const early = { ...file, at: file.at - 1 };
    expect(row({}, { origins: { figures: early } })).toBe('notFinal');
  });

  it('is placed by what the LIVE itself says first', () => {
    const gmv = { amount: '5', currency: 'USD' };
    const products = [
      { id: '1', category: '601450', gmv },
      { id: '2', category: '600024' },
    ];
    expect(row({ region: 'uk' }, { products })).toMatchObject({ region: 'GB', category: '601450' });
    const category = v.parse(CategoryIdSchema, '605248');
    expect(row({}, { products }, { category })).toMatchObject({ category: '605248' });
  });

  it('tells all that says whose it is', () => {
    const creator = { id: '7001', handle: 'a.shop' };
    expect(row({ creator }, {}, { shop: 'Shop A' })).toMatchObject({
      shop: 'Shop A',
      creator: '7001',
    });
    expect(row({ creator })).toMatchObject({ creator: '7001', handle: 'a.shop' });
    expect(row({ creator: { handle: 'a.shop' } })).toMatchObject({ creator: 'a.shop' });
    expect(row()).toMatchObject({ creator: undefined, folder: 'folder' });
  });

  it('drops figures that cannot be, and money of another currency, and counts them', () => {
    const figures = {
      views: { value: 50_000, origin },
      impressions: { value: 10_000, origin },
      gmv: { money: { amount: '5', currency: 'USD' }, origin },
      adsCost: { money: { amount: '5000', currency: 'VND' }, origin },
    };
    const read = row({}, { figures, currency: 'USD' });
    expect(read).toMatchObject({ absurd: 2, currency: 'USD' });
    expect(figure('tapThroughRate', {}, { figures, currency: 'USD' })).toBeUndefined();
    expect(figure('adsCost', {}, { figures, currency: 'USD' })).toBeUndefined();
    expect(figure('gmvPerHour', {}, { figures, currency: 'USD' })).toBeCloseTo(2.5);
  });
});
