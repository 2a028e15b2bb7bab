import { numberOf } from '../../metrics/figure.ts';
import { type CurrencyCode, fractionDigits } from '../../metrics/money.ts';
import type { TextValue } from '../../metrics/text.ts';
import type { Factor, Outcome } from '../factor.ts';
import type { Evidence } from '../report.ts';
import { judge, lacks, rows } from '../statistics/against.ts';
import { readMean } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { moneyText } from '../text/value-text.ts';
import { amount, moreOrders, percent } from '../text/wording.ts';

/** Below 1 the ads brought less GMV than they cost, whatever the margin. */
const BREAK_EVEN = 1;

/** Spread of what one order brings around the mean, ads' orders being mixed. Chosen by us. */
const RETURN_SPREAD = 1;

/** What stands for one unit spent in a currency whose amounts have no fraction to tell what came back. */
const WITHOUT_FRACTION = 1000;

const backFor = (value: number, currency: CurrencyCode | undefined): TextValue =>
  currency === undefined
    ? { kind: 'decimal', value, digits: 2 }
    : moneyText(value, currency, 'figure');

/** What paid reach cost, what it brought by TikTok's count, and its share of GMV. */
export const ads: Factor = {
  id: 'ads',
  title: 'factor_ads_title',
  lever: 'market',
  group: 'entry-stay',
  owners: ['ads'],
  explains: 'impressionsPerHour',
  judgedBy: 'adsRoi',
  advises: [{ key: 'factor_ads_advice', deed: 'factor_ads_deed', how: 'factor_ads_how' }],
  evaluate: (input) => {
    const { figures } = input.session;
    const { currency } = input;
    const cost = numberOf(figures, 'adsCost');
    if (cost === undefined) return { state: 'missing', needs: lacks('adsCost') };
    if (cost <= 0) {
      return {
        state: 'fine',
        brief: { key: 'factor_ads_briefNone' },
        seen: { key: 'factor_ads_seenNone' },
        evidence: rows(input, ['adsCost']),
      };
    }
    const roi = numberOf(figures, 'adsRoi');
    const aov = numberOf(figures, 'aov');
    if (roi === undefined) return { state: 'missing', needs: lacks('adsRoi') };
    if (aov === undefined || aov <= 0) return { state: 'missing', needs: lacks('aov') };

    const gmv = numberOf(figures, 'gmv');
    const brought = cost * roi;
    const spent = currency !== undefined && fractionDigits(currency) === 0 ? WITHOUT_FRACTION : 1;
    const evidence: Evidence[] = [
      ...rows(input, ['adsCost', 'adsRoi']),
      ...(gmv === undefined || gmv <= 0
        ? []
        : [evidenceRow('factor_ads_shareOfGmv', percent(brought / gmv))]),
    ];
    const values = {
      cost: amount(cost, currency),
      brought: amount(brought, currency),
      back: backFor(roi * spent, currency),
      spent: moneyText(spent, currency, 'whole'),
    } as const;
    const words = {
      brief: { key: 'factor_ads_brief', values },
      seen: { key: 'factor_ads_seen', values },
      evidence,
    } as const;
    const advice = { key: 'factor_ads_advice' } as const;

    // Orders the ads brought, or would have brought at break-even: the sample of the verdict.
    const orders = Math.max(cost, brought) / aov;
    const paid = readMean(roi, orders, BREAK_EVEN, RETURN_SPREAD);
    if (paid.reading === 'scarce') {
      return {
        state: 'scarce',
        needs: moreOrders(paid.more),
        evidence,
      };
    }
    if (paid.reading === 'below') return { state: 'gap', ...words, advice };
    const compared: Outcome = judge(input, {
      metrics: ['adsRoi'],
      seen: 'factor_ads_seenAgainst',
      advice: 'factor_ads_advice',
      sample: { of: 'orders', more: 'factor_shared_moreOrders', cv: RETURN_SPREAD },
    });
    return compared.state === 'gap' ? { ...compared, evidence } : { state: 'fine', ...words };
  },
};
