import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { demoShop } from '../shop.ts';
import { answerCoreStats } from './core-stats.ts';

const NOW = Date.parse('2026-11-23T20:00:00Z');
const session = demoShop(NOW).sessions(NOW)[1];
if (session === undefined) throw new Error('The sample shop has no ended LIVE.');

const AnswerSchema = v.object({
  code: v.number(),
  data: v.optional(
    v.object({
      stats: v.record(v.string(), v.unknown()),
      stats_benchmark_data: v.object({
        market_cmp_data: v.array(v.object({ stats_type: v.number(), cmp: v.string() })),
        self_cmp_data: v.array(v.object({ stats_type: v.number() })),
      }),
    }),
  ),
});
const ask = (...ids: readonly number[]) =>
  v.parse(AnswerSchema, JSON.parse(String(answerCoreStats(session, ids).body)));

describe('core/stats of the demo', () => {
  it('answers only what was asked for', () => {
    const { data } = ask(20, 310);
    expect(Object.keys(data?.stats ?? {}).toSorted()).toEqual(['show_pv_per_hour', 'watch_pv']);
    expect(data?.stats_benchmark_data.market_cmp_data).toEqual([]);
  });

  it('writes counts as numbers, rates as six places and money as an object', () => {
    const stats = ask(20, 330, 3).data?.stats;
    expect(stats?.watch_pv).toBeTypeOf('number');
    expect(stats?.enter_room_rate).toMatch(/^0\.\d{6}$/);
    expect(stats?.gmv_local).toMatchObject({ currency_code: 'USD', currency_symbol: '$' });
  });

  it('answers nothing at all when one id is invalid', () => {
    expect(ask(3, 20, 999)).toEqual({ code: 98001004 });
    expect(ask(3, -999)).toEqual({ code: 98001004 });
    expect(ask()).toEqual({ code: 98001004 });
  });

  it('takes an id that it never answers', () => {
    expect(ask(292).data?.stats).toEqual({});
  });

  it('gives the market comparison for negative ids and the own one for positive ids', () => {
    const compared = ask(-330, 330).data?.stats_benchmark_data;
    expect(compared?.market_cmp_data.map((one) => one.stats_type)).toEqual([330]);
    expect(compared?.self_cmp_data.map((one) => one.stats_type)).toEqual([330]);
    expect(ask(-330).data?.stats).toEqual({});
  });
});
