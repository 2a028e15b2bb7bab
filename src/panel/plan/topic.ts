import { factors } from '../../diagnosis/factors/index.ts';
import type { PlanItem } from '../../metrics/board/plan.ts';
import type { I18n } from '../design/i18n.ts';

/** What an item is about, in a word for a tag ("Clicks to orders"); undefined where no factor is behind it or its title says the same. */
export function topicOf(
  { factor, title }: Pick<PlanItem, 'factor' | 'title'>,
  { t }: I18n,
): string | undefined {
  const topic = nameOf(factor, t);
  return topic === title ? undefined : topic;
}

/** An item as whoever does it reads it. */
interface Deed {
  /** What to do. */
  readonly deed: string;
  readonly how?: string;
  readonly topic?: string;
}

/**
 * An item for those who do it, the deed first. Kept items may be called by their topic alone: then how to do it is
 * the deed.
 */
export function itemDeed(item: PlanItem, words: I18n): Deed {
  const { title, how, factor } = item;
  if (how === '') return { deed: title, ...tag(topicOf(item, words)) };
  if (nameOf(factor, words.t) === title) return { deed: how, topic: title };
  return { deed: title, how, ...tag(topicOf(item, words)) };
}

const tag = (topic: string | undefined) => (topic === undefined ? {} : { topic });

function nameOf(factor: string | undefined, t: I18n['t']): string | undefined {
  const known = factors.find(({ id }) => id === factor);
  return known === undefined ? undefined : t(known.title);
}
