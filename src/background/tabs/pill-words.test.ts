import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { writer } from '../../platform/text.ts';
import { pillWords } from './pill-words.ts';

const sentences = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
const words = writer((key) => sentences.get(key), 'en');

describe('the words of the closed panel’s tab', () => {
  it.each([
    ['down', 'low', 'Diagnosis ▼47%', 'Open LIVE Diagnosis: 47% below your usual'],
    ['up', 'high', 'Diagnosis ▲47%', 'Open LIVE Diagnosis: 47% above your usual'],
    ['flat', 'plain', 'Diagnosis as usual', 'Open LIVE Diagnosis: As usual'],
  ] as const)('are short on it and whole in its name: %s', (shape, tone, text, name) => {
    expect(pillWords({ shape, tone, share: 0.47, versus: 'usual' }, words)).toEqual({
      text,
      name,
      tone,
    });
  });

  it('name what was compared with', () => {
    const { name } = pillWords({ shape: 'down', tone: 'low', share: 0.1, versus: 'market' }, words);
    expect(name).toContain(messages.versus_market.message);
  });
});
