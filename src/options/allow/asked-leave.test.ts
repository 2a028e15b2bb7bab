import { describe, expect, it } from 'vitest';
import { hostPatterns } from '../../platform/hosts.ts';
import { askedIn } from './asked-leave.ts';

const at = (...query: [string, string][]) =>
  askedIn(`https://page.invalid/allow.html?${new URLSearchParams(query)}`);

describe('what a page asks leave for', () => {
  it('is notifications, Seller Center or hosts of recordings, by its address', () => {
    expect(at(['id', 'a'], ['permission', 'notifications'])).toEqual({
      id: 'a',
      asked: { permissions: ['notifications'] },
      leave: { for: 'notifications' },
    });
    const own = hostPatterns.slice(0, 2);
    expect(at(['id', 'b'], ...own.map((one): [string, string] => ['origin', one]))).toEqual({
      id: 'b',
      asked: { origins: own },
      leave: { for: 'seller-center' },
    });
    const media = 'https://media.example/*';
    expect(at(['id', 'c'], ['origin', media])).toEqual({
      id: 'c',
      asked: { origins: [media] },
      leave: { for: 'hosts', hosts: ['media.example'] },
    });
  });

  it('is nothing where the address names none, another permission, nobody who waits, or no host', () => {
    expect(at(['id', 'a'])).toBeUndefined();
    expect(at(['permission', 'notifications'])).toBeUndefined();
    expect(at(['id', 'a'], ['permission', 'tabs'])).toBeUndefined();
    expect(at(['id', 'a'], ['origin', 'not an address'])).toBeUndefined();
    expect(at(['id', 'a'], ['origin', 'https://*/*'])).toBeUndefined();
  });
});
