import type { JSX } from 'preact';
import { coarseStep, levelIn } from '../../diagnosis/level-in.ts';
import type { Stretch } from '../../diagnosis/report.ts';
import { isMoneyMetric, type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Cut } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { AgainstYours } from '../benchmarks/against.tsx';
import { factorName } from '../board/names.ts';
import { clipToPin } from '../board/pinnable.ts';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { figureOrDash } from '../figures.ts';
import { playerClock } from '../replay/clock.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';

const measuredBeside = () =>
  import('../measured/measured-beside.tsx').then(({ MeasuredBeside }) => MeasuredBeside);

interface Row {
  readonly name: string;
  readonly metric: MetricId;
  readonly theirs: number | undefined;
  readonly yours: number | undefined;
  /** Whether the own figure is worked out from steps that reach beyond the part. */
  readonly isEstimate?: boolean;
}

/** The figures of both over what is shown, the LIVEs as a whole below, and the seller's note on the clip. */
export function FiguresBeside({
  asked,
  session,
  cut,
  part,
}: {
  asked: ReplayRequest;
  session: Session;
  /** The part of the clip's recording, and that of the own one. */
  cut: Cut;
  part: Cut;
}): JSX.Element | null {
  const words = useI18n();
  const { t, locale } = words;
  const { streams } = useApp();
  const { clip, live } = asked;
  const mine = streams.mine.value;
  const stretch = stretchOf(session, part);
  const step =
    clip === undefined || stretch === undefined ? undefined : coarseStep(session, stretch);
  const rows: readonly Row[] = [
    ...(clip === undefined
      ? []
      : [
          {
            name: t('streams_in_part', {
              metric: { kind: 'text', text: t(metric(clip.metric).name) },
            }),
            metric: clip.metric,
            theirs: clip.level,
            yours: stretch && levelIn(session, clip.metric, stretch),
            isEstimate: step !== undefined,
          },
        ]),
    ...(['gmvPerHour', 'impressionsPerHour'] as const).map((id) => ({
      name: t('streams_whole_live', {
        metric: { kind: 'text', text: t(metric(id).name) },
      }),
      metric: id,
      theirs: live?.figures[id],
      yours: mine.figure(id),
    })),
  ];
  const show = (id: MetricId, value: number | undefined, currency = live?.currency): string =>
    figureOrDash(id, value, { currency, locale });
  const own = ({ metric: id, yours, isEstimate }: Row): string => {
    const text = show(id, yours, mine.currency);
    return isEstimate && yours !== undefined
      ? t('streams_about', { value: { kind: 'text', text } })
      : text;
  };
  const foreign = live?.currency !== mine.currency && rows.some((row) => isMoneyMetric(row.metric));
  return (
    <div class="beside-figures">
      {clip !== undefined && (
        <p class="small">
          {t('streams_beside_shows', {
            factor: { kind: 'text', text: factorName(clip.factor, words) },
            from: { kind: 'text', text: playerClock(part.from) },
            to: { kind: 'text', text: playerClock(part.to) },
          })}
        </p>
      )}
      <table class="beside-table">
        <thead>
          <tr>
            <th scope="col">{t('streams_beside_clip')}</th>
            <th scope="col">{t('streams_beside_yours')}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.name}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {row.name}
              </th>
            </tr>
            <tr>
              <td>
                <b>{show(row.metric, row.theirs)}</b>{' '}
                <AgainstYours
                  metric={row.metric}
                  theirs={row.theirs}
                  yours={row.yours}
                  currency={live?.currency}
                  mine={mine}
                />
              </td>
              <td>
                <b>{own(row)}</b>
              </td>
            </tr>
          </tbody>
        ))}
      </table>
      {step !== undefined &&
        rows.some(({ isEstimate, yours }) => isEstimate && yours !== undefined) && (
          <p class="quiet small">
            {t('streams_about_why', { step: { kind: 'duration', seconds: step } })}
          </p>
        )}
      {foreign && <p class="quiet small">{t('streams_foreign')}</p>}
      <Loaded load={measuredBeside} props={{ asked, session, cut, part }} />
      <Note asked={asked} />
    </div>
  );
}

/** What the seller noted on the clip, where it is on the board. */
function Note({ asked: { live, clip, whose } }: { asked: ReplayRequest }): JSX.Element | null {
  const { t } = useI18n();
  const { board } = useApp();
  if (live === undefined || clip === undefined) return null;
  const feed = whose.kind === 'feed' ? { feed: whose.name } : {};
  const pinned = board.find(clipToPin(live, clip, feed).thing);
  if (pinned === undefined || pinned.note === '') return null;
  return (
    <p class="beside-note">
      <b>{t('streams_note')}</b> {pinned.note}
    </p>
  );
}

/** A part of the own LIVE as the clock had it; undefined while the LIVE's start is unknown. */
function stretchOf({ room: { startedAt } }: Session, part: Cut): Stretch | undefined {
  return startedAt === undefined
    ? undefined
    : { from: unixSeconds(startedAt + part.from), to: unixSeconds(startedAt + part.to) };
}
