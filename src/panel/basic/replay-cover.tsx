import type { JSX } from 'preact';
import { recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlayMark } from '../design/icon.tsx';
import { liveName } from '../live-name.ts';
import { ownReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';

/** The cover: plays the replay while TikTok keeps it and says for how long, where that is known; after that the cover alone. */
export function ReplayCover({ session }: { session: Session }): JSX.Element {
  const { room } = session;
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const replay = recordingState(replayOf(room), app.now.value);
  if (replay.state !== 'playable') {
    return (
      <span class="basic-cover">
        <CoverPicture url={room.coverUrl}>
          {replay.state === 'expired' && (
            <span class="cover-note">{t('panel_replay_expired')}</span>
          )}
        </CoverPicture>
      </span>
    );
  }
  const { daysLeft } = replay;
  const days =
    daysLeft === undefined ? undefined : { count: { kind: 'count', value: daysLeft } as const };
  return (
    <button
      type="button"
      class="basic-cover"
      aria-label={
        days === undefined ? t('panel_replay_play_undated') : t('panel_replay_play', days)
      }
      onClick={() => {
        app.replay.value = ownReplay(session, liveName(room, words));
      }}
    >
      <CoverPicture url={room.coverUrl}>
        <span class="cover-play">
          <PlayMark />
        </span>
        {days !== undefined && <span class="cover-note">{t('panel_replay_left', days)}</span>}
      </CoverPicture>
    </button>
  );
}
