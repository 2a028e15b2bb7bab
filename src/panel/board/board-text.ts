import type { Pinned } from '../../metrics/board/pinned.ts';
import { recordingOf } from '../../metrics/board/pinned-expiry.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';
import { playerClock } from '../replay/clock.ts';
import { factorName, pinnedLiveName } from './names.ts';

const kinds = {
  clip: 'board_kind_clip',
  moment: 'board_kind_moment',
  factor: 'board_kind_factor',
} as const;
const shown = ['gmvPerHour', 'impressionsPerHour'] as const satisfies readonly MetricId[];

/** The board as words to send on: plain text, or Markdown with a box to tick for each thing. */
export function boardText(
  pinned: readonly Pinned[],
  words: I18n,
  form: 'text' | 'markdown',
): string {
  const title = words.t('board_title');
  const head = form === 'markdown' ? `# ${title}` : title;
  const blocks = pinned.map((one) => block(one, words, form));
  return `${[head, ...blocks].join('\n\n')}\n`;
}

function block(pinned: Pinned, words: I18n, form: 'text' | 'markdown'): string {
  const { t } = words;
  const markdown = form === 'markdown';
  // What a page wrote must not become marks of the text that it is pasted into.
  const safe = (text: string): string =>
    markdown ? text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ') : text;
  const about = pinned.factor === undefined ? undefined : factorName(pinned.factor, words);
  const name = [about, t(kinds[pinned.kind]), placeIn(pinned)].filter((part) => part !== undefined);
  const status = t(pinned.status === 'tried' ? 'board_tried' : 'board_to_try');
  const tick = markdown ? `- [${pinned.status === 'tried' ? 'x' : ' '}] ` : '- ';
  const strong = (text: string): string => (markdown ? `**${text}**` : text);
  const lines = [
    `${strong(safe(name.join(' · ')))} (${status}${pinned.simulated === true ? `, ${t('panel_sample')}` : ''})`,
    safe(
      [pinnedLiveName(pinned), pinned.room.creator, dateOf(pinned, words)]
        .filter(Boolean)
        .join(' · '),
    ),
    figuresOf(pinned, words),
    ...(pinned.note.trim() === '' ? [] : [safe(pinned.note.trim())]),
    ...(pinned.tags.length === 0
      ? []
      : [safe(t('board_tags', { tags: { kind: 'text', text: pinned.tags.join(', ') } }))]),
  ].filter((line) => line !== '');
  return tick + lines.join(markdown ? '  \n  ' : '\n  ');
}

function placeIn(pinned: Pinned): string | undefined {
  const recording = recordingOf(pinned);
  return recording === undefined ? undefined : playerClock(recording.from);
}

function dateOf({ room: { startedAt, zone } }: Pinned, { locale }: I18n): string | undefined {
  return startedAt === undefined ? undefined : formatInstant(toMs(startedAt), zone, locale, 'both');
}

function figuresOf({ room: { figures, currency } }: Pinned, { t, locale }: I18n): string {
  return shown
    .flatMap((id) => {
      const value = figures[id];
      if (value === undefined) return [];
      return [`${t(metric(id).name)}: ${formatFigure(id, value, { currency, locale })}`];
    })
    .join(', ');
}
