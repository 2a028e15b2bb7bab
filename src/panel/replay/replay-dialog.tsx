import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { clock } from './clock.ts';
import './replay.css';

/** A stream can break once while it starts; a second time it is said. */
const SILENT_RETRIES = 1;

/** The replay that was asked for, over the panel. A cut starts at its beginning and stops at its end. */
export function ReplayDialog(): JSX.Element | null {
  const { replay } = useApp();
  const asked = replay.value;
  if (asked === undefined) return null;
  return (
    <Player
      asked={asked}
      onClose={() => {
        replay.value = undefined;
      }}
    />
  );
}

function Player({ asked, onClose }: { asked: ReplayRequest; onClose: () => void }): JSX.Element {
  const { say } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const broken = useSignal(false);
  const failures = useRef(0);
  const { cut } = asked;
  const playCut = (): void => {
    const from = cut?.from ?? asked.at;
    if (video.current === null || from === undefined) return;
    video.current.currentTime = from;
    void video.current.play().catch(() => undefined);
  };
  useEffect(() => {
    const element = video.current;
    return () => element?.pause();
  }, []);
  return (
    <div class="replay">
      <Dialog title={asked.title} onClose={onClose}>
        {broken.value ? (
          <Notice
            tone="fault"
            title={say('panel_replay_broken')}
            actions={
              <Button
                icon="refresh"
                onClick={() => {
                  failures.current = 0;
                  broken.value = false;
                }}
              >
                {say('panel_retry')}
              </Button>
            }
          >
            {say('panel_replay_broken_why')}
          </Notice>
        ) : (
          <video
            ref={video}
            src={asked.url}
            controls
            autoplay
            playsInline
            preload="metadata"
            aria-label={asked.title}
            onLoadedMetadata={playCut}
            onTimeUpdate={(event) => {
              const { currentTime } = event.currentTarget;
              const passing =
                cut !== undefined && currentTime >= cut.to && currentTime < cut.to + 1;
              if (passing) event.currentTarget.pause();
            }}
            onError={({ currentTarget }) => {
              failures.current += 1;
              if (failures.current > SILENT_RETRIES) broken.value = true;
              else currentTarget.load();
            }}
          >
            <track kind="captions" />
          </video>
        )}
        {cut !== undefined && !broken.value && (
          <p class="replay-cut">
            {say('panel_replay_cut', {
              from: { kind: 'text', text: clock(cut.from) },
              to: { kind: 'text', text: clock(cut.to) },
            })}
            <Button look="link" onClick={playCut}>
              {say('panel_replay_cut_again')}
            </Button>
          </p>
        )}
      </Dialog>
    </div>
  );
}
