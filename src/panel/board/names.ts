import { factors } from '../../diagnosis/factors/index.ts';
import type { FactorNames } from '../../metrics/board/board-filter.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { ANY_FACTOR } from '../benchmarks/any-factor.ts';
import type { I18n } from '../design/i18n.ts';
import { playerClock } from '../replay/clock.ts';
import type { PinThing } from './pinnable.ts';

const titles = new Map<string, MessageKey>([
  [ANY_FACTOR, 'metric_gmvPerHour_name'],
  ...factors.map(({ id, title }) => [id, title] as const),
]);

/** A factor as the seller knows it; one that this build doesn't know keeps the name it came with. */
export function factorName(id: string, { t }: Pick<I18n, 't'>): string {
  const title = titles.get(id);
  return title === undefined ? id.replaceAll('-', ' ') : t(title);
}

/** The names of factors, for what sorts and searches by them. */
export const factorNames = (words: Pick<I18n, 't' | 'locale'>): FactorNames => ({
  factorName: (id) => factorName(id, words),
  locale: words.locale,
});

/** The LIVE a thing was pinned from: its title, else its room id. */
export const pinnedLiveName = ({ room }: Pick<PinThing, 'room'>): string => room.title ?? room.room;

/** A thing in a few words, for buttons and for what is said aloud ("CTOR, Friday night"). */
export function thingName(thing: PinThing, { t }: Pick<I18n, 't'>): string {
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  const live = text(pinnedLiveName(thing));
  if (thing.kind === 'moment')
    return t('board_name_moment', { at: text(playerClock(thing.at)), live });
  return t('board_name', { what: text(factorName(thing.factor ?? '', { t })), live });
}
