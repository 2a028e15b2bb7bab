import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Pinned } from '../../metrics/board/pinned.ts';
import { endsSoon, expiryOf, recordingOf } from '../../metrics/board/pinned-expiry.ts';
import { type RecordingState, timeLeftText } from '../../metrics/live/recording.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { IconButton } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon, PlayMark } from '../design/icon.tsx';
import { Select } from '../design/select.tsx';
import type { Handle } from '../editing/use-order.ts';
import { AddPinned } from '../plan/add-to-plan.tsx';
import { playerClock } from '../replay/clock.ts';
import { pinnedReplay } from '../replay/request.ts';
import { useApp } from '../state/app.ts';
import { useRevealed } from '../state/reveal.ts';
import './card.css';
import { PinnedFigures } from './card-figures.tsx';
import { factorName, pinnedLiveName, thingName } from './names.ts';
import { Note } from './note.tsx';
import { Tags } from './tags.tsx';

/** A thing on the board: its picture and recording, where it is from, its figures, and the seller's own words. */
export function PinnedCard({
  pinned,
  handle,
  hint,
  tagsId,
  dragged,
  drop,
  onRemove,
}: {
  pinned: Pinned;
  handle: Handle;
  hint: string;
  tagsId: string;
  dragged: boolean;
  drop: 'before' | 'after' | undefined;
  onRemove: () => void;
}): JSX.Element {
  const words = useI18n();
  const { t, locale } = words;
  const { board, settings } = useApp();
  const card = useRevealed<HTMLLIElement>({ kind: 'pinned', id: pinned.id });
  // In the sample shop everything is simulated, and says so on top of every screen.
  const simulated = pinned.simulated === true && !settings.settings.value.sample;
  const name = { kind: 'text', text: thingName(pinned, words) } as const;
  const { creator, startedAt, zone } = pinned.room;
  const date =
    startedAt === undefined ? undefined : formatInstant(toMs(startedAt), zone, locale, 'date');
  const looks = ['pinned', dragged && 'pinned-dragged', handle.lifted && 'pinned-lifted'];
  return (
    <li
      ref={card}
      id={`pinned-${pinned.id}`}
      class={looks.filter((look) => look !== false).join(' ')}
      tabIndex={-1}
      aria-label={name.text}
      data-pinned={pinned.id}
      data-drop={drop}
    >
      <Picture pinned={pinned} />
      <div class="pinned-what">
        <div class="pinned-kind">
          <span class="pinned-about">
            <Kind pinned={pinned} />
          </span>
          {simulated && <Chip tone="warn">{t('panel_sample')}</Chip>}
          <button
            type="button"
            class="icon-button pinned-handle"
            data-grip={pinned.id}
            aria-label={t('board_move', { name })}
            aria-describedby={hint}
            aria-pressed={handle.lifted}
            title={t('board_move_short')}
            onKeyDown={handle.onKeyDown}
            onBlur={handle.onBlur}
            onPointerDown={handle.onPointerDown}
          >
            <Icon name="grip" />
          </button>
          <IconButton icon="close" label={t('board_remove', { name })} onClick={onRemove} />
        </div>
        <Title pinned={pinned} />
        <p class="quiet pinned-from">
          {creator !== undefined && <bdi>{creator}</bdi>}
          {creator !== undefined && date !== undefined && ' · '}
          {date}
        </p>
        <PinnedFigures pinned={pinned} />
      </div>
      <div class="pinned-own">
        <Note pinned={pinned} name={name.text} />
        <div class="pinned-foot">
          <Tags pinned={pinned} name={name.text} tagsId={tagsId} />
          <AddPinned pinned={pinned} />
          <Select
            label={t('board_status', { name })}
            value={pinned.status}
            choices={[
              { value: 'to-try', name: t('board_to_try') },
              { value: 'tried', name: t('board_tried') },
            ]}
            onChoose={(status) =>
              void board.change(pinned.id, { status: status === 'tried' ? 'tried' : 'to-try' })
            }
          />
        </div>
      </div>
    </li>
  );
}

/** What it is in two words: its kind, and the factor it shows or the second it is at. */
function Kind({ pinned }: { pinned: Pinned }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const kinds = {
    clip: 'board_kind_clip',
    moment: 'board_kind_moment',
    factor: 'board_kind_factor',
  } as const;
  const about = pinned.factor === undefined ? undefined : <b>{factorName(pinned.factor, words)}</b>;
  const span = cutText(pinned);
  return (
    <>
      {about ?? <b>{t(kinds[pinned.kind])}</b>}
      {about !== undefined && <span> · {t(kinds[pinned.kind])}</span>}
      {span !== undefined && <span> · {span}</span>}
    </>
  );
}

function cutText(pinned: Pinned): string | undefined {
  const recording = recordingOf(pinned);
  if (recording === undefined) return undefined;
  const { from, to } = recording;
  return to === undefined ? playerClock(from) : `${playerClock(from)} – ${playerClock(to)}`;
}

/** The LIVE's title; opens the LIVE where it is one of the seller's own. */
function Title({ pinned }: { pinned: Pinned }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const title = pinnedLiveName(pinned);
  const own = pinned.kind !== 'clip' || pinned.feed === undefined;
  if (!own) {
    return (
      <p
        class="pinned-title"
        dir="auto"
        title={t('board_from_feed', { feed: text(pinned.feed ?? '') })}
      >
        {title}
      </p>
    );
  }
  return (
    <button
      type="button"
      class="link pinned-title"
      dir="auto"
      title={t('board_open_room')}
      onClick={() => {
        scrollTo({ top: 0 });
        void app.open(pinned.room.room);
      }}
    >
      {title}
    </button>
  );
}

const text = (shown: string) => ({ kind: 'text', text: shown }) as const;

/** The kept picture, else the cover where it still loads; over it the play button and what time is left. */
function Picture({ pinned }: { pinned: Pinned }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { now, pictures, replay, settings } = useApp();
  const { room, coverUrl } = pinned.room;
  const sample = settings.settings.value.sample;
  useEffect(() => {
    pictures.show(sample ? 'sample' : 'shop', room);
  }, [pictures, sample, room]);
  const expiry = expiryOf(pinned, now.value);
  const request = pinnedReplay(pinned, t('panel_untitled'));
  const kept = pictures.pictures.value.get(room);
  return (
    <div class="pinned-cover">
      <CoverPicture url={kept ?? coverUrl} />
      {expiry.state === 'playable' && request !== undefined && (
        <button
          type="button"
          class="cover-button"
          aria-label={t('board_play', { name: text(thingName(pinned, words)) })}
          onClick={() => {
            replay.value = { ...request, ...(kept === undefined ? {} : { coverUrl: kept }) };
          }}
        >
          <span class="cover-play">
            <PlayMark />
          </span>
        </button>
      )}
      <Left expiry={expiry} kind={pinned.kind} />
    </div>
  );
}

function Left({
  expiry,
  kind,
}: {
  expiry: RecordingState;
  kind: Pinned['kind'];
}): JSX.Element | null {
  const { t, write } = useI18n();
  if (expiry.state === 'expired') {
    return (
      <span class="cover-note">
        {t(kind === 'clip' ? 'board_clip_expired' : 'board_replay_expired')}
      </span>
    );
  }
  if (expiry.state === 'absent' || expiry.left === undefined) return null;
  const left = write(timeLeftText(expiry.left));
  return endsSoon(expiry) ? (
    <span class="cover-note pinned-ending">
      <Chip tone="warn">{left}</Chip>
    </span>
  ) : (
    <span class="cover-note">{left}</span>
  );
}
