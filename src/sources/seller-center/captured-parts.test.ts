import { describe, expect, it } from 'vitest';
import { moneyOf } from '../../metrics/figure.ts';
import { addMoney } from '../../metrics/money.ts';
import { capturedSession, paths, read, room } from './fixtures/captured.ts';
import eventTimeline from './fixtures/event-timeline.json' with { type: 'json' };
import productList from './fixtures/product-list.json' with { type: 'json' };
import roomInfo from './fixtures/room-info.json' with { type: 'json' };
import roomStatus from './fixtures/room-status.json' with { type: 'json' };
import sourceNew from './fixtures/source-new.json' with { type: 'json' };

const vnd = (amount: string) => ({ amount, currency: 'VND' });

describe('product/list of the captured LIVE', () => {
  const [part] = read(paths.productList, productList.data);
  const rows = productList.data.segments[0]?.stats ?? [];

  it('has eight products, six of them sold', () => {
    expect(rows).toHaveLength(8);
    expect(part?.products).toHaveLength(8);
    expect(part?.productsSold).toBe(6);
    expect(part?.gaps).toEqual([]);
  });

  it.each(rows)('reads every figure of $name', (row) => {
    expect(part?.products?.find(({ id }) => id === row.id)).toEqual({
      id: row.id,
      name: row.name,
      coverUrl: row.cover_url,
      impressions: row.exposure_cnt,
      ctr: Number(row.click_through_rate),
      ctor: Number(row.click_order_rate),
      gmv: vnd(row.gmv_local.amount),
      aov: vnd(row.main_aov_local.amount),
      stockLeft: row.inventory_left_cnt,
      addToCarts: row.add_shop_cart_cnt,
      orders: row.sales,
      wasPinned: row.is_pinned,
    });
  });
});

describe('source/new of the captured LIVE', () => {
  const [part] = read(paths.sourceNew, sourceNew.data);
  const entries = sourceNew.data.stats.all_traffic_distribution;

  interface Figures {
    readonly source_name: string;
    readonly watch_pv: number;
    readonly show_pv: number;
    readonly ctr?: string;
    readonly co?: string;
    readonly enter_room_rate: string;
    readonly gmv_local: { readonly amount: string };
    readonly show_gpm_local: { readonly amount: string };
  }
  const expected = (figures: Figures) => ({
    name: figures.source_name,
    views: figures.watch_pv,
    impressions: figures.show_pv,
    ...(figures.ctr === undefined ? {} : { productCtr: Number(figures.ctr) }),
    ...(figures.co === undefined ? {} : { ctor: Number(figures.co) }),
    tapThroughRate: Number(figures.enter_room_rate),
    gmv: vnd(figures.gmv_local.amount),
    showGpm: vnd(figures.show_gpm_local.amount),
  });

  it('has the seven sources in their order', () => {
    expect(part?.sources?.map(({ name, views }) => [name, views])).toEqual([
      ['search', 313],
      ['foru', 194],
      ['others', 134],
      ['message', 31],
      ['square', 29],
      ['mall', 23],
      ['follow', 5],
    ]);
    expect(part?.gaps).toEqual([]);
  });

  it.each(entries)('reads every figure of $main_source.source_name and its details', (entry) => {
    const source = part?.sources?.find(({ name }) => name === entry.main_source.source_name);
    const details = 'detail_source' in entry ? entry.detail_source : undefined;
    expect(source).toEqual({
      ...expected(entry.main_source),
      ...(details === undefined ? {} : { details: details.map(expected) }),
    });
  });

  it('leaves the rates of a detail without views absent', () => {
    const details = part?.sources?.flatMap((source) => source.details ?? []) ?? [];
    const unseen = details.filter(({ views }) => views === 0);
    expect(unseen.length).toBeGreaterThan(0);
    for (const detail of unseen) expect(detail.productCtr ?? detail.ctor).toBeUndefined();
  });

  it('does not force the parts to add up to the room', () => {
    const views = part?.sources?.reduce((sum, source) => sum + (source.views ?? 0), 0);
    expect(views).toBe(729);
    expect(capturedSession().figures.views?.value).toBe(743);
    const gmv = addMoney(part?.sources?.flatMap((source) => source.gmv ?? []) ?? []);
    expect(gmv?.amount).toBe('2513080');
    expect(moneyOf(capturedSession().figures, 'gmv')?.amount).toBe('2607080');
  });
});

describe('event/timeline of the captured LIVE', () => {
  it('has eighteen pins, each read as it came', () => {
    const { events } = eventTimeline.data.stats;
    expect(events).toHaveLength(18);
    const alone = events.flatMap((event) =>
      read(paths.eventTimeline, { stats: { events: [event] } }).flatMap(({ pins }) => pins ?? []),
    );
    expect(alone).toEqual(
      events.map(({ pin_product_event: pin }) => ({
        product: pin.product_id,
        productName: pin.product_name,
        imageUrl: pin.product_image,
        startedAt: pin.start_timestamp,
        ...(pin.end_timestamp === undefined ? {} : { endedAt: pin.end_timestamp }),
      })),
    );
  });

  it('reads the pin of an event whose kind can’t be read, and says so', () => {
    const [event] = eventTimeline.data.stats.events;
    const stats = { events: [{ ...event, event_type: 'many' }] };
    const [part] = read(paths.eventTimeline, { stats });
    expect(part?.pins).toHaveLength(1);
    expect(part?.gaps).toMatchObject([{ field: 'stats.events[].event_type', reason: 'malformed' }]);
  });

  it('joins neighbours of one product and keeps the open pin open', () => {
    const [part] = read(paths.eventTimeline, eventTimeline.data);
    const shown = part?.pins?.map((pin) => [pin.product.slice(-1), pin.startedAt, pin.endedAt]);
    expect(shown).toEqual([
      ['4', 1_781_143_445, 1_781_144_269],
      ['1', 1_781_144_269, 1_781_144_316],
      ['4', 1_781_144_316, 1_781_146_994],
      ['1', 1_781_146_994, 1_781_147_179],
      ['4', 1_781_147_179, 1_781_147_630],
      ['5', 1_781_147_630, 1_781_147_647],
      ['6', 1_781_147_647, 1_781_147_788],
      ['4', 1_781_147_790, 1_781_149_207],
      ['6', 1_781_149_207, 1_781_149_218],
      ['4', 1_781_149_218, 1_781_149_402],
      ['5', 1_781_149_402, undefined],
    ]);
  });
});

describe('the room', () => {
  it('is ended, with a replay that says until when it is good', () => {
    const [part] = read(paths.roomStatus, roomStatus.data);
    expect(part?.room).toEqual({
      id: room,
      status: 'ended',
      duration: 6280,
      endedAt: 1_781_149_519,
      replayUrl: roomStatus.data.replay_url,
      replayExpiresAt: 1_783_740_000,
    });
  });

  it('is known from its information by shape, whatever the path', () => {
    const path = '/api/v2/insights/workbench/live/detail/some/thing';
    const [part] = read(path, roomInfo.data);
    expect(part?.room).toEqual({
      id: '7654451471329741576',
      title: 'Masks and serum sale',
      accountId: '7355581262502900000',
      accountHandle: 'examplecosmetics',
      coverUrl: 'https://images.invalid/cover.jpeg',
      creator: {
        id: '7355581262502900000',
        handle: 'examplecosmetics',
        name: 'Example Cosmetics VN',
      },
      region: 'VN',
      startedAt: 1_782_190_934,
      duration: 23_277,
      status: 'live',
      zone: { offset: 25_200 },
    });
  });
});
