import type { JSX } from 'preact';
import { IconButton } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { PlayMark } from '../design/icon.tsx';
import { Select } from '../design/select.tsx';
import { type PlayerChoices, speeds } from '../state/player-choices.ts';
import { playerClock } from './clock.ts';
import type { Playback } from './playback.ts';
import './transport.css';

/** The row under a recording: where it stands, and all that can be done with it. Times run from left to right in every language. */
export function PlayerControls({
  playback,
  choices,
  disabled,
  onFull,
  onHelp,
  help,
}: {
  playback: Playback;
  choices: PlayerChoices;
  /** Nothing can be played. */
  disabled: boolean;
  /** Absent where the browser allows no full screen. */
  onFull?: (() => void) | undefined;
  onHelp: () => void;
  help: boolean;
}): JSX.Element {
  const { t } = useI18n();
  const { deck, cut } = playback;
  const playing = deck.playing.value;
  return (
    <div class="transport">
      <Slider playback={playback} disabled={disabled} />
      <div class="transport-row" dir="ltr">
        <button
          type="button"
          class="transport-jump"
          aria-label={t('streams_key_back_5')}
          title={t('streams_key_back_5')}
          disabled={disabled}
          onClick={() => playback.jump(-5)}
        >
          −5
        </button>
        <button
          type="button"
          class="transport-play"
          aria-label={t(playing ? 'streams_pause' : 'streams_play')}
          title={t(playing ? 'streams_pause' : 'streams_play')}
          disabled={disabled}
          onClick={playback.toggle}
        >
          {playing ? <PauseMark /> : <PlayMark />}
        </button>
        <button
          type="button"
          class="transport-jump"
          aria-label={t('streams_key_on_5')}
          title={t('streams_key_on_5')}
          disabled={disabled}
          onClick={() => playback.jump(5)}
        >
          +5
        </button>
        <span class="transport-more">
          {cut !== undefined && (
            <IconButton
              icon="loop"
              label={t('streams_loop')}
              aria-pressed={choices.loop.value}
              disabled={playback.whole.value}
              onClick={() => {
                choices.loop.value = !choices.loop.value;
              }}
            />
          )}
          <IconButton
            icon={choices.muted.value ? 'mute' : 'sound'}
            label={t('streams_mute')}
            aria-pressed={choices.muted.value}
            onClick={() => {
              choices.muted.value = !choices.muted.value;
            }}
          />
          <Select
            label={t('streams_speed')}
            value={String(choices.speed.value)}
            choices={speeds.map((speed) => ({
              value: String(speed),
              name: t('streams_times', {
                speed: { kind: 'decimal', value: speed, digits: speed % 1 === 0 ? 0 : 1 },
              }),
            }))}
            onChoose={(chosen) => {
              choices.speed.value = speeds.find((speed) => String(speed) === chosen) ?? 1;
            }}
          />
          {onFull !== undefined && (
            <IconButton icon="full" label={t('streams_full')} onClick={onFull} />
          )}
          <IconButton icon="keys" label={t('streams_keys')} aria-expanded={help} onClick={onHelp} />
        </span>
      </div>
    </div>
  );
}

/** The place in the recording, the part to learn from marked on it. */
function Slider({ playback, disabled }: { playback: Playback; disabled: boolean }): JSX.Element {
  const { t } = useI18n();
  const { deck, cut, reach } = playback;
  const { from, to } = reach.value;
  const at = Math.min(Math.max(deck.time.value, from), Math.max(to, from));
  const span = to - from;
  const share = (place: number): string =>
    span <= 0 ? '0%' : `${((Math.min(Math.max(place, from), to) - from) / span) * 100}%`;
  const text = (seconds: number) => ({ kind: 'text', text: playerClock(seconds) }) as const;
  return (
    <div class="slider" dir="ltr">
      <span class="slider-time">{playerClock(at)}</span>
      <span
        class="slider-field"
        style={{
          '--at': share(at),
          '--from': cut === undefined || !playback.whole.value ? '0%' : share(cut.from),
          '--to': cut === undefined || !playback.whole.value ? '0%' : share(cut.to),
        }}
      >
        <input
          type="range"
          min={from}
          max={Math.max(to, from + 1)}
          step="any"
          value={at}
          disabled={disabled}
          aria-label={t('streams_place')}
          aria-valuetext={t('streams_place_of', { at: text(at), to: text(to) })}
          onInput={(event) => playback.seek(event.currentTarget.valueAsNumber)}
        />
      </span>
      <span class="slider-time">{playerClock(to)}</span>
    </div>
  );
}

function PauseMark(): JSX.Element {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" fill="currentColor" aria-hidden="true">
      <path d="M3 2h3v10H3zM8 2h3v10H8z" />
    </svg>
  );
}
