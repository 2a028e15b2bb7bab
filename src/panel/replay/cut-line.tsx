import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import './replay.css';
import { playerClock } from './clock.ts';
import type { Playback } from './playback.ts';

/** Which part is played, and the way into the rest of the recording and back. */
export function CutLine({ playback }: { playback: Playback }): JSX.Element | null {
  const { t } = useI18n();
  const { cut, whole, beyond, deck } = playback;
  if (cut === undefined) return null;
  const length = deck.length.value;
  if (beyond.value && length !== undefined) {
    return (
      <p class="replay-cut" role="status">
        {t('streams_part_beyond', {
          from: { kind: 'text', text: playerClock(cut.from) },
          end: { kind: 'text', text: playerClock(length) },
        })}
      </p>
    );
  }
  return (
    <p class="replay-cut">
      {t('streams_part', {
        from: { kind: 'text', text: playerClock(cut.from) },
        to: { kind: 'text', text: playerClock(Math.min(cut.to, length ?? cut.to)) },
      })}
      <Button look="link" onClick={() => playback.setWhole(!whole.value)}>
        {t(whole.value ? 'streams_part_only' : 'streams_whole')}
      </Button>
    </p>
  );
}
