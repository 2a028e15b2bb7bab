import type { FeedSource } from '../../metrics/benchmark.ts';
import { dayValue } from '../../metrics/feed/day-value.ts';
import type { Text } from '../../metrics/text.ts';

/** Whose a category feed is and what it rests on, in one sentence. */
export function restsOn({ name, region, day, window, lives, shops }: FeedSource): Text {
  return {
    key: 'feed_rests_on',
    values: {
      feed: { kind: 'text', text: name },
      region: { kind: 'text', text: region },
      lives: { kind: 'count', value: lives },
      shops: { kind: 'count', value: shops },
      days: { kind: 'count', value: window },
      day: dayValue(day),
    },
  };
}
