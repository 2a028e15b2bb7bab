import fc from 'fast-check';
import type { MetricId } from '../../metrics/catalogue.ts';

/** A cell as a program holds it; `clock` is a time without a zone ("2026-07-01T18:30:00"). */
export type MadeCell =
  | { readonly text: string }
  | { readonly number: number; readonly format?: string }
  | { readonly clock: string; readonly format: string }
  | null;

/** What a row must be read as. */
export interface MadeLive {
  /** Unix seconds by a clock that stands at UTC. */
  readonly clock: number;
  readonly length: number;
  readonly figures: Readonly<Partial<Record<MetricId, number>>>;
}

/** How the cells of a file are written: as Seller Center does, as typed cells with formats, or without. */
export const styles = ['exported', 'typed', 'plain'] as const;
type Style = (typeof styles)[number];

/** A made export: its cells, and what they say. */
export interface MadeExport {
  readonly name: string;
  readonly region: string;
  readonly rows: readonly (readonly MadeCell[])[];
  /** The head of each column, by its metric or by what it says of the room. */
  readonly heads: ReadonlyMap<string, string>;
  /** By the row of the sheet, 1 the first. */
  readonly lives: ReadonlyMap<number, MadeLive>;
}

type Kind = 'money' | 'count' | 'rate' | 'seconds';
type Field =
  | { readonly head: string; readonly metric: MetricId; readonly kind: Kind }
  | { readonly head: string; readonly is: 'title' | 'start' | 'length' | 'creator' | 'handle' };

interface MadeLayout {
  readonly name: string;
  readonly region: string;
  /** Puts an amount as Seller Center writes it there. */
  readonly money: (amount: number) => string;
  readonly start: (clock: string) => string;
  readonly length: (seconds: number) => string;
  /** Rates are written as shares, not as percentages. */
  readonly shares?: true;
  readonly fields: readonly Field[];
}

const metric = (head: string, id: MetricId, kind: Kind): Field => ({ head, metric: id, kind });
const slashed = (clock: string): string =>
  clock.slice(0, 16).replace('T', '/ ').replaceAll('-', '/');
const spaced = (clock: string): string => clock.replace('T', ' ');
const inHours = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}h ${Math.floor((seconds % 3600) / 60)}min`;
const grouped = (amount: number, locale: string): string =>
  amount.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const creators: readonly Field[] = [
  { head: 'Creator ID', is: 'creator' },
  { head: 'Creator', is: 'handle' },
  { head: 'Launched Time', is: 'start' },
  { head: 'Duration', is: 'length' },
];

const layouts: readonly MadeLayout[] = [
  {
    name: 'performance',
    region: 'VN',
    money: (amount) => `${grouped(amount, 'en')}₫`,
    start: spaced,
    length: inHours,
    fields: [
      { head: 'Room Title', is: 'title' },
      { head: 'Livestream', is: 'title' },
      { head: 'Start Time', is: 'start' },
      { head: 'Duration', is: 'length' },
      metric('Attributed GMV', 'gmv', 'money'),
      metric('Views', 'views', 'count'),
      metric('LIVE impressions', 'impressions', 'count'),
      metric('Tap through rate', 'tapThroughRate', 'rate'),
      metric('Product Impressions', 'productImpressions', 'count'),
      metric('Product clicks', 'productClicks', 'count'),
      metric('LIVE CTR', 'liveCtr', 'rate'),
      metric('Avg. viewing duration', 'averageViewDuration', 'seconds'),
      metric('Likes', 'likes', 'count'),
      metric('Like rate', 'likeRate', 'rate'),
    ],
  },
  {
    name: 'brazil',
    region: 'BR',
    money: (amount) => `R$ ${grouped(amount, 'pt-BR')}`,
    start: spaced,
    length: (seconds) => String(seconds),
    shares: true,
    fields: [
      { head: 'Livestream', is: 'title' },
      { head: 'Start time', is: 'start' },
      { head: 'Duration', is: 'length' },
      metric('Attributed GMV', 'gmv', 'money'),
      metric('Views', 'views', 'count'),
      metric('LIVE impressions', 'impressions', 'count'),
      metric('Tap-through rate', 'tapThroughRate', 'rate'),
      metric('Product impressions', 'productImpressions', 'count'),
      metric('Product clicks', 'productClicks', 'count'),
      metric('CTR', 'productCtr', 'rate'),
      metric('Like rate', 'likeRate', 'rate'),
      metric('Likes', 'likes', 'count'),
    ],
  },
  {
    name: 'analysis',
    region: 'TH',
    money: (amount) => `฿${grouped(amount, 'en')}`,
    start: slashed,
    length: inHours,
    fields: [
      ...creators,
      metric('LIVE-attributed GMV (฿)', 'gmv', 'money'),
      metric('LIVE GMV (฿)', 'directGmv', 'money'),
      { head: 'LIVE indirect GMV (฿)', is: 'title' },
      metric('Orders Paid', 'orders', 'count'),
      metric('Viewers', 'viewers', 'count'),
      metric('Views', 'views', 'count'),
      metric('Average viewing duration (LIVE streams)', 'averageViewDuration', 'seconds'),
      metric('LIVE likes', 'likes', 'count'),
      metric('Product Impressions', 'productImpressions', 'count'),
      metric('Product Clicks', 'productClicks', 'count'),
      metric('CTR', 'productCtr', 'rate'),
    ],
  },
];

/** One LIVE's figures, which agree with each other as those of a real one do. */
const liveArbitrary = fc
  .record({
    minute: fc.integer({ min: 0, max: 700 * 24 * 60 }),
    minutes: fc.integer({ min: 1, max: 12 * 60 }),
    impressions: fc.integer({ min: 1, max: 2_000_000 }),
    tapped: fc.integer({ min: 1, max: 3_000 }),
    perView: fc.integer({ min: 1, max: 90_000 }),
    clicked: fc.integer({ min: 0, max: 9_000 }),
    ordered: fc.integer({ min: 0, max: 9_000 }),
    cents: fc.oneof(
      fc.integer({ min: 0, max: 5e9 }),
      fc.integer({ min: 0, max: 9_999 }).map((n) => n * 100_000),
    ),
    watched: fc.integer({ min: 1, max: 600 }),
    likes: fc.integer({ min: 0, max: 200_000 }),
  })
  .map((drawn): MadeLive => {
    const share = (of: number, tenThousandth: number): number =>
      Math.round((of * tenThousandth) / 10_000);
    const views = Math.max(1, share(drawn.impressions, drawn.tapped));
    const productImpressions = share(views, drawn.perView);
    const productClicks = share(productImpressions, drawn.clicked);
    const rounded = (part: number, whole: number): number | undefined =>
      whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000;
    const gmv = drawn.cents / 100;
    const figures = {
      gmv,
      directGmv: Math.round(drawn.cents * 0.8) / 100,
      orders: share(productClicks, drawn.ordered),
      impressions: drawn.impressions,
      views,
      viewers: Math.max(1, Math.round(views * 0.8)),
      productImpressions,
      productClicks,
      likes: drawn.likes,
      tapThroughRate: rounded(views, drawn.impressions),
      liveCtr: rounded(productClicks, views),
      productCtr: rounded(productClicks, productImpressions),
      likeRate: rounded(drawn.likes, views),
      averageViewDuration: drawn.watched,
    };
    return {
      clock: Date.UTC(2025, 0, 1) / 1000 + drawn.minute * 60,
      length: drawn.minutes * 60,
      figures: Object.fromEntries(
        Object.entries(figures).filter(([, value]) => value !== undefined),
      ),
    };
  });

/** Titles that look like something else. */
const titles = [
  'Noite de ofertas',
  'Total',
  '1.234',
  '50% OFF',
  'R$ 10',
  '2026',
  'Duration',
  '=1+1',
  '"Sale", today',
];

/** Made exports, the same for the same seed: every layout in every style. */
export function madeExports(count: number, seed: number): readonly MadeExport[] {
  const drawn = fc.sample(fc.array(liveArbitrary, { minLength: 1, maxLength: 40 }), {
    numRuns: count,
    seed,
  });
  return drawn.map((lives, nth) => {
    const layout = layouts[nth % layouts.length] ?? layouts[0];
    const style = styles[Math.floor(nth / layouts.length) % styles.length] ?? 'exported';
    if (layout === undefined) throw new Error('There is no layout.');
    return madeExport(layout, style, lives, nth);
  });
}

function madeExport(
  layout: MadeLayout,
  style: Style,
  drawn: readonly MadeLive[],
  nth: number,
): MadeExport {
  // One LIVE a minute, so that each is found by its start.
  const lives = [...new Map(drawn.map((live) => [live.clock, live])).values()];
  const heads = layout.fields.map(({ head }): MadeCell => ({ text: head }));
  const above: readonly MadeCell[][] =
    nth % 2 === 0 ? [[{ text: '2025-01-01 ~ 2026-12-31' }], [null]] : [];
  return {
    name: `${nth}-${layout.name}-${style}`,
    region: layout.region,
    heads: new Map(
      layout.fields.flatMap((field) => [['metric' in field ? field.metric : field.is, field.head]]),
    ),
    rows: [
      ...above,
      heads,
      ...lives.map((live, place) =>
        layout.fields.map(
          (field): MadeCell =>
            cellOf(field, live, layout, style, titles[(nth + place) % titles.length] ?? ''),
        ),
      ),
    ],
    lives: new Map(
      lives.map((live, place) => [
        above.length + 2 + place,
        {
          ...live,
          figures: Object.fromEntries(
            layout.fields.flatMap((field) => {
              const value = 'metric' in field ? live.figures[field.metric] : undefined;
              return 'metric' in field && value !== undefined ? [[field.metric, value]] : [];
            }),
          ),
        },
      ]),
    ),
  };
}

function cellOf(
  field: Field,
  live: MadeLive,
  layout: MadeLayout,
  style: Style,
  title: string,
): MadeCell {
  const clock = new Date(live.clock * 1000).toISOString().slice(0, 19);
  if ('is' in field) {
    switch (field.is) {
      case 'title':
        return { text: title };
      case 'creator':
        return { text: '7000000000000000001' };
      case 'handle':
        return { text: 'shop.one' };
      case 'start':
        return style === 'exported'
          ? { text: layout.start(clock) }
          : { clock, format: style === 'typed' ? 'yyyy-mm-dd hh:mm' : 'dd/mm/yyyy hh:mm' };
      case 'length':
        if (style === 'exported') return { text: layout.length(live.length) };
        return style === 'typed'
          ? { number: live.length / 86_400, format: '[h]:mm:ss' }
          : { number: live.length };
    }
  }
  const value = live.figures[field.metric];
  if (value === undefined) return style === 'exported' ? { text: '-' } : null;
  if (style === 'plain') return { number: value };
  switch (field.kind) {
    case 'money':
      return style === 'typed'
        ? { number: value, format: '#,##0.00' }
        : { text: layout.money(value) };
    case 'count':
      return style === 'typed'
        ? { number: value, format: '#,##0' }
        : { text: value.toLocaleString('en') };
    case 'seconds':
      return style === 'typed'
        ? { number: value / 86_400, format: '[h]:mm:ss' }
        : { text: `${value}s` };
    case 'rate':
      if (style === 'typed') return { number: value, format: '0.00%' };
      return {
        text: layout.shares === true ? String(value) : `${Number((value * 100).toFixed(2))}%`,
      };
  }
}
