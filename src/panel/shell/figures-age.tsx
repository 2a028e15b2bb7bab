import type { JSX } from 'preact';
import { ageText } from '../age.ts';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';

/** How old the figures of the LIVE in view are, or that they are being read, for the first time or anew; empty where none were read. */
export function FiguresAge({
  class: looks,
  alone = false,
}: {
  class: string;
  /** Whether it stands alone, away from the button that reads anew, and needs a word to say of what. */
  alone?: boolean;
}): JSX.Element {
  const words = useI18n();
  const { room, now } = useApp();
  const { record, busy } = room.view.value;
  const at = record?.fetchedAt;
  const age = at === undefined ? '' : ageText(now.value - at, words);
  const told =
    alone && age !== '' ? words.t('panel_age_read', { age: { kind: 'text', text: age } }) : age;
  const reading = words.t(at === undefined ? 'panel_loading' : 'panel_refreshing');
  return <span class={looks}>{busy === 'no' ? told : reading}</span>;
}
