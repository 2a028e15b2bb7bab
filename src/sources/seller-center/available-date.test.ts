import { describe, expect, it } from 'vitest';
import { availableDay } from './available-date.ts';

const url = 'https://seller-th.tiktok.com/api/v2/insights/seller/shop/data/available/date?aid=4068';
const answered = (modules: unknown) =>
  availableDay({
    url,
    status: 200,
    body: JSON.stringify({ code: 0, data: { module_name_to_available_date_map: modules } }),
  });

describe('the day up to which figures are final', () => {
  it('is the earliest of those that Seller Center names', () => {
    const modules = { a: { available_date: '2026-09-14' }, b: { available_date: '2026-09-13' } };
    expect(answered(modules)).toBe('2026-09-13');
  });

  it('is read in the ways in which days are written', () => {
    expect(answered({ a: { available_date: '20260913' } })).toBe('2026-09-13');
    expect(answered({ a: { available_date: 20260913 } })).toBe('2026-09-13');
    expect(answered({ a: { available_date: 1_789_257_600 } })).toBe('2026-09-13');
  });

  it('is not known from what can’t be read, a refusal or another answer', () => {
    expect(answered({ a: { available_date: 'soon' }, b: 3 })).toBeUndefined();
    expect(answered({ a: { available_date: '2026-19-43' } })).toBeUndefined();
    expect(answered({ a: { available_date: '2026-02-30' } })).toBeUndefined();
    expect(answered(undefined)).toBeUndefined();
    expect(availableDay({ url, status: 200, body: '{"code":98001002}' })).toBeUndefined();
    expect(availableDay({ url: '/api/v1/orders', status: 200, body: '{}' })).toBeUndefined();
  });
});
