import { type Span, spanLength, spanOf } from '../../metrics/live/length.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { quantile } from '../statistics/quantile.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, lasting } from '../text/wording.ts';
import { closedPins } from '../timeline/pins.ts';
import { sumOf } from '../timeline/products.ts';
import { leftOpen } from '../timeline/span.ts';

/** TikTok's Academy: keep a pin 10 to 15 minutes in a LIVE of 2 hours; the only public figure. */
const ADVISED_LEAST = 10 * 60;
const ADVISED_MOST = 15 * 60;

/** Most of the pinned time on pins outside the advice: the line of a wrong rhythm. Chosen by us. */
const MOST = 0.5;

/** How long products stay on screen, how often they change, and how long nothing is shown. */
export const pinRhythm: Factor = {
  id: 'pin-rhythm',
  title: 'factor_pinRhythm_title',
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  owners: ['operator'],
  explains: 'liveCtr',
  advises: [
    { key: 'factor_pinRhythm_adviceBare', deed: 'factor_pinRhythm_deedBare' },
    { key: 'factor_pinRhythm_adviceLong', deed: 'factor_pinRhythm_deedLong' },
    { key: 'factor_pinRhythm_adviceShort', deed: 'factor_pinRhythm_deedShort' },
  ],
  evaluate: ({ session }) => {
    const pins = closedPins(session);
    const span = spanOf(session.room);
    if (pins === undefined || span === undefined) {
      return { state: 'missing', needs: { key: 'factor_pinRhythm_needs' } };
    }
    const length = spanLength(span);
    if (length < ADVISED_MOST) {
      const more = Math.ceil((ADVISED_MOST - length) / 60);
      return {
        state: 'scarce',
        needs: { key: 'factor_shared_moreMinutes', values: { count: count(more) } },
      };
    }
    const pinned = sumOf(pins, spanLength);
    const bare = leftOpen(span, pins);
    const long = pins.filter((pin) => spanLength(pin) > ADVISED_MOST);
    const short = pins.filter((pin) => spanLength(pin) < ADVISED_LEAST);
    const bareLong = bare.filter((open) => spanLength(open) >= ADVISED_MOST);
    const typical = quantile(pins.map(spanLength), 0.5) ?? 0;
    const longest = Math.max(0, ...pins.map(spanLength));
    const values = {
      count: count(pins.length),
      typical: lasting(typical),
      longest: lasting(longest),
      bare: lasting(sumOf(bare, spanLength)),
      least: lasting(ADVISED_LEAST),
      most: lasting(ADVISED_MOST),
      perHour: count((pins.length / length) * HOUR_SECONDS),
    };
    const evidence = [
      evidenceRow('factor_pinRhythm_typical', values.typical, {
        key: 'factor_shared_between',
        values: { low: values.least, high: values.most },
      }),
      evidenceRow('factor_pinRhythm_longest', values.longest),
      evidenceRow('factor_pinRhythm_perHour', values.perHour),
      evidenceRow('factor_pinRhythm_bare', values.bare),
    ];
    const found = (kind: 'Bare' | 'Long' | 'Short', stretches: readonly Span[]) =>
      ({
        state: 'gap',
        brief: { key: `factor_pinRhythm_brief${kind}`, values },
        seen: { key: `factor_pinRhythm_seen${kind}`, values },
        advice: { key: `factor_pinRhythm_advice${kind}`, values },
        evidence,
        stretches: stretches.map(({ from, to }) => ({ from, to })),
      }) as const;
    if (bareLong.length > 0) return found('Bare', bareLong);
    if (sumOf(long, spanLength) > pinned * MOST) return found('Long', long);
    if (sumOf(short, spanLength) > pinned * MOST) return found('Short', []);
    return {
      state: 'fine',
      brief: { key: 'factor_pinRhythm_brief', values },
      seen: { key: 'factor_pinRhythm_seen', values },
      evidence,
    };
  },
};
