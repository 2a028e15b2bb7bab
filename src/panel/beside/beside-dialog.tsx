import { effect, useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import { type Cut, partOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, toMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { playerClock } from '../replay/clock.ts';
import { ClockLine } from '../replay/clock-line.tsx';
import { Controls } from '../replay/controls.tsx';
import { CutLine } from '../replay/cut-line.tsx';
import { createPlayback } from '../replay/playback.ts';
import { PlayerDeeds } from '../replay/player-deeds.tsx';
import { ownReplay } from '../replay/request.ts';
import { usePlayerKeys, useVideoDeck } from '../replay/use-player.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { type Alignment, alignmentsOf } from './alignments.ts';
import './beside.css';
import { FiguresBeside } from './figures-beside.tsx';
import { createPair } from './pair.ts';
import { Pane } from './pane.tsx';

/** A part of this length is shown where a recording is compared as a whole. */
const OPENING: Cut = { from: seconds(0), to: seconds(600) };

/** A clip beside the LIVE in view, over the panel. */
export function BesideDialog(): JSX.Element | null {
  const { beside, room, report } = useApp();
  const asked = beside.value;
  const { session } = room.view.value;
  const diagnosis = report.report.value;
  if (asked === undefined || session === undefined || diagnosis === undefined) return null;
  return (
    <Beside
      key={`${asked.room} ${session.room.id}`}
      asked={asked}
      session={session}
      report={diagnosis}
      onClose={() => {
        beside.value = undefined;
      }}
    />
  );
}

function Beside({
  asked,
  session,
  report,
  onClose,
}: {
  asked: ReplayRequest;
  session: Session;
  report: Report;
  onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const { player } = useApp();
  const title = useTitle(asked, session);
  const cut = useMemo(() => partOf(asked) ?? OPENING, [asked]);
  const alignments = useMemo(
    () =>
      alignmentsOf(
        session,
        { cut, metric: asked.clip?.metric },
        report.findings.find(({ factor }) => factor === asked.clip?.factor),
      ),
    [session, cut, asked, report],
  );
  const chosen = useSignal(0);
  const part = useComputed(() => alignments[chosen.value]?.cut ?? cut);
  const offset = useComputed(() => part.value.from - cut.from);
  // As it is when the window opens: figures that come in meanwhile must not start it anew.
  const [mine] = useState(() => ownReplay(session, t('panel_untitled')));
  const theirs = useVideoDeck(asked, cut.from);
  const own = useVideoDeck(mine, part.peek().from);
  const pair = useMemo(() => createPair(theirs, own, offset), [theirs, own, offset]);
  const playback = useMemo(() => createPlayback(pair, cut, player), [pair, cut, player]);
  useLayoutEffect(
    () => () => {
      playback.dispose();
      pair.dispose();
    },
    [playback, pair],
  );
  // Sound comes from one at a time: two would be a noise.
  const heard = useSignal<'theirs' | 'own'>('theirs');
  useLayoutEffect(
    () =>
      effect(() => {
        theirs.setMuted(player.muted.value || heard.value !== 'theirs');
        own.setMuted(player.muted.value || heard.value !== 'own');
      }),
    [theirs, own, player, heard],
  );
  const keys = usePlayerKeys(playback);
  return (
    <div class="beside">
      <Dialog title={title} onClose={onClose} onKey={keys.onKey}>
        <section ref={keys.frame} class="player" aria-label={title} tabIndex={-1}>
          <div class="beside-panes">
            <Pane
              name={t('streams_beside_clip')}
              asked={asked}
              deck={theirs}
              heard={heard.value === 'theirs'}
              onHear={() => {
                heard.value = 'theirs';
              }}
              onTap={playback.toggle}
            />
            <Pane
              name={t('streams_beside_yours')}
              asked={mine}
              deck={own}
              heard={heard.value === 'own'}
              onHear={() => {
                heard.value = 'own';
              }}
              onTap={playback.toggle}
            />
          </div>
          <ClockLine asked={asked} deck={theirs} name={t('streams_beside_clip')} />
          <ClockLine asked={mine} deck={own} name={t('streams_beside_yours')} />
          <Controls playback={playback} keys={keys} />
        </section>
        <CutLine playback={playback} />
        <div class="beside-facts">
          <Aligned
            alignments={alignments}
            chosen={chosen.value}
            onChoose={(place) => {
              chosen.value = place;
            }}
          />
          <FiguresBeside asked={asked} session={session} cut={cut} part={part.value} />
          <PlayerDeeds asked={asked} deck={theirs} />
        </div>
      </Dialog>
    </div>
  );
}

/** Names both LIVEs; the seller's own by their days, since many of hers have the same title. */
function useTitle(asked: ReplayRequest, { room }: Session): string {
  const { t, locale } = useI18n();
  const dayOf = (at: UnixSeconds | undefined, zone?: Zone): string =>
    at === undefined ? t('panel_untitled') : formatInstant(toMs(at), zone, locale, 'short');
  const own = asked.whose.kind === 'own';
  return t('streams_beside_title', {
    theirs: {
      kind: 'text',
      text: own ? dayOf(asked.live?.startedAt, room.zone) : asked.title,
    },
    yours: { kind: 'text', text: dayOf(room.startedAt, room.zone) },
  });
}

const kinds = {
  minute: 'streams_align_minute',
  seen: 'streams_align_seen',
  best: 'streams_align_best',
} as const;

/** Which part of the own LIVE is shown, for the seller to choose. */
function Aligned({
  alignments,
  chosen,
  onChoose,
}: {
  alignments: readonly Alignment[];
  chosen: number;
  onChoose: (place: number) => void;
}): JSX.Element {
  const { t } = useI18n();
  const without = !alignments.some(({ kind }) => kind === 'minute');
  return (
    <div class="beside-align">
      {alignments.length > 0 && (
        <>
          <span class="quiet" aria-hidden="true">
            {t('streams_align')}
          </span>
          <Select
            label={t('streams_align')}
            value={String(chosen)}
            choices={alignments.map(({ kind, cut }, place) => ({
              value: String(place),
              name: t(kinds[kind], { at: { kind: 'text', text: playerClock(cut.from) } }),
            }))}
            onChoose={(value) => onChoose(Number(value))}
          />
        </>
      )}
      {without && <p class="quiet small">{t('streams_align_ended')}</p>}
    </div>
  );
}
