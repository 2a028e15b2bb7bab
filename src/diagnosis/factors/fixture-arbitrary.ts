import fc from 'fast-check';
import type { PastLive } from '../../metrics/benchmark.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { fixtureMeasures, pastMeasures } from '../../metrics/recording/measures.fixture.ts';
import type { Session } from '../../metrics/session.ts';
import type { RecordingsMeasured } from '../recording/measured-live.ts';
import {
  type Anchors,
  fixtureMoney,
  fixtureSession,
  HOUR,
  pastLive,
  START,
  series,
  type Values,
} from './fixture.ts';
import { recordedFactors } from './recorded.fixture.ts';

/** Everything a factor may look at, whole, with figures that agree with each other. */
export interface ArbitraryCase {
  readonly session: Session;
  readonly anchors: Partial<Record<MetricId, Anchors>>;
  readonly history: readonly PastLive[];
  readonly recordings?: RecordingsMeasured | undefined;
}

const anchored: readonly MetricId[] = [
  'impressionsPerHour',
  'tapThroughRate',
  'tapThroughRatePreview',
  'averageViewDuration',
  'averageViewDurationPerView',
  'viewsOverOneMinuteRate',
  'viewsPerViewer',
  'productImpressionsPerView',
  'liveCtr',
  'ctor',
  'paymentRate',
  'aov',
  'commentRate',
  'likeRate',
  'shareRate',
  'followRate',
  'adsRoi',
];

const upTo = (max: number) => fc.integer({ min: 0, max });
const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true });
const many = (max: number) => fc.array(upTo(max), { minLength: 24, maxLength: 24 });

const productRow = fc.record({
  impressions: upTo(5000),
  clicks: upTo(300),
  orders: upTo(40),
  itemsSold: upTo(60),
  addToCarts: upTo(60),
  stockLeft: upTo(30),
  price: fc.integer({ min: 1, max: 90 }),
});

/** Orders and GMV of a LIVE agree, as either stands for the other where one isn't known. */
const AOV = 20;

/** LIVEs of all kinds: most of them with a gap somewhere. */
export const anyCase: fc.Arbitrary<ArbitraryCase> = fc
  .record({
    products: fc.array(productRow, { maxLength: 14 }),
    figures: fc.tuple(upTo(30_000), upTo(3000), upTo(900), upTo(300)),
    rates: fc.array(rate, { minLength: anchored.length, maxLength: anchored.length }),
    factor: fc.double({ min: 0.3, max: 3, noNaN: true }),
    clicks: many(3),
    comments: many(6),
    hushed: fc.boolean(),
    viewers: many(40),
    views: many(30),
    gmv: many(200),
    sources: fc.array(fc.tuple(upTo(9000), upTo(400)), { minLength: 1, maxLength: 4 }),
    pins: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }),
    hosts: fc.array(fc.integer({ min: 10, max: 60 }), { maxLength: 4 }),
    violationAt: fc.option(upTo(7000)),
    past: fc.array(fc.tuple(upTo(40), upTo(23), upTo(500), upTo(60)), { maxLength: 30 }),
    adsCost: upTo(500),
    recorded: fc.option(fc.tuple(fc.constantFrom(...recordedFactors), upTo(6), fc.boolean())),
  })
  .map((parts) => {
    const [impressions, views, productClicks, orders] = parts.figures;
    const judged = Object.fromEntries(anchored.map((id, i) => [id, parts.rates[i]]));
    const values: Values = {
      ...judged,
      impressions,
      views,
      viewers: views,
      productClicks,
      orders,
      aov: AOV,
      gmv: orders * AOV,
      addToCarts: productClicks,
      adsCost: parts.adsCost,
    };
    const session = fixtureSession({
      currency: 'USD',
      values,
      products: parts.products.map(({ price, ...product }, i) => ({
        id: String(i + 1),
        ...product,
        gmv: fixtureMoney(product.orders * price),
      })),
      productsSold: parts.products.length,
      sources: parts.sources.map(([shown, entered], i) => ({
        name: ['foru', 'follow', 'search', 'message'][i] ?? 'others',
        impressions: shown,
        views: entered,
      })),
      pins: pinned(parts.pins),
      hosts: hosted(parts.hosts),
      violations:
        parts.violationAt === null
          ? []
          : [{ at: START + parts.violationAt, reason: 'Static picture', consequence: 'Warning' }],
      timeline: {
        interval: 300,
        series: [
          series('productClicks', 'amount', parts.clicks.map(hush(parts.hushed, 1))),
          series('concurrentViewers', 'level', parts.viewers),
          series('views', 'amount', parts.views),
          series('comments', 'amount', parts.comments.map(hush(parts.hushed, 0))),
          series(
            'impressions',
            'amount',
            parts.views.map((value) => value * 30),
          ),
          series(
            'orders',
            'amount',
            parts.gmv.map((value) => Math.floor(value / AOV)),
          ),
          series(
            'gmv',
            'amount',
            parts.gmv.map((value) => Math.floor(value / AOV) * AOV),
          ),
        ],
      },
    });
    const anchors = Object.fromEntries(
      anchored.map((id, i) => {
        const base = (parts.rates[i] ?? 0.1) * parts.factor;
        return [id, { benchmark: base, usual: [base * 0.9, base * 1.1] as const }];
      }),
    );
    const history = parts.past.map(([days, hours, gmv, carts]) =>
      pastLive(days + 1, { gmv, gmvPerHour: gmv / 2, addToCarts: carts, orders: 20 }, hours),
    );
    return { session, anchors, history, recordings: recordingsOf(parts.recorded) };
  });

/** A recording in which something stands out, after LIVEs of which some are like it. */
function recordingsOf(
  recorded: readonly [(typeof recordedFactors)[number], number, boolean] | null,
): RecordingsMeasured | undefined {
  if (recorded === null) return undefined;
  const [{ bad }, lives, areAlike] = recorded;
  return { own: fixtureMeasures(bad), past: pastMeasures(lives, areAlike ? bad : {}) };
}

/** Leaves at most `left` of half an hour's intervals where nobody talked. */
const hush = (hushed: boolean, left: number) => (value: number, place: number) =>
  hushed && place >= 8 && place < 14 ? Math.min(value, left) : value;

function hosted(minutes: readonly number[]) {
  let from = START;
  return minutes.map((length, i) => {
    const startedAt = from;
    from += length * 60;
    return { name: `Host ${i % 2}`, startedAt, endedAt: from };
  });
}

function pinned(minutes: readonly number[]) {
  let from = START;
  return minutes.flatMap((length, i) => {
    const startedAt = from;
    from += length * 60;
    return from > START + 2 * HOUR
      ? []
      : [{ product: String((i % 3) + 1), productName: `Product ${i}`, startedAt, endedAt: from }];
  });
}
