import type { JSX } from 'preact';
import type { ChangePoint } from '../../diagnosis/course/change-points.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { ChangeLane } from '../course/change-lane.tsx';
import { Lane } from '../course/lane.tsx';
import { pinVerdictName } from '../course/pin-verdict.ts';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { useApp } from '../state/app.ts';
import type { TimeOfDay } from './time-of-day.ts';
import { type JudgedPin, placeInTime, type TimelineData } from './timeline-data.ts';

const measuredLanes = () =>
  import('../measured/measured-lanes.tsx').then(({ MeasuredLanes }) => MeasuredLanes);
const noteLane = () => import('../notes/timeline-notes.tsx').then(({ NoteLane }) => NoteLane);

/** What changed, what was punished, noted and pinned, on the chart's own scale of time. */
export function Lanes({
  report,
  data,
  session,
  pins,
  changes,
  time,
}: {
  report: Report;
  data: TimelineData;
  session: Session;
  pins: readonly JudgedPin[];
  changes: readonly ChangePoint[];
  time: TimeOfDay;
}): JSX.Element {
  const { t } = useI18n();
  const { recordings } = useApp();
  const violations = (session.violations ?? []).flatMap((violation) =>
    violation.at === undefined ? [] : [{ ...violation, at: violation.at }],
  );
  const share = (value: number): string => `${(value * 100).toFixed(2)}%`;
  const isBare = pins.length === 0 && violations.length === 0 && changes.length === 0;
  return (
    <div class="lanes">
      {isBare && <p class="quiet small">{t('performance_timeline_no_pins')}</p>}
      <ChangeLane changes={changes} data={data} />
      <Loaded load={noteLane} props={{ session, data }} />
      {violations.length > 0 && (
        <Lane name={t('performance_timeline_violations')} class="lane-violations">
          {violations.map((violation) => {
            const words = t('performance_timeline_violation', {
              at: { kind: 'text', text: time(violation.at) },
              reason: { kind: 'text', text: violation.reason },
            });
            return (
              <li
                key={violation.at}
                title={words}
                style={{ '--from': share(placeInTime(data, violation.at, violation.at).left) }}
              >
                <span class="visually-hidden">{words}</span>
              </li>
            );
          })}
        </Lane>
      )}
      {pins.length > 0 && (
        <Lane name={t('performance_timeline_pins')} class="lane-pins">
          {pins.map((pin) => {
            const { left, width } = placeInTime(data, pin.startedAt, pin.endedAt);
            const product = { kind: 'text', text: pin.productName ?? pin.product } as const;
            const from = { kind: 'text', text: time(pin.startedAt) } as const;
            const span =
              pin.endedAt === undefined
                ? t('performance_timeline_pin_open', { product, from })
                : t('performance_timeline_pin', {
                    product,
                    from,
                    to: { kind: 'text', text: time(pin.endedAt) },
                  });
            const verdict = pinVerdictName(pin.verdict);
            const words =
              verdict === undefined
                ? span
                : t('performance_timeline_judged', {
                    pin: { kind: 'text', text: span },
                    verdict: { kind: 'message', message: verdict },
                  });
            return (
              <li
                key={`${pin.product} ${pin.startedAt}`}
                class={`pin-${pin.verdict}`}
                title={words}
                style={{ '--from': share(left), '--width': share(width) }}
              >
                <span class="visually-hidden">{words}</span>
              </li>
            );
          })}
        </Lane>
      )}
      {recordings.value !== undefined && (
        <Loaded load={measuredLanes} props={{ report, data, session, time }} />
      )}
    </div>
  );
}
