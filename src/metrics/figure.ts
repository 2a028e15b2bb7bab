import * as v from 'valibot';
import {
  isMoneyMetric,
  type MetricId,
  type MoneyMetricId,
  metricIds,
  type ScalarMetricId,
} from './catalogue.ts';
import { amountOf, type Money, MoneySchema } from './money.ts';
import { UnixMsSchema } from './time.ts';

/**
 * Where a figure came from: `endpoint` names the answer or file column, `how` whether the page was
 * overheard, we asked, a file was read or a sample made it.
 */
export const OriginSchema = v.object({
  how: v.picklist(['observed', 'fetched', 'file', 'feed', 'simulated']),
  endpoint: v.string(),
  at: UnixMsSchema,
  /** Set where a list of LIVEs gave it: it fills in, and never replaces what the LIVE's own answers say. */
  summary: v.optional(v.boolean()),
});
export type Origin = v.InferOutput<typeof OriginSchema>;

const figureParts = {
  origin: OriginSchema,
  /** Set when the figure was worked out from others instead of being reported; says from which. */
  derivedFrom: v.optional(v.array(v.string())),
};

const finite = v.pipe(v.number(), v.finite());

const ScalarFigureSchema = v.object({
  value: finite,
  /** Where rounding leaves a figure that was worked out open: it lies in here for certain. */
  range: v.optional(v.object({ low: finite, high: finite })),
  ...figureParts,
});
const MoneyFigureSchema = v.object({ money: MoneySchema, ...figureParts });
export type ScalarFigure = v.InferOutput<typeof ScalarFigureSchema>;
type MoneyFigure = v.InferOutput<typeof MoneyFigureSchema>;
export type Figure = ScalarFigure | MoneyFigure;

/** The figures of one LIVE, by metric. A metric that is missing is absent, never zero. */
export type Figures = { [K in ScalarMetricId]?: ScalarFigure } & {
  [K in MoneyMetricId]?: MoneyFigure;
};

const entries = Object.fromEntries(
  metricIds.map((id) => [
    id,
    v.optional(isMoneyMetric(id) ? MoneyFigureSchema : ScalarFigureSchema),
  ]),
);

/** Parses figures by the catalogue; unknown metrics are dropped, so an older build reads a newer file. */
export const FiguresSchema = v.pipe(
  v.object(entries),
  v.custom<Figures>(() => true),
);
const PlainFiguresSchema = v.custom<Figures>(() => true);

/**
 * The same for lists of LIVEs. Figures that have nothing to drop come out as they went in: an archive holds hundreds
 * of thousands.
 */
export const ListedFiguresSchema = v.lazy((input) =>
  arePlainFigures(input) ? PlainFiguresSchema : FiguresSchema,
);

/**
 * Whether {@link FiguresSchema} would take figures and change nothing of them. False for what is rare, where the
 * parts themselves decide.
 */
export function arePlainFigures(input: unknown): boolean {
  if (!isRecord(input)) return false;
  let origin: unknown = Number.NaN;
  for (const [id, figure] of Object.entries(input)) {
    if (!isMetricId(id) || !isRecord(figure)) return false;
    // Mostly the figures of a LIVE share one origin, in the database's copies too.
    if (figure.origin !== origin && !isPlainOrigin(figure.origin)) return false;
    origin = figure.origin;
    const isMoney = isMoneyMetric(id);
    if (!(isMoney ? isPlainMoney(figure.money) : Number.isFinite(figure.value))) return false;
    for (const key in figure) {
      if (key === 'derivedFrom' ? !areNames(figure[key]) : !isPart(key, isMoney)) return false;
    }
  }
  return true;
}

const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const knownIds: ReadonlySet<string> = new Set(metricIds);
const isMetricId = (id: string): id is MetricId => knownIds.has(id);

const isPart = (key: string, isMoney: boolean): boolean =>
  key === 'origin' || key === (isMoney ? 'money' : 'value');

const areNames = (input: unknown): boolean =>
  Array.isArray(input) && input.every((name) => typeof name === 'string');

function isPlainOrigin(input: unknown): boolean {
  if (!isRecord(input) || typeof input.endpoint !== 'string') return false;
  if (!Number.isFinite(input.at) || !hows.has(input.how)) return false;
  for (const key in input) {
    if (key === 'summary' ? typeof input.summary !== 'boolean' : !originParts.has(key))
      return false;
  }
  return true;
}
const hows: ReadonlySet<unknown> = new Set(OriginSchema.entries.how.options);
const originParts: ReadonlySet<string> = new Set(['how', 'endpoint', 'at']);

const isPlainMoney = (input: unknown): boolean =>
  isRecord(input) && Object.keys(input).length === 2 && v.is(MoneySchema, input);

/** A metric's value as a plain number, money in major units; undefined when it is not known. */
export function numberOf(figures: Figures, id: MetricId): number | undefined {
  const figure: Figure | undefined = figures[id];
  if (figure === undefined) return undefined;
  return 'money' in figure ? amountOf(figure.money) : figure.value;
}

/** A money metric's figure with its currency; undefined when it is not known. */
export function moneyOf(figures: Figures, id: MoneyMetricId): Money | undefined {
  return figures[id]?.money;
}
