import { isMoneyMetric, type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import type { Revision } from '../../metrics/revision.ts';
import type { UnixMs } from '../../metrics/time.ts';

/** A figure that stood otherwise after a reading than before: one that came is without `from`, one that went without `to`. */
export interface FigureChange {
  readonly metric: MetricId;
  readonly from?: number;
  readonly to?: number;
}

/** What one reading changed. */
export interface LiveReading {
  readonly number: number;
  readonly at: UnixMs;
  /** In the order of the catalogue; of the first reading none. */
  readonly changes: readonly FigureChange[];
  /** Figures that were known after it. */
  readonly known: number;
}

/** How a LIVE's figures moved from reading to reading, newest first. Figures that were worked out of others aren't told. */
export function readingsOf(revisions: readonly Revision[]): readonly LiveReading[] {
  const ordered = revisions.toSorted((one, other) => one.number - other.number);
  return ordered
    .map(({ number, at, figures }, place): LiveReading => {
      const before = ordered[place - 1]?.figures;
      return {
        number,
        at,
        changes: before === undefined ? [] : changesBetween(before, figures),
        known: metricIds.filter((id) => isRead(figures, id)).length,
      };
    })
    .reverse();
}

function changesBetween(before: Figures, after: Figures): readonly FigureChange[] {
  return metricIds.flatMap((metric): FigureChange[] => {
    const from = isRead(before, metric) ? numberOf(before, metric) : undefined;
    const to = isRead(after, metric) ? numberOf(after, metric) : undefined;
    if (from === to && currencyIn(before, metric) === currencyIn(after, metric)) return [];
    return [
      {
        metric,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ];
  });
}

const isRead = (figures: Figures, id: MetricId): boolean =>
  figures[id] !== undefined && figures[id].derivedFrom === undefined;

const currencyIn = (figures: Figures, id: MetricId): string | undefined =>
  isMoneyMetric(id) ? figures[id]?.money.currency : undefined;
