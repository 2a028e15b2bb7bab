import type { JSX } from 'preact';
import type { UnixSeconds } from '../../metrics/time.ts';
import { pinVerdictName } from '../course/pin-verdict.ts';
import { useI18n } from '../design/i18n.ts';
import { orDash } from '../figures.ts';
import {
  type Drawn,
  drawnNames,
  endsOf,
  type JudgedPin,
  type TimelineData,
} from './timeline-data.ts';

/**
 * What the charts show where one points, with what was pinned then; else where each figure peaked. For the eye:
 * screen readers have the chart in words, and the table.
 */
export function ReadOut({
  data,
  pins,
  place,
  time,
  show,
}: {
  data: TimelineData;
  pins: readonly JudgedPin[];
  /** Place of the interval pointed at. */
  place: number | undefined;
  time: (at: UnixSeconds) => string;
  show: (of: Drawn, value: number) => string;
}): JSX.Element {
  const { t } = useI18n();
  const row = place === undefined ? undefined : data.rows[place];
  const text = (value: string) => ({ kind: 'text', text: value }) as const;
  return (
    <div class="read-out small" aria-hidden="true">
      <p>
        {row !== undefined && <b>{time(row.at)}</b>}
        {data.drawn.map((of) => {
          const name = { kind: 'message', message: drawnNames[of] } as const;
          const peak = endsOf(data, of)?.peak;
          if (row !== undefined) {
            const value = row[of];
            return (
              <span key={of}>
                {t('performance_timeline_figure', {
                  name,
                  value: text(orDash(value, (known) => show(of, known))),
                })}
              </span>
            );
          }
          return (
            peak !== undefined && (
              <span key={of} class="quiet">
                {t('performance_timeline_peak', {
                  name,
                  value: text(show(of, peak.value)),
                  at: text(time(peak.at)),
                })}
              </span>
            )
          );
        })}
      </p>
      <p class="clip-text">{row === undefined ? '' : pinned(row.at)}</p>
    </div>
  );

  /** The products pinned in the interval from `at`, with their verdicts. */
  function pinned(at: UnixSeconds): string {
    const then = pins.filter(
      ({ startedAt, endedAt }) =>
        startedAt < at + data.interval && (endedAt === undefined || endedAt > at),
    );
    if (then.length === 0) return '';
    const names = then.map((pin) => {
      const name = pin.productName ?? pin.product;
      const verdict = pinVerdictName(pin.verdict);
      return verdict === undefined
        ? name
        : t('performance_timeline_judged', {
            pin: text(name),
            verdict: { kind: 'message', message: verdict },
          });
    });
    return t('performance_timeline_pinned', { products: text(names.join(', ')) });
  }
}
