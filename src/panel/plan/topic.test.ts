import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { type PlanItem, PlanItemSchema } from '../../metrics/board/plan.ts';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import { itemDeed, topicOf } from './topic.ts';

const sentences: Readonly<Record<string, { readonly message: string }>> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en-US'));
const item = (rest: object): PlanItem =>
  v.parse(PlanItemSchema, {
    id: '00000000-0000-4000-8000-000000000001',
    rank: 'a0',
    title: 'Close the sale',
    how: 'Show it in use.',
    owners: ['host'],
    done: false,
    tested: false,
    ...rest,
  });

describe('an item for those who do it', () => {
  it('is its deed, with its topic as a tag', () => {
    const known = item({ factor: 'click-to-order' });
    expect(topicOf(known, words)).toBe('Clicks to orders');
    expect(itemDeed(known, words)).toEqual({
      deed: 'Close the sale',
      how: 'Show it in use.',
      topic: 'Clicks to orders',
    });
  });

  it('is what to do where a kept one is called by its topic alone', () => {
    const kept = item({ factor: 'click-to-order', title: 'Clicks to orders' });
    expect(topicOf(kept, words)).toBeUndefined();
    expect(itemDeed(kept, words)).toEqual({ deed: 'Show it in use.', topic: 'Clicks to orders' });
    expect(itemDeed({ ...kept, how: '' }, words)).toEqual({ deed: 'Clicks to orders' });
  });

  it('has no topic where it is the seller’s own, or of a factor of a later version', () => {
    for (const rest of [{}, { factor: 'of-a-later-version' }]) {
      expect(itemDeed(item(rest), words)).toEqual({
        deed: 'Close the sale',
        how: 'Show it in use.',
      });
    }
  });
});
