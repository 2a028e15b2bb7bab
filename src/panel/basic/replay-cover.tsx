import type { JSX } from 'preact';
import type { Session } from '../../metrics/session.ts';
import { Cover } from '../design/cover.tsx';
import { PlayMark } from '../design/icon.tsx';
import { useWords } from '../design/words.ts';
import { ownReplay } from '../replay/request.ts';
import { replayState } from '../room-state.ts';
import { useApp } from '../state/app.ts';

/** The cover: plays the replay while TikTok keeps it and says for how long; after that the cover alone. */
export function ReplayCover({ session }: { session: Session }): JSX.Element {
  const { room } = session;
  const { say } = useWords();
  const app = useApp();
  const replay = replayState(room, app.now.value);
  if (replay.state !== 'playable') {
    return (
      <span class="basic-cover">
        <Cover url={room.coverUrl}>
          {replay.state === 'expired' && (
            <span class="cover-note">{say('panel_replay_expired')}</span>
          )}
        </Cover>
      </span>
    );
  }
  return (
    <button
      type="button"
      class="basic-cover"
      aria-label={say('panel_replay_play', { count: { kind: 'count', value: replay.daysLeft } })}
      onClick={() => {
        app.replay.value = ownReplay(session, say('panel_untitled'));
      }}
    >
      <Cover url={room.coverUrl}>
        <span class="cover-play">
          <PlayMark />
        </span>
        <span class="cover-note">
          {say('panel_replay_left', { count: { kind: 'count', value: replay.daysLeft } })}
        </span>
      </Cover>
    </button>
  );
}
