import type { Factor } from '../factor.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count } from '../text/wording.ts';
import { sumOf } from '../timeline/products.ts';

/** TikTok's Academy advises 10 products or more; such LIVEs see twice the taps on the bag by its count. */
const ADVISED = 10;

/** More than half of the bag never tapped: nobody reaches its end. Chosen by us. */
const IDLE = 0.5;

/** Taps due to each product if they were spread evenly; with three, none at all is rarer than luck. */
const DUE = 3;

/** How many products were on offer, and how many of them anybody tapped or bought. */
export const range: Factor = {
  id: 'range',
  title: 'factor_range_title',
  lever: 'what-to-sell',
  group: 'interaction-conversion',
  owners: ['operator'],
  explains: 'liveCtr',
  advises: [
    { key: 'factor_range_adviceFew', deed: 'factor_range_deedFew' },
    { key: 'factor_range_adviceIdle', deed: 'factor_range_deedIdle' },
  ],
  evaluate: ({ session }) => {
    const { products, productsSold } = session;
    if (products === undefined) {
      return { state: 'missing', needs: { key: 'factor_shared_needsProducts' } };
    }
    const listed = products.length;
    const tapped = products.filter(({ clicks }) => clicks !== undefined);
    const idle = tapped.filter(({ clicks }) => clicks === 0).length;
    const values = { count: count(listed), advised: count(ADVISED), idle: count(idle) };
    const evidence = [
      evidenceRow('factor_range_listed', count(listed), {
        key: 'factor_range_orMore',
        values: { value: count(ADVISED) },
      }),
      ...(productsSold === undefined
        ? []
        : [evidenceRow('factor_range_sold', count(productsSold))]),
      ...(tapped.length === 0 ? [] : [evidenceRow('factor_range_idle', count(idle))]),
    ];
    const brief = { key: 'factor_range_brief', values } as const;
    if (listed < ADVISED) {
      return {
        state: 'gap',
        brief,
        seen: { key: 'factor_range_seenFew', values },
        advice: { key: 'factor_range_adviceFew', values },
        evidence,
      };
    }
    const due = sumOf(tapped, ({ clicks }) => clicks ?? 0) >= DUE * tapped.length;
    if (tapped.length === listed && due && idle > listed * IDLE) {
      return {
        state: 'gap',
        brief: { key: 'factor_range_briefIdle', values },
        seen: { key: 'factor_range_seenIdle', values },
        advice: { key: 'factor_range_adviceIdle' },
        evidence,
      };
    }
    return { state: 'fine', brief, seen: { key: 'factor_range_seen', values }, evidence };
  },
};
