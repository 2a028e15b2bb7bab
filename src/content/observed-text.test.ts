import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { MAX_BODY, MAX_REQUEST, MAX_URL } from '../platform/observed.ts';
import { verbs } from '../platform/protocol.ts';
import { readObservedText, writeObserved } from './observed-text.ts';

const origin = 'https://shop.tiktok.com';
const url = `${origin}/api/v1/insights/workbench/live/detail/core/stats`;
const observed = { url, request: '{"room_filter":{}}', status: 200, body: '{"code":0}' };
const { request: _, ...unasked } = observed;
const read = (text: unknown) => readObservedText(text, origin);

describe('an answer on its way from the page’s world', () => {
  it('arrives as it was, with a request, an empty one or none', () => {
    expect(read(writeObserved(observed))).toEqual(observed);
    expect(read(writeObserved(unasked))).toEqual(unasked);
    const empty = { ...observed, request: '' };
    expect(read(writeObserved(empty))).toEqual(empty);
  });

  it('arrives whatever request and body are', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 100, max: 599 }), (request, body, status) => {
        const any = { url, request, status, body };
        expect(read(writeObserved(any))).toEqual(any);
      }),
    );
  });

  it.each([
    ['of another origin', { ...observed, url: url.replace('shop.', 'evil.') }],
    [
      'of an origin that begins alike',
      { ...observed, url: url.replace('.com', '.com.evil.example') },
    ],
    ['at a relative address', { ...observed, url: url.slice(origin.length) }],
    ['at an address that is no endpoint', { ...observed, url: `${origin}/home` }],
    ['at an address beyond the limit', { ...observed, url: `${url}?${'a'.repeat(MAX_URL)}` }],
    ['with a status that is none', { ...observed, status: 0 }],
    ['with a status beyond', { ...observed, status: 600 }],
    ['with a body beyond the limit', { ...observed, body: 'a'.repeat(MAX_BODY + 1) }],
    ['with a request beyond the limit', { ...observed, request: 'a'.repeat(MAX_REQUEST + 1) }],
  ])('is dropped when it is %s', (_name, value) => {
    expect(read(writeObserved(value))).toBeUndefined();
  });

  it.each([
    ['no text', observed],
    ['nothing', null],
    ['JSON', JSON.stringify(observed)],
    ['without an address', '200 3 \n{}{}'],
    ['without a line of its own for that', `200  ${url}`],
    ['of a request that is longer than all of it', `200 99 ${url}\n{}`],
    ['of a status that is no number', `OK  ${url}\n{}`],
  ])('is dropped when it is %s', (_name, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('fits what the worker takes, up to the limits', () => {
    const largest = {
      url: url.padEnd(MAX_URL, '?'),
      request: 'a'.repeat(MAX_REQUEST),
      status: 599,
      body: 'a'.repeat(MAX_BODY),
    };
    const taken = read(writeObserved(largest));
    expect(taken).toEqual(largest);
    expect(v.is(verbs['page.observed'].request, taken)).toBe(true);
  });
});
