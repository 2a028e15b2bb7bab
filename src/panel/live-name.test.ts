import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { parseRoomId } from '../metrics/ids.ts';
import { seconds, unixSeconds } from '../metrics/time.ts';
import { writer } from '../platform/text.ts';
import { i18nOf } from './design/i18n.ts';
import { datedName, liveName } from './live-name.ts';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const startedAt = unixSeconds(Date.UTC(2026, 10, 27, 2, 1) / 1000);

describe('what a LIVE is called', () => {
  it('is its title', () => {
    expect(liveName({ title: 'Serum night', startedAt }, words)).toBe('Serum night');
  });

  it('is its start in the shop’s zone where it has no title', () => {
    expect(liveName({ startedAt, zone: { offset: seconds(-8 * 3_600) } }, words)).toBe(
      'LIVE of Thu, Nov 26, 18:01',
    );
  });

  it('is never its room id, where nothing else is known of it', () => {
    expect(liveName({}, words)).toBe('This LIVE');
  });
});

describe('a LIVE in a list', () => {
  const id = parseRoomId('7649951805363391253');
  if (id === undefined) throw new Error('not a room id');
  const zone = { offset: seconds(-8 * 3_600) };

  it('begins with its start, year and zone, with a title or without', () => {
    expect(datedName({ id, title: 'Serum night', startedAt, zone }, words)).toBe(
      'Nov 26, 2026, 18:01 GMT−8 · Serum night',
    );
    expect(datedName({ id, startedAt, zone }, words)).toBe('Nov 26, 2026, 18:01 GMT−8');
  });

  it('is its title or its room id where no start is known', () => {
    expect(datedName({ id, title: 'Serum night' }, words)).toBe('Serum night');
    expect(datedName({ id }, words)).toBe('7649951805363391253');
  });
});
