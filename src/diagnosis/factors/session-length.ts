import { numberOf } from '../../metrics/figure.ts';
import { spanLength, spanOf } from '../../metrics/live/length.ts';
import { HOUR_SECONDS, unixSeconds } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { amount, cell, lasting, moreOrders, percent, phrase } from '../text/wording.ts';
import { cutNear, intervalsOf, within } from '../timeline/span.ts';

/** TikTok's bounds of a LIVE: 30 minutes to 13 hours. */
const SHORTEST = 30 * 60;
const LONGEST = 13 * HOUR_SECONDS;

/** A second half that earns less than half of the first, per hour: the line of a long tail. Chosen by us. */
const TAIL = 0.5;

/** How far from the middle, as a share of the LIVE, its halves may be cut so that no interval is left out. Chosen by us. */
const NEAR_MIDDLE = 1 / 16;

/** Orders that a split in halves needs, so that ten expected in each can't halve by luck. Chosen by us. */
const FEWEST_ORDERS = 20;

/** How long the LIVE ran, and whether its second half still earned. */
export const sessionLength: Factor = {
  id: 'session-length',
  title: 'factor_sessionLength_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  advises: [
    { key: 'factor_sessionLength_adviceLong', deed: 'factor_sessionLength_deedLong' },
    { key: 'factor_sessionLength_adviceShort', deed: 'factor_sessionLength_deedShort' },
    { key: 'factor_sessionLength_adviceTail', deed: 'factor_sessionLength_deedTail' },
  ],
  evaluate: ({ session, currency }) => {
    const span = spanOf(session.room);
    if (span === undefined) {
      return { state: 'missing', needs: { key: 'factor_shared_needsEnd' } };
    }
    const length = spanLength(span);
    const evidence = [evidenceRow('factor_sessionLength_length', lasting(length))];
    const values = { length: lasting(length) };
    if (length < SHORTEST || length > LONGEST) {
      return {
        state: 'gap',
        brief: cell(lasting(length)),
        seen: {
          key:
            length < SHORTEST ? 'factor_sessionLength_seenShort' : 'factor_sessionLength_seenLong',
          values,
        },
        advice: {
          key:
            length < SHORTEST
              ? 'factor_sessionLength_adviceShort'
              : 'factor_sessionLength_adviceLong',
        },
        evidence,
      };
    }
    const money = intervalsOf(session, 'gmv', 'amount');
    const orders = numberOf(session.figures, 'orders');
    const middle = cutNear(money ?? [], unixSeconds(span.from + length / 2), length * NEAR_MIDDLE);
    const first = within(money ?? [], { from: span.from, to: middle });
    const second = within(money ?? [], { from: middle, to: span.to });
    if (
      money === undefined ||
      orders === undefined ||
      first.seconds === 0 ||
      second.seconds === 0 ||
      first.total <= 0
    ) {
      return {
        state: 'fine',
        brief: cell(lasting(length)),
        seen: { key: 'factor_sessionLength_seenLength', values },
        evidence,
      };
    }
    if (orders < FEWEST_ORDERS) {
      return {
        state: 'scarce',
        needs: moreOrders(FEWEST_ORDERS - orders),
        evidence,
      };
    }
    const early = (first.total / first.seconds) * HOUR_SECONDS;
    const late = (second.total / second.seconds) * HOUR_SECONDS;
    const halves = {
      ...values,
      early: phrase({ key: 'factor_shared_perHour', values: { value: amount(early, currency) } }),
      late: phrase({ key: 'factor_shared_perHour', values: { value: amount(late, currency) } }),
      share: percent(late / early),
    };
    const words = {
      seen: { key: 'factor_sessionLength_seenHalves', values: halves },
      evidence: [
        ...evidence,
        evidenceRow('factor_sessionLength_firstHalf', halves.early),
        evidenceRow('factor_sessionLength_secondHalf', halves.late, halves.early),
      ],
    } as const;
    return late < early * TAIL
      ? {
          state: 'gap',
          brief: { key: 'factor_sessionLength_briefTail', values: halves },
          ...words,
          advice: { key: 'factor_sessionLength_adviceTail' },
          stretches: [{ from: middle, to: span.to }],
        }
      : { state: 'fine', brief: cell(lasting(length)), ...words };
  },
};
