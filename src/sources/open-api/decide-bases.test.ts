import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { unixMs } from '../../metrics/time.ts';
import { BasesOfShop, type ReadLive } from './decide-bases.ts';
import { readListRow } from './read-live.ts';
import { readMinutes } from './read-minutes.ts';
import { readLiveProducts } from './read-products.ts';
import { sessionOfLive } from './session-of-live.ts';

const usd = (amount: number) => ({ amount: amount.toFixed(2), currency: 'USD' });
const AT = 1_790_000_000;

interface Answered {
  readonly gmv: number;
  /** The direct GMV of each product. */
  readonly direct?: readonly number[];
  readonly currency?: string;
  readonly sales?: Readonly<Record<string, unknown>>;
  readonly interaction?: Readonly<Record<string, unknown>>;
  readonly minutes?: Readonly<Record<string, unknown>>;
}

let count = 0;
/** A LIVE whose answers say this. */
function live({ gmv, direct, currency = 'USD', sales, interaction, minutes }: Answered): ReadLive {
  count += 1;
  const id = v.parse(RoomIdSchema, String(7_654_451_471_329_741_000n + BigInt(count)));
  const products = direct?.map((amount, i) => ({
    id: String(1_729_000_000_000_000_000n + BigInt(i)),
    sales: { direct_gmv: { ...usd(amount), currency } },
  }));
  return {
    listed: readListRow(id, {
      start_time: String(AT),
      end_time: String(AT + 7200),
      sales_performance: { gmv: usd(gmv), ...sales },
      ...(interaction && { interaction_performance: interaction }),
    }),
    minutes: minutes && readMinutes({ performance: minutes }),
    products: products && readLiveProducts({ products }),
  };
}

function basesOf(lives: readonly ReadLive[]) {
  const bases = new BasesOfShop();
  for (const one of lives) bases.add(one);
  return bases.decide();
}
const some = (times: number, answered: Answered): ReadLive[] =>
  Array.from({ length: times }, () => live(answered));

const same: Answered = { gmv: 300, direct: [100, 200] };
const more: Answered = { gmv: 330, direct: [100, 200] };
const less: Answered = { gmv: 250, direct: [100, 200] };

describe('what the list’s GMV is', () => {
  it('is direct where it is the products’ direct GMV in all LIVEs but a tenth', () => {
    expect(basesOf(some(3, same)).gmv).toBe('directGmv');
    expect(basesOf([...some(9, same), ...some(1, more)]).gmv).toBe('directGmv');
    expect(basesOf([...some(9, same), ...some(1, less)]).gmv).toBe('directGmv');
  });

  it('is attributed where it is more in over a fifth, for a LIVE may have nothing attributed beside', () => {
    expect(basesOf(some(3, more)).gmv).toBe('gmv');
    expect(basesOf([...some(9, same), ...some(3, more)]).gmv).toBe('gmv');
    expect(basesOf([...some(9, more), ...some(1, less)]).gmv).toBe('gmv');
  });

  it('is left open between the two, where some are more but few', () => {
    expect(basesOf([...some(8, same), ...some(2, more)]).gmv).toBeUndefined();
    expect(basesOf([...some(17, same), ...some(3, more)]).gmv).toBeUndefined();
  });

  it('is left open where it is less than what is direct in over a tenth: it is neither then', () => {
    expect(basesOf(some(4, less)).gmv).toBeUndefined();
    expect(basesOf([...some(8, more), ...some(2, less)]).gmv).toBeUndefined();
    expect(basesOf([...some(8, same), ...some(2, less)]).gmv).toBeUndefined();
  });

  it('is left open where fewer than three LIVEs tell', () => {
    expect(basesOf([]).gmv).toBeUndefined();
    expect(basesOf(some(2, same)).gmv).toBeUndefined();
    const mute = [
      ...some(5, { gmv: 300 }),
      ...some(5, { gmv: 0, direct: [0] }),
      ...some(5, { gmv: 300, direct: [] }),
      ...some(5, { gmv: 300, direct: [300], currency: 'EUR' }),
    ];
    expect(basesOf([...mute, ...some(2, same)]).gmv).toBeUndefined();
    expect(basesOf([...mute, ...some(3, same)]).gmv).toBe('directGmv');
  });

  it('takes late orders of half a percent for the same', () => {
    expect(basesOf(some(3, { gmv: 301.4, direct: [100, 200] })).gmv).toBe('directGmv');
    expect(basesOf(some(3, { gmv: 302, direct: [100, 200] })).gmv).toBe('gmv');
  });
});

describe('which rates the list’s are', () => {
  const counts = { views: 1000, product_impressions: 4000, product_clicks: 200 };
  const ctr = (text: string): Answered => ({
    gmv: 1,
    interaction: { ...counts, click_through_rate: text },
  });

  it('follows from the counts beside them', () => {
    expect(basesOf(some(3, ctr('20.00%'))).ctr).toBe('liveCtr');
    expect(basesOf(some(3, ctr('5.00%'))).ctr).toBe('productCtr');
    expect(basesOf(some(3, ctr('7.00%'))).ctr).toBeUndefined();
    expect(basesOf(some(3, ctr('20%'))).ctr).toBeUndefined();
  });

  it('is told of orders by SKU orders of the list, and by main orders of the minutes', () => {
    const ctor = (text: string): Answered => ({
      gmv: 1,
      sales: { sku_orders: 30, click_to_order_rate: text },
      interaction: counts,
      minutes: {
        overall: { impressions: 100 },
        intervals: [
          { start_time: AT, sales: { main_orders: 12 }, traffic: { impressions: 60 } },
          { start_time: AT + 60, sales: { main_orders: 8 }, traffic: { impressions: 40 } },
        ],
      },
    });
    expect(basesOf(some(3, ctor('15.00%'))).ctor).toBe('ctorSku');
    expect(basesOf(some(3, ctor('10.00%'))).ctor).toBe('ctor');
  });
});

describe('a session of a LIVE', () => {
  const about = { region: 'US', at: { list: unixMs(AT * 1000) }, simulated: false };
  const gmvOf = (one: ReadLive, lives: readonly ReadLive[]) => {
    const { session, official } = sessionOfLive(one, basesOf(lives), about);
    return { figures: session.figures, told: official.find(({ field }) => /\.gmv$/.test(field)) };
  };

  it('has its GMV under the name that its shop’s LIVEs tell, with what it rests on', () => {
    const direct = some(3, same);
    const [one = live(same)] = direct;
    const read = gmvOf(one, direct);
    expect(read.figures).toHaveProperty('directGmv');
    expect(read.figures).not.toHaveProperty('gmv');
    expect(read.told).toMatchObject({ basis: 'direct', metric: 'directGmv', version: '202509' });
    const attributed = gmvOf(one, some(3, more));
    expect(attributed.figures).toHaveProperty('gmv');
    expect(attributed.told).toMatchObject({ basis: 'attributed', metric: 'gmv' });
  });

  it('leaves out a GMV of which nothing tells whose it is, and says so', () => {
    const [one = live(same)] = some(1, same);
    const read = gmvOf(one, [one]);
    expect(read.figures).toEqual({});
    expect(read.told).toMatchObject({ notTaken: 'undecided', money: usd(300) });
    expect(read.told).not.toHaveProperty('basis');
  });
});
