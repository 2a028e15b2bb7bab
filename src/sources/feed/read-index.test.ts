import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceAddress } from './address.ts';
import { fixtureNow } from './feed.fixture.ts';
import { limits } from './limits.ts';
import { readIndex } from './read-index.ts';

const entry = {
  region: 'US',
  category: '601450',
  basis: 'attributed',
  day: '2026-11-24',
  path: 'v2/US/601450/attributed/2026-11-24.json',
  bytes: 4_000,
};
const index = {
  format: 'live-diagnosis-feed',
  version: 2,
  name: 'Agency North',
  publisher: 'Agency North Ltd',
  homepage: 'https://agency.example/live',
  updatedAt: fixtureNow / 1000 - 3_600,
  simulated: false,
  minimums: { shops: 5, lives: 20, share: 0.4 },
  slices: [entry],
};
const read = (changes: object = {}) =>
  readIndex(JSON.stringify({ ...index, ...changes }), fixtureNow);
const code = (changes: object) => {
  const result = read(changes);
  return result.ok ? 'read' : result.fault.code;
};
const withPath = (path: string) => code({ slices: [{ ...entry, path }] });

describe('the index of a feed', () => {
  it('is read as it was written', () => {
    expect(read()).toEqual({ ok: true, value: index });
    expect(read({ added: { later: true } })).toEqual({ ok: true, value: index });
  });

  it('of version 1 names slices of attributed money, or what version 2 has in their place', () => {
    const { basis: _, ...plain } = entry;
    const old = { ...plain, path: 'v1/US/601450/2026-11-24.json' };
    const first = { version: 1, slices: [old] };
    expect(read(first)).toMatchObject({
      ok: true,
      value: { version: 2, slices: [{ ...old, basis: 'attributed' }] },
    });
    const both = { ...first, successor: { version: 2, slices: [{ ...entry, basis: 'direct' }] } };
    expect(read(both)).toMatchObject({
      ok: true,
      value: { version: 2, slices: [{ ...entry, basis: 'direct' }] },
    });
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readIndex(text, fixtureNow).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(index)), fc.jsonValue(), (field, value) => {
        code({ [field]: value });
      }),
    );
  });

  it('is told from a page, from another file and from another version', () => {
    expect(readIndex('<!doctype html>', fixtureNow)).toMatchObject({
      fault: { code: 'feed-other-file' },
    });
    expect(code({ format: 'live-diagnosis-feed-slice' })).toBe('feed-other-file');
    expect(code({ version: 3 })).toBe('feed-newer-version');
    expect(code({ version: 0 })).toBe('feed-older-version');
    expect(code({ slices: {} })).toBe('feed-malformed');
  });

  it('is refused when it is too large or names too many slices', () => {
    expect(code({ padding: 'x'.repeat(limits.indexBytes) })).toBe('feed-too-large');
    const slices = Array.from({ length: limits.slices + 1 }, (_, i) => ({
      ...entry,
      category: String(100_000 + i),
    }));
    expect(code({ slices })).toBe('feed-malformed');
    expect(code({ slices: slices.slice(1) })).toBe('read');
    expect(code({ slices: [entry, entry] })).toBe('feed-malformed');
  });

  it('names no file outside its own folder', () => {
    for (const path of [
      '../secret.json',
      'v1/../../secret.json',
      '/etc/slice.json',
      '//evil.example/slice.json',
      'https://evil.example/slice.json',
      'javascript:alert(1)//.json',
      'v1\\slice.json',
      'v1/%2e%2e/slice.json',
      'v1/slice.json?x=.json',
      '.hidden/slice.json',
      'v1/slice.html',
    ]) {
      expect([path, withPath(path)]).toEqual([path, 'feed-hostile']);
    }
    expect(withPath('slice.json')).toBe('read');
    expect(sliceAddress('https://agency.example/feeds/index.json?key=1', entry.path)).toBe(
      'https://agency.example/feeds/v2/US/601450/attributed/2026-11-24.json',
    );
  });

  it('is refused with hostile text, a homepage that runs, or times that cannot be', () => {
    expect(code({ name: '<script>alert(1)</script>' })).toBe('feed-hostile');
    expect(code({ name: '\u202e' })).toBe('feed-malformed');
    expect(code({ homepage: 'javascript:alert(1)' })).toBe('feed-hostile');
    expect(code({ updatedAt: fixtureNow })).toBe('feed-absurd');
    expect(code({ updatedAt: fixtureNow / 1000 + 90_000 })).toBe('feed-absurd');
    expect(code({ slices: [{ ...entry, day: '2026-11-28' }] })).toBe('feed-absurd');
    expect(read({ publisher: ' \u0000 ' })).toMatchObject({ ok: true });
  });
});
