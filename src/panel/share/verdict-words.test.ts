import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referenceFor } from '../../diagnosis/benchmark/reference.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { bareLive, capturedLive } from '../../diagnosis/fixtures/captured.ts';
import type { Session } from '../../metrics/session.ts';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import { chatText, verdictWords } from './verdict-words.ts';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));

function shared(session: Session): string {
  const { benchmark, target } = referenceFor({ versus: 'usual' }, session, []);
  const report = diagnose({ session, benchmark, history: [], options: { target } });
  return chatText(verdictWords(report, session, words));
}

describe('the verdict as text for a chat', () => {
  it('says of the captured LIVE what the first screen says', () => {
    const lines = shared(capturedLive()).split('\n');
    expect(lines[0]).toMatch(/Jun 11, 2026, 09:00 GMT\+7 · 1 hr 45 min$/);
    expect(lines).toContain('Too few product taps');
    expect(lines).toContain('₫1,494,504/h: 24% below your usual (₫1,969,381/h)');
    expect(lines).toContain('₫2,607,080 GMV · 21 orders · 608 viewers');
    expect(lines).toContain('Tapped (LIVE CTR): 33.2%, +₫687,000/h');
    expect(lines.find((line) => line.startsWith('1. '))).toMatch(
      /^1\. Get products tapped ≈ ₫687,000\/h \(₫410,000–₫1,000,000\/h, very likely real\): With a product pinned/,
    );
  });

  it('names simulated figures first, and leaves out what is not known', () => {
    const [first, ...rest] = shared({ ...bareLive({}), simulated: true }).split('\n');
    expect(first).toBe('Sample shop, simulated');
    expect(rest.join('\n')).not.toMatch(/undefined|NaN|\{/);
    expect(rest).toContain('Tapped (LIVE CTR): –, not known');
  });
});
