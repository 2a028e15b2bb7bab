import type { JSX } from 'preact';
import type { HistoryProgress } from '../../platform/history.ts';
import { Button } from '../design/button.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import './history-note.css';

const pauseWords = {
  seller: 'history_paused',
  'signed-out': 'history_paused_signed_out',
  'not-allowed': 'history_paused_not_allowed',
  'other-shop': 'history_paused_other_shop',
  storage: 'history_paused_storage',
} as const;

/** The offer to read the seller's last three months, how far that has come, and the seller's word on it. */
export function HistoryNote(): JSX.Element | null {
  const { history, settings } = useApp();
  const progress = history.progress.value;
  if (settings.settings.value.sample) return null;
  switch (progress?.phase) {
    case 'running':
      return <Running progress={progress} />;
    case 'paused':
      return <Paused progress={progress} />;
    case 'done':
      return history.seen.value ? <Done progress={progress} /> : null;
    case 'stopped':
    case undefined:
      return <Offer />;
  }
}

function Offer(): JSX.Element | null {
  const { say } = useWords();
  const { history } = useApp();
  const offer = history.offer.value;
  if (offer === undefined) return null;
  return (
    <div class="history-note small">
      <p>
        {offer === 'unlisted'
          ? say('history_offer_first')
          : say('history_offer', { count: count(offer) })}
      </p>
      <ReadButton />
      <HistoryFault />
    </div>
  );
}

/** The one button; beside the offer and on the first screen. */
export function ReadButton({ onBegun }: { onBegun?: () => void }): JSX.Element {
  const { say } = useWords();
  const { history } = useApp();
  return (
    <Button
      icon="refresh"
      disabled={history.asking.value}
      onClick={() =>
        void history.start().then((begun) => {
          if (begun) onBegun?.();
        })
      }
    >
      {say('history_read')}
    </Button>
  );
}

function Running({ progress }: { progress: HistoryProgress }): JSX.Element {
  const { say } = useWords();
  const { history } = useApp();
  const { total, read, unreadable, msLeft, waits } = progress;
  const counts = { read: count(read + unreadable), total: count(total) };
  const left =
    msLeft === undefined
      ? say('history_reading', counts)
      : say('history_reading_left', {
          ...counts,
          time: { kind: 'duration', seconds: Math.max(1, Math.round(msLeft / 1000)) },
        });
  return (
    <div class="history-note small">
      <p role="status">{waits ? say('history_waits', counts) : left}</p>
      <progress max={total} value={read + unreadable} aria-label={say('history_bar')} />
      <div class="history-deeds">
        <Button
          look="link"
          disabled={history.asking.value}
          onClick={() => void history.order('pause')}
        >
          {say('history_pause')}
        </Button>
        <StopButton />
      </div>
      <HistoryFault />
    </div>
  );
}

function Paused({ progress }: { progress: HistoryProgress }): JSX.Element {
  const { say } = useWords();
  const { history } = useApp();
  const { pause = 'seller', read, unreadable, total } = progress;
  return (
    <div class="history-note small">
      <p role="status">
        {say(pauseWords[pause], { read: count(read + unreadable), total: count(total) })}
      </p>
      <div class="history-deeds">
        <Button
          look="link"
          disabled={history.asking.value}
          onClick={() => void history.order('resume')}
        >
          {say('history_resume')}
        </Button>
        <StopButton />
      </div>
      <HistoryFault />
    </div>
  );
}

function StopButton(): JSX.Element {
  const { say } = useWords();
  const { history } = useApp();
  return (
    <Button look="link" disabled={history.asking.value} onClick={() => void history.order('stop')}>
      {say('history_stop')}
    </Button>
  );
}

function Done({ progress }: { progress: HistoryProgress }): JSX.Element {
  const { say } = useWords();
  const { read, unreadable } = progress;
  return (
    <div class="history-note small">
      <p role="status">
        {say('history_done', { count: count(read) })}
        {unreadable > 0 && ` ${say('history_unreadable', { count: count(unreadable) })}`}
      </p>
    </div>
  );
}

/** Why the seller's last word couldn't be followed. */
export function HistoryFault(): JSX.Element | null {
  const { write } = useWords();
  const { history } = useApp();
  const fault = history.fault.value;
  return fault === undefined ? null : <p role="alert">{write(fault.text)}</p>;
}

const count = (value: number) => ({ kind: 'count', value }) as const;
