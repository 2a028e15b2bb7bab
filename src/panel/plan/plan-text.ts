import type { Pinned } from '../../metrics/board/pinned.ts';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { metric } from '../../metrics/catalogue.ts';
import { formatInstant } from '../../platform/format.ts';
import { thingName } from '../board/names.ts';
import type { I18n } from '../design/i18n.ts';
import { ownerNamesOf } from './owners.ts';

/** A plan in words, for a chat or a document; `markdown` sets it with boxes and emphasis. */
export function planText(
  plan: Plan,
  board: readonly Pinned[],
  words: I18n,
  form: 'plain' | 'markdown',
): string {
  const { t } = words;
  const safe = form === 'markdown' ? escaped : plain;
  const head = [safe(plan.title), whenOf(plan, words)].filter((part) => part !== undefined);
  const rail =
    plan.guardRail === undefined
      ? []
      : [
          t('plan_rail_proposed', {
            metric: { kind: 'message', message: metric(plan.guardRail).name },
          }),
        ];
  const lines = [
    `${form === 'markdown' ? '# ' : ''}${head.join(' · ')}`,
    ...(plan.simulated === true ? [t('plan_text_simulated')] : []),
    ...plan.items.map((item) => itemText(item, board, words, form)),
    ...rail,
  ];
  return `${lines.join('\n\n')}\n`;
}

/** When a plan's LIVE starts, in the shop's zone; undefined where that isn't set. */
export function whenOf({ startsAt, zone }: Plan, { locale }: I18n): string | undefined {
  return startsAt === undefined ? undefined : formatInstant(startsAt, zone, locale, 'both');
}

/** What an item does in the test: it is the change, and by which figure it is told; else nothing. */
export function testText({ tested, metric: told }: PlanItem, { t }: I18n): string | undefined {
  if (!tested || told === undefined) return undefined;
  return t('plan_text_tested', { metric: { kind: 'message', message: metric(told).name } });
}

function itemText(
  item: PlanItem,
  board: readonly Pinned[],
  words: I18n,
  form: 'plain' | 'markdown',
): string {
  const { t } = words;
  const safe = form === 'markdown' ? escaped : plain;
  const watched = board.find(({ id }) => id === item.pinned);
  const title = form === 'markdown' ? `**${safe(item.title)}**` : item.title;
  const under = [
    testText(item, words),
    item.how === '' ? undefined : safe(item.how),
    watched === undefined
      ? undefined
      : t('plan_watch', { name: { kind: 'text', text: safe(thingName(watched, words)) } }),
  ].filter((line) => line !== undefined);
  const box = `${form === 'markdown' ? '- ' : ''}[${item.done ? 'x' : ' '}]`;
  const lines = [`${box} ${title} (${ownerNamesOf(item.owners, words)})`, ...under];
  return lines.join('\n').replaceAll('\n', form === 'markdown' ? '  \n  ' : '\n    ');
}

const plain = (text: string): string => text;

/** What the seller wrote stays words in Markdown, and never becomes a heading, a link or an image. */
const escaped = (text: string): string => text.replace(/([\\`*_{}[\]()<>#+!|~-])/g, '\\$1');
