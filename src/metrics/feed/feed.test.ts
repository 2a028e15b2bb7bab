import { describe, expect, it } from 'vitest';
import { originPattern, parseFeedAddress } from './feed.ts';

describe('the address of a feed', () => {
  it.each([
    ['https://bench.example/index.json', 'https://bench.example/index.json'],
    ['  bench.example/a/index.json ', 'https://bench.example/a/index.json'],
    ['HTTPS://Bench.Example', 'https://bench.example/index.json'],
    ['https://bench.example/feeds/', 'https://bench.example/feeds/index.json'],
    ['https://bench.example/feeds', 'https://bench.example/feeds'],
    ['https://bench.example/index.json?#', 'https://bench.example/index.json'],
    ['https://bücher.example/index.json', 'https://xn--bcher-kva.example/index.json'],
    ['https://bench.example:8443/index.json?v=2', 'https://bench.example:8443/index.json?v=2'],
  ])('is read out of what was typed: %s', (typed, address) => {
    expect(parseFeedAddress(typed)).toBe(address);
  });

  it.each([
    '',
    'feeds',
    'not an address',
    'http://bench.example/index.json',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:secret@bench.example/index.json',
    'https://bench.example/index.json#part',
    'https://*/index.json',
    `https://bench.example/${'a'.repeat(1_000)}`,
  ])('is none: %s', (typed) => {
    expect(parseFeedAddress(typed)).toBeUndefined();
  });

  it('needs the permission for its host alone', () => {
    const address = parseFeedAddress('https://bench.example:8443/a/index.json');
    expect(address && originPattern(address)).toBe('https://bench.example/*');
  });
});
