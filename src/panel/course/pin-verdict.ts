import type { Score } from '../../diagnosis/course/pin-scorecards.ts';
import type { MessageKey } from '../../metrics/text.ts';

type Told = Exclude<Score['verdict'], 'untold'>;

/** How a pin did against the rest of the LIVE, in two words and as a chip looks. */
export const pinLooks = {
  above: { tone: 'high', shape: 'up', word: 'panel_pins_above' },
  below: { tone: 'low', shape: 'down', word: 'panel_pins_below' },
  level: { tone: 'plain', shape: undefined, word: 'panel_pins_level' },
} as const satisfies Record<Told, { word: MessageKey; [look: string]: string | undefined }>;

/** The same in words alone; undefined where it can't be told. */
export const pinVerdictName = (verdict: Score['verdict']): MessageKey | undefined =>
  verdict === 'untold' ? undefined : pinLooks[verdict].word;
