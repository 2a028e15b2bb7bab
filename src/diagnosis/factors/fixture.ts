import * as v from 'valibot';
import { type PastLive, PastLiveSchema } from '../../metrics/benchmark.ts';
import { isMoneyMetric, type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { type Session, SessionSchema } from '../../metrics/session.ts';
import { DAY_SECONDS, HOUR_SECONDS } from '../../metrics/time.ts';
import { currencyOf } from '../currency.ts';
import { funnelKindOf } from '../decomposition/funnel-kind.ts';
import type { FactorInput } from '../factor.ts';
import type { RecordingsMeasured } from '../recording/measured-live.ts';
import { recordingJudgeOf } from '../recording/recording-judge.ts';
import type { Comparison } from '../report.ts';

/** Small hand-made LIVEs for the tests of factors: two hours, in a shop seven hours ahead of UTC. */
export const START = 1_781_143_200;
export const HOUR = HOUR_SECONDS;
const END = START + 2 * HOUR;
const moneyIds: ReadonlySet<string> = new Set(metricIds.filter(isMoneyMetric));
const ORIGIN = { how: 'simulated', endpoint: 'fixture', at: END * 1000 };

export type Values = Partial<Record<MetricId, number>>;

/** Anchors of one metric: the benchmark's figure, and the usual band. */
export interface Anchors {
  readonly benchmark?: number;
  readonly usual?: readonly [p25: number, p75: number];
}

type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends number
    ? number
    : T extends string
      ? string
      : T extends object
        ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
        : T;

export type Parts = Omit<Loose<Session>, 'figures'> & { readonly values?: Values };

/** A LIVE of which only the given parts are known, besides its start, end and zone. */
export function fixtureSession({ room, values, ...parts }: Parts = {}): Session {
  return v.parse(SessionSchema, {
    version: 1,
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
    ...parts,
    room: {
      id: '7649951805363391253',
      startedAt: START,
      endedAt: END,
      duration: END - START,
      status: 'ended',
      zone: { offset: 7 * HOUR },
      ...room,
    },
    figures: fixtureFigures(values ?? {}),
  });
}

/** An earlier LIVE that started `daysAgo` days and `hours` hours before this one and ran two hours. */
export function pastLive(daysAgo: number, values: Values, hours = 0): PastLive {
  const startedAt = START - daysAgo * DAY_SECONDS - hours * HOUR;
  return v.parse(PastLiveSchema, {
    startedAt,
    endedAt: startedAt + 2 * HOUR,
    figures: fixtureFigures(values),
  });
}

/** What a factor gets: a LIVE, what its metrics are compared with, and earlier LIVEs. */
export function fixtureInput(
  session: Session,
  anchors: Partial<Record<MetricId, Anchors>> = {},
  history: readonly PastLive[] = [],
  recordings?: RecordingsMeasured,
): FactorInput {
  return {
    session,
    history,
    gap: { state: 'missing', yours: [], benchmark: [] },
    currency: currencyOf(session),
    kind: funnelKindOf(session.figures),
    recording: recordings && recordingJudgeOf(recordings)(session, () => []),
    compare: (metric) => comparison(metric, numberOf(session.figures, metric), anchors[metric]),
  };
}

/** A series of five-minute intervals from the LIVE's start. */
export function series(
  metric: MetricId | 'concurrentViewers',
  kind: 'amount' | 'level' | 'rate',
  values: readonly number[],
) {
  return {
    metric,
    kind,
    points: values.map((value, place): [number, number] => [START + place * 300, value]),
  };
}

export const fixtureMoney = (amount: number) => ({ amount: amount.toFixed(2), currency: 'USD' });

export function fixtureFigures(values: Values) {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,

      moneyIds.has(id) ? { money: fixtureMoney(value), origin: ORIGIN } : { value, origin: ORIGIN },
    ]),
  );
}

function comparison(
  metric: MetricId,
  yours: number | undefined,
  anchors: Anchors | undefined,
): Comparison {
  const { benchmark, usual } = anchors ?? {};
  const band =
    usual === undefined
      ? {}
      : { usual: { p25: usual[0], p50: (usual[0] + usual[1]) / 2, p75: usual[1], n: 12 } };
  if (yours === undefined) return { metric, ...band, verdict: { none: 'not-reported' } };
  if (benchmark === undefined) return { metric, yours, ...band, verdict: { none: 'no-benchmark' } };
  return {
    metric,
    yours,
    benchmark: { value: benchmark, basis: 'market' },
    ...band,
    verdict: yours < benchmark ? 'lower' : yours > benchmark ? 'higher' : 'same',
  };
}
