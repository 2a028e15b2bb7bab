import type { JSX } from 'preact';
import type { Finding, Stretch } from '../../diagnosis/report.ts';
import { recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { PinButton } from '../board/pin-button.tsx';
import { stretchToPin } from '../board/pinnable.ts';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlayMark } from '../design/icon.tsx';
import { playerClock } from '../replay/clock.ts';
import { ownReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';
import './factor-clips.css';

/** The stretches of the LIVE's own replay that show a finding; none once the replay is gone. */
export function FactorClips({
  finding,
  session,
  pictureOf,
}: {
  finding: Finding;
  session: Session;
  /** A picture of a stretch in place of the LIVE's cover, where there is one. */
  pictureOf?: (stretch: Stretch) => JSX.Element | undefined;
}): JSX.Element | null {
  const { t, locale } = useI18n();
  const app = useApp();
  const { room } = session;
  const { startedAt } = room;
  const replay = recordingState(replayOf(room), app.now.value);
  if (replay.state !== 'playable' || startedAt === undefined || finding.stretches.length === 0) {
    return null;
  }
  const play = (stretch: Stretch): void => {
    app.replay.value = ownReplay(session, t('panel_untitled'), stretch);
  };
  return (
    <div class="clips">
      {finding.stretches.map((stretch) => {
        // What is seen is part of the name, for those who speak to a button by what they read on it.
        const at = `${playerClock(stretch.from - startedAt)} – ${playerClock(stretch.to - startedAt)}`;
        const drawn = pictureOf?.(stretch);
        const pinnable = stretchToPin(session, stretch, app.now.value, finding.factor);
        return (
          <div key={stretch.from} class="clip-item">
            <button
              type="button"
              class="clip-card"
              aria-label={t('panel_clip_play', { at: { kind: 'text', text: at } })}
              title={formatInstant(toMs(stretch.from), room.zone, locale, 'time')}
              onClick={() => play(stretch)}
            >
              <CoverPicture url={drawn === undefined ? room.coverUrl : undefined}>
                {drawn}
                <span class="cover-play">
                  <PlayMark size={11} />
                </span>
              </CoverPicture>
              <small>{at}</small>
            </button>
            {pinnable !== undefined && <PinButton pinnable={pinnable} look="cover" />}
          </div>
        );
      })}
    </div>
  );
}
