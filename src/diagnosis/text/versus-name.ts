import type { MessageKey, TextValue } from '../../metrics/text.ts';
import type { Versus } from '../../metrics/versus.ts';

const names = {
  usual: 'versus_usual',
  last: 'versus_last',
  best: 'versus_best',
  market: 'versus_market',
  feed: 'versus_feed',
  targets: 'versus_targets',
} as const satisfies Record<Versus, MessageKey>;

/** What a LIVE is compared with, as a phrase inside a sentence ("your usual"). */
export const versusName = (versus: Versus): TextValue => ({
  kind: 'message',
  message: names[versus],
});
