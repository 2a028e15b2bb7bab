import { type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { ReadingGap, Session } from '../../metrics/session.ts';

/** The list only tells which LIVEs there are; what it says of one LIVE is answered in full elsewhere. */
const LIST = 'live/list';

/** One answer of which something is not there, or can't be trusted. */
export interface MissingPart {
  readonly endpoint: string;
  readonly reasons: readonly {
    readonly reason: ReadingGap['reason'];
    /** The metrics it is about; empty where it is about the whole answer or a detail without a metric. */
    readonly metrics: readonly MetricId[];
    /** True where the whole answer is meant. */
    readonly whole: boolean;
    /** TikTok's own names of figures that no reader knows; absent for every other reason. */
    readonly unknown?: readonly string[];
  }[];
}

/**
 * What a LIVE lacks, by answer. A metric that another answer gave is not missing, and nothing is
 * missing for want of the list of LIVEs. `endpoints` are the answers that did not come at all.
 */
export function missingParts(
  session: Pick<Session, 'gaps' | 'figures'> | undefined,
  endpoints: readonly string[],
): readonly MissingPart[] {
  const gaps = (session?.gaps ?? []).filter((gap) => {
    if (gap.endpoint === LIST) return false;
    const metric = metricOf(gap);
    const known = metric !== undefined && numberOf(session?.figures ?? {}, metric) !== undefined;
    return gap.reason === 'contradicts' || !known;
  });
  const silent = endpoints.filter((endpoint) => endpoint !== LIST);
  const names = [...new Set([...silent, ...gaps.map(({ endpoint }) => endpoint)])];
  return names.map((endpoint) => {
    const own = gaps.filter((gap) => gap.endpoint === endpoint);
    const reasons = [...new Set(own.map(({ reason }) => reason))].map((reason) => {
      const meant = own.filter((gap) => gap.reason === reason);
      const metrics = meant.map(metricOf).filter((metric) => metric !== undefined);
      const unknown =
        reason === 'unknown' ? { unknown: meant.map(({ field }) => nameOf(field)) } : {};
      return { reason, metrics, whole: meant.some(({ field }) => field === ''), ...unknown };
    });
    const none = { reason: 'unreachable', metrics: [], whole: true } as const;
    return { endpoint, reasons: reasons.length === 0 ? [none] : reasons };
  });
}

const metricOf = ({ field }: ReadingGap): MetricId | undefined =>
  metricIds.find((id) => id === field);

/** A field without the way to it: "stats.new_cnt" is "new_cnt". */
const nameOf = (field: string): string => field.split('.').at(-1) ?? field;
