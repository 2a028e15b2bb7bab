import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { seconds, unixSeconds } from '../metrics/time.ts';
import { writer } from '../platform/text.ts';
import { i18nOf } from './design/i18n.ts';
import { liveName } from './live-name.ts';

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
