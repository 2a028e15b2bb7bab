import fc from 'fast-check';
import type { MetricId } from '../../metrics/catalogue.ts';
import { liveArbitrary, type MadeLive } from './made-live.ts';

/** A cell as a program holds it; `clock` is a time without a zone ("2026-07-01T18:30:00"). */
type MadeCell =
  | { readonly text: string }
  | { readonly number: number; readonly format?: string }
  | { readonly clock: string; readonly format: string }
  | null;

/** How the cells of a file are written: as Seller Center does, as typed cells with formats, or without. */
const styles = ['exported', 'typed', 'plain'] as const;
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
