import type { JSX } from 'preact';
import { recordingState, replayOf, timeLeftText } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlayMark } from '../design/icon.tsx';
import { liveName } from '../live-name.ts';
import { ownReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';

/** The cover: plays the replay while TikTok keeps it; after that the cover alone. How long that is stands among the facts. */
export function ReplayCover({ session }: { session: Session }): JSX.Element {
  const { room } = session;
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const replay = recordingState(replayOf(room), app.now.value);
  if (replay.state !== 'playable') {
    return (
      <span class="basic-cover">
        <CoverPicture url={room.coverUrl} />
      </span>
    );
  }
  const { left } = replay;
  return (
    <button
      type="button"
      class="basic-cover"
      aria-label={
        left === undefined
          ? t('panel_replay_play_undated')
          : t('panel_replay_play', { left: { kind: 'phrase', phrase: timeLeftText(left) } })
      }
      onClick={() => {
        app.replay.value = ownReplay(session, liveName(room, words));
      }}
    >
      <CoverPicture url={room.coverUrl}>
        <span class="cover-play">
          <PlayMark />
        </span>
      </CoverPicture>
    </button>
  );
}
