import type { ComponentChildren, JSX } from 'preact';
import type { Standing } from '../../diagnosis/report.ts';
import { isRunning, lengthAt } from '../../metrics/live/length.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { recordingState, replayOf, timeLeftText } from '../../metrics/live/recording.ts';
import type { Session, Show } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { Button } from '../design/button.tsx';
import { Chip, type Shape, type Tone } from '../design/chip.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { Section } from '../design/section.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { liveName } from '../live-name.ts';
import { FiguresAge } from '../shell/figures-age.tsx';
import { useApp } from '../state/app.ts';
import './basic.css';
import { CopyId } from './copy-id.tsx';
import { ReplayCover } from './replay-cover.tsx';

const standings = {
  risk: {
    tone: 'low',
    shape: 'alert',
    name: 'panel_standing_risk',
    what: 'panel_standing_risk_what',
  },
  'need-attention': {
    tone: 'warn',
    shape: 'down',
    name: 'panel_standing_need_attention',
    what: 'panel_standing_need_attention_what',
  },
  // Its words say that there is room, which an arrow up would turn into praise.
  'can-improve': {
    tone: 'accent',
    shape: undefined,
    name: 'panel_standing_can_improve',
    what: 'panel_standing_can_improve_what',
  },
  normal: {
    tone: 'high',
    shape: 'dot',
    name: 'panel_standing_normal',
    what: 'panel_standing_normal_what',
  },
  unknown: undefined,
} as const satisfies Record<
  Standing,
  { tone: Tone; shape: Shape | undefined; name: string; what: MessageKey } | undefined
>;

const liveNotes = () => import('../notes/live-notes.tsx').then(({ LiveNotes }) => LiveNotes);

const phases = { provisional: 'panel_state_provisional', final: 'panel_state_final' } as const;

/** Which LIVE this is, how it stands in TikTok's words, its replay, and the way to its dashboard. */
export function BasicInformation({ session }: { session: Session }): JSX.Element {
  const { room } = session;
  const words = useI18n();
  const { t, locale } = words;
  const { ports, now, report, room: inView } = useApp();
  const answeredAt = inView.view.value.record?.fetchedAt;
  const running = isRunning(room, now.value, answeredAt);
  const length = lengthAt(room, now.value, answeredAt);
  const creator = creatorName(room);
  const nameless = isNameless(room.id);
  const phase = phaseOf(room, now.value, answeredAt).name;
  const standing = standings[report.report.value?.standing ?? 'unknown'];
  return (
    <Section id="basic" title={t('panel_basic')}>
      <div class="basic">
        <ReplayCover session={session} />
        <div>
          <p class="basic-title" dir="auto">
            {liveName(room, words)}
          </p>
          <dl class="facts">
            {creator !== undefined && (
              <Fact name={t('panel_creator')}>
                <bdi>{creator}</bdi>
              </Fact>
            )}
            <Fact name={t('panel_room_id')}>
              {nameless ? t('panel_room_id_none') : <CopyId id={room.id} />}
            </Fact>
            {room.startedAt !== undefined && (
              <Fact name={t('panel_started')}>
                {formatInstant(toMs(room.startedAt), room.zone, locale, 'both')}
              </Fact>
            )}
            {room.show !== undefined && (
              <Fact name={t('panel_show')}>{showText(room.show, room.zone, words)}</Fact>
            )}
            {length !== undefined && (
              <Fact name={t('panel_duration')}>
                {t(running ? 'panel_duration_so_far' : 'panel_duration_is', {
                  duration: { kind: 'text', text: formatDuration(length, locale) },
                })}
              </Fact>
            )}
            <ReplayFact room={room} />
          </dl>
        </div>
        <div class="basic-foot">
          {standing !== undefined && (
            <span class="row">
              <Chip tone={standing.tone} shape={standing.shape}>
                {t(standing.name)}
              </Chip>
              <Tooltip label={t('panel_standing_how')}>
                <p>{t(standing.what)}</p>
              </Tooltip>
            </span>
          )}
          {(phase === 'provisional' || phase === 'final') && (
            <span class="quiet small">{t(phases[phase])}</span>
          )}
          <FiguresAge class="basic-age quiet small" alone />
          {!nameless && (
            <Button
              look="link"
              onClick={() => void ports.ask('tab.open', { page: 'live-dashboard', room: room.id })}
            >
              {t('panel_live_dashboard')} <span aria-hidden="true">↗</span>
            </Button>
          )}
        </div>
        <div class="basic-notes">
          <Loaded load={liveNotes} props={{ session }} />
        </div>
      </div>
    </Section>
  );
}

/** For how long the replay can still be watched, or that it has run out; nothing where neither is known. */
function ReplayFact({ room }: Pick<Session, 'room'>): JSX.Element | null {
  const { t, write } = useI18n();
  const { now } = useApp();
  const replay = recordingState(replayOf(room), now.value);
  const left = replay.state === 'playable' ? replay.left : undefined;
  if (replay.state !== 'expired' && left === undefined) return null;
  return (
    <Fact name={t('panel_replay')}>
      {left === undefined ? t('streams_tag_expired') : write(timeLeftText(left))}
    </Fact>
  );
}

/** The planned show that the LIVE belongs to, and which part of it where it broke off. */
function showText(
  { name, plannedAt, part, parts }: Show,
  zone: Session['room']['zone'],
  { t, locale }: I18n,
): string {
  const planned =
    plannedAt === undefined
      ? undefined
      : t('panel_show_planned', {
          start: { kind: 'text', text: formatInstant(toMs(plannedAt), zone, locale, 'both') },
        });
  const broken =
    parts > 1
      ? t('panel_show_part', {
          part: { kind: 'count', value: part },
          parts: { kind: 'count', value: parts },
        })
      : undefined;
  return [name, planned, broken].filter((text) => text !== undefined).join(' · ');
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
