import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { HistoryProgress } from '../../platform/history.ts';
import { Button } from '../design/button.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import type { HistoryStore } from '../state/history-store.ts';
import './history-note.css';

const pauseWords = {
  seller: 'history_paused',
  'signed-out': 'history_paused_signed_out',
  'not-allowed': 'history_paused_not_allowed',
  'other-shop': 'history_paused_other_shop',
  storage: 'history_paused_storage',
} as const;

const deedWords = {
  read: 'history_read',
  pause: 'history_pause',
  resume: 'history_resume',
} as const;

/** What the note says, and what its first button does; without a deed it has no buttons. */
interface Note {
  readonly text: string;
  readonly deed?: keyof typeof deedWords;
  readonly bar?: { readonly at: number; readonly of: number };
}

/**
 * The offer to read the seller's last three months, how far that has come, and the seller's word on it.
 * The first button stays one element whatever it does, so that it keeps the focus.
 */
export function HistoryNote(): JSX.Element | null {
  const words = useI18n();
  const { history, settings } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const note = noteOf(history, words);
  if (settings.settings.value.sample || note === undefined) return null;
  const { t } = words;
  const { text, deed, bar } = note;
  const stop = async (): Promise<void> => {
    await history.order('stop');
    // The button that was pressed is gone.
    element.current?.querySelector('button')?.focus();
  };
  return (
    <div ref={element} class="history-note small">
      <p role={deed === 'read' ? undefined : 'status'}>{text}</p>
      {bar !== undefined && <progress max={bar.of} value={bar.at} aria-label={t('history_bar')} />}
      {deed !== undefined && (
        <div class="history-deeds">
          <Button
            look={deed === 'read' ? 'plain' : 'link'}
            icon={deed === 'read' ? 'refresh' : undefined}
            aria-disabled={history.asking.value}
            onClick={() => void (deed === 'read' ? history.start() : history.order(deed))}
          >
            {t(deedWords[deed])}
          </Button>
          {deed !== 'read' && (
            <Button look="link" aria-disabled={history.asking.value} onClick={() => void stop()}>
              {t('history_stop')}
            </Button>
          )}
        </div>
      )}
      <HistoryFault />
    </div>
  );
}

/** Why the seller's last word couldn't be followed. */
function HistoryFault(): JSX.Element | null {
  const { write } = useI18n();
  const { history } = useApp();
  const fault = history.fault.value;
  return fault === undefined ? null : <p role="alert">{write(fault.text)}</p>;
}

/** Undefined where there is nothing to say or to offer. */
function noteOf(history: HistoryStore, words: I18n): Note | undefined {
  const progress = history.progress.value;
  switch (progress?.phase) {
    case 'running':
      return { text: runningText(progress, words), deed: 'pause', bar: barOf(progress) };
    case 'paused':
      return {
        text: words.t(pauseWords[progress.pause ?? 'seller'], countsOf(progress)),
        deed: 'resume',
      };
    case 'done':
      return history.seen.value ? { text: doneText(progress, words) } : offerOf(history, words);
    case 'stopped': {
      const left = progress.total - progress.read - progress.unreadable;
      return hasAllFigures(progress) && left > 0
        ? { text: words.t('history_rest', { count: count(left) }), deed: 'read' }
        : offerOf(history, words);
    }
    case undefined:
      return offerOf(history, words);
  }
}

function offerOf(history: HistoryStore, { t }: I18n): Note | undefined {
  const offer = history.offer.value;
  if (offer === undefined) return undefined;
  const text =
    offer === 'unlisted' ? t('history_offer_first') : t('history_offer', { count: count(offer) });
  return { text, deed: 'read' };
}

function runningText(progress: HistoryProgress, { t }: I18n): string {
  const { waits, msLeft } = progress;
  const counts = countsOf(progress);
  if (waits) return t('history_waits', counts);
  if (msLeft === undefined) return t('history_reading', counts);
  const seconds = Math.max(1, Math.round(msLeft / 1000));
  const left = { ...counts, time: { kind: 'duration', seconds } } as const;
  if (!hasAllFigures(progress)) return t('history_reading_left', left);
  return t('history_reading_rest', { ...left, read: count(progress.read + progress.unreadable) });
}

function doneText({ figures, unreadable }: HistoryProgress, { t }: I18n): string {
  const done = t('history_done', { count: count(figures) });
  return unreadable === 0
    ? done
    : `${done} ${t('history_unreadable', { count: count(unreadable) })}`;
}

/** Whether all figures are read that can be; products and courses follow then. */
const hasAllFigures = ({ figures, unreadable, total }: HistoryProgress): boolean =>
  figures + unreadable >= total;

/** Each LIVE is done with twice, readable or not: its figures, then the rest. */
const barOf = ({ figures, read, unreadable, total }: HistoryProgress) => ({
  at: figures + read + 2 * unreadable,
  of: 2 * total,
});

/** LIVEs whose figures are done with. */
const countsOf = ({ figures, unreadable, total }: HistoryProgress) => ({
  read: count(figures + unreadable),
  total: count(total),
});

const count = (value: number) => ({ kind: 'count', value }) as const;
