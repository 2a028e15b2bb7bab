import type { ShortVerdict } from '../../metrics/short-verdict.ts';
import type { MessageKey } from '../../metrics/text.ts';
import type { PillWords } from '../../platform/pill.ts';
import type { Writer } from '../../platform/text.ts';

const texts = {
  flat: 'launcher_tab_usual',
  down: 'launcher_tab_below',
  up: 'launcher_tab_above',
} as const satisfies Record<ShortVerdict['shape'], MessageKey>;

const sentences = {
  flat: 'verdict_as_usual',
  down: 'verdict_below',
  up: 'verdict_above',
} as const satisfies Record<ShortVerdict['shape'], MessageKey>;

/** What the closed panel's tab says of a verdict. */
export function pillWords(
  { shape, tone, share, versus }: ShortVerdict,
  { write }: Writer,
): PillWords {
  const values = {
    share: { kind: 'percent', value: share },
    reference: { kind: 'message', message: `versus_${versus}` },
  } as const;
  // As usual is what lies within the usual range; of anything else flat is the same.
  const isSame = shape === 'flat' && versus !== 'usual';
  const key = isSame ? 'panel_verdict_same' : sentences[shape];
  const verdict = { kind: 'phrase', phrase: { key, values } } as const;
  return {
    text: write({ key: isSame ? 'launcher_tab' : texts[shape], values }),
    name: write({ key: 'launcher_open_verdict', values: { verdict } }),
    tone,
  };
}
