import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { MAX_BODY, MAX_REQUEST, MAX_URL } from '../../platform/observed.ts';
import { verbs } from '../../platform/protocol.ts';
import { checkObserved } from './read-observed.ts';

const page = 'https://shop.tiktok.com/workbench/live/overview';
const url = 'https://shop.tiktok.com/api/v1/insights/workbench/live/detail/core/stats';
const observed = { url, request: '{"room_filter":{}}', status: 200, body: '{"code":0}' };
const read = (value: unknown) => checkObserved(JSON.stringify(value), page);

describe('what arrives from the page', () => {
  it('is read into the fields that are known, and no others', () => {
    expect(read({ ...observed, extra: 1 })).toEqual(observed);
    const { request: _, ...without } = observed;
    expect(read(without)).toEqual(without);
  });

  it.each([
    ['an address of another origin', { ...observed, url: url.replace('shop.', 'evil.') }],
    ['a relative address', { ...observed, url: url.slice('https://shop.tiktok.com'.length) }],
    ['an address that is no endpoint', { ...observed, url: 'https://shop.tiktok.com/home' }],
    ['an address that is no text', { ...observed, url: [url] }],
    ['an address beyond the limit', { ...observed, url: `${url}?${'a'.repeat(MAX_URL)}` }],
    ['a status that is none', { ...observed, status: 0 }],
    ['a status that is text', { ...observed, status: '200' }],
    ['a body that is no text', { ...observed, body: {} }],
    ['a body beyond the limit', { ...observed, body: 'a'.repeat(MAX_BODY + 1) }],
    ['a request that is no text', { ...observed, request: {} }],
    ['a request beyond the limit', { ...observed, request: 'a'.repeat(MAX_REQUEST + 1) }],
    ['a list', [observed]],
    ['nothing', null],
  ])('is dropped when it is %s', (_name, value) => {
    expect(read(value)).toBeUndefined();
  });

  it('is dropped when it is no JSON text', () => {
    expect(checkObserved('{', page)).toBeUndefined();
    expect(checkObserved(observed, page)).toBeUndefined();
    expect(checkObserved(' '.repeat(2 * MAX_BODY + 1), page)).toBeUndefined();
  });

  it('fits what the worker takes, up to the limits', () => {
    const largest = {
      url: url.padEnd(MAX_URL, '?'),
      request: 'a'.repeat(MAX_REQUEST),
      status: 599,
      body: 'a'.repeat(MAX_BODY),
    };
    const taken = read(largest);
    expect(taken).toEqual(largest);
    expect(v.is(verbs['page.observed'].request, taken)).toBe(true);
  });
});
