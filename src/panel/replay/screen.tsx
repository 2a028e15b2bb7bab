import type { ComponentChildren, JSX } from 'preact';
import type { MessageKey } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import type { ReplayRequest } from '../state/replay.ts';
import { TroubleNote } from './trouble-note.tsx';
import { canPlay, type DeckState, type VideoDeck } from './video-deck.ts';
import './screen.css';

/**
 * Where a recording is seen: its cover until the first picture is there, and again, with the reason,
 * where it can't be played. Always of the same size.
 */
export function Screen({
  asked,
  deck,
  onTap,
  children,
}: {
  asked: ReplayRequest;
  deck: VideoDeck;
  onTap: () => void;
  children?: ComponentChildren;
}): JSX.Element {
  const { t } = useI18n();
  const state = deck.state.value;
  const note = noteOf(state, asked);
  return (
    <div class={`screen screen-${state}`}>
      <CoverPicture url={asked.coverUrl} class="screen-cover" />
      <video ref={deck.mount} playsInline preload="auto" aria-label={asked.title}>
        <track kind="captions" />
      </video>
      {canPlay(state) && (
        // For the pointer alone: keys and the row below do the same.
        <button type="button" class="screen-tap" tabIndex={-1} aria-hidden="true" onClick={onTap} />
      )}
      {(state === 'loading' || state === 'waiting') && (
        <span class="screen-wait" role="status">
          {t('streams_loading')}
        </span>
      )}
      {children}
      {deck.trouble.value !== undefined && (
        <div class="screen-note">
          <TroubleNote trouble={deck.trouble.value} at={deck.time.value} onRetry={deck.retry} />
        </div>
      )}
      {note !== undefined && (
        <div class="screen-note">
          <Notice
            title={t(note.title)}
            actions={
              note.again !== undefined && (
                <Button icon="refresh" onClick={deck.retry}>
                  {t(note.again)}
                </Button>
              )
            }
          >
            {t(note.why)}
          </Notice>
        </div>
      )}
    </div>
  );
}

interface Note {
  readonly title: MessageKey;
  readonly why: MessageKey;
  /** What a second try is called, where one may help. */
  readonly again?: MessageKey;
}

function noteOf(state: DeckState, { clip }: ReplayRequest): Note | undefined {
  if (state === 'expired') {
    const title = clip === undefined ? 'streams_replay_expired' : 'streams_clip_expired';
    return { title, why: 'streams_expired_why', again: 'streams_try_anyway' };
  }
  if (state === 'absent') return { title: 'streams_absent', why: 'streams_absent_why' };
  return undefined;
}
