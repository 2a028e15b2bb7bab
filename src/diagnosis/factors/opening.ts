import { coveredLength } from '../../metrics/live/length.ts';
import { HOUR_SECONDS, MINUTE_SECONDS, unixSeconds } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import { chanceOfAtMost, LUCK } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, lasting, percent } from '../text/wording.ts';
import { cutNear, intervalsOf, within } from '../timeline/span.ts';

/** The opening: the first half hour, TikTok's shortest LIVE; it ends with the interval that ends nearest to it. */
const OPENING = 30 * 60;

/** As long again must follow, so that there is something to compare with. */
const SHORTEST = 2 * OPENING;

/** Half the pace of what followed: the line of a slow start. Chosen by us. */
const SLOW = 0.5;

/** Views the opening would hold at the later pace; below ten, halving is common luck. Chosen by us. */
const FEWEST_VIEWS = 10;

/** Whether people came into the room in the first half hour as they did afterwards. */
export const opening: Factor = {
  id: 'opening',
  title: 'factor_opening_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['host'],
  explains: 'impressionsPerHour',
  advises: [{ key: 'factor_opening_advice', deed: 'factor_opening_deed' }],
  evaluate: ({ session }) => {
    const { startedAt } = session.room;
    const length = coveredLength(session);
    const entries = intervalsOf(session, 'views', 'amount');
    if (startedAt === undefined || length === undefined || entries === undefined) {
      return { state: 'missing', needs: { key: 'factor_opening_needs' } };
    }
    if (length < SHORTEST) {
      const more = Math.ceil((SHORTEST - length) / 60);
      return {
        state: 'scarce',
        needs: { key: 'factor_shared_moreMinutes', values: { count: count(more) } },
      };
    }
    const edge = cutNear(entries, unixSeconds(startedAt + OPENING), OPENING / 2);
    const end = unixSeconds(startedAt + length);
    const first = within(entries, { from: startedAt, to: edge });
    const rest = within(entries, { from: edge, to: end });
    if (first.seconds === 0 || rest.seconds === 0) {
      return { state: 'missing', needs: { key: 'factor_opening_needs' } };
    }
    const pace = rest.total / rest.seconds;
    const expected = pace * first.seconds;
    if (expected < FEWEST_VIEWS) {
      const more = pace > 0 ? Math.ceil(FEWEST_VIEWS - expected) : FEWEST_VIEWS;
      return {
        state: 'scarce',
        needs: { key: 'factor_shared_moreViews', values: { count: count(more) } },
      };
    }
    const money = intervalsOf(session, 'gmv', 'amount') ?? [];
    const earned = within(money, { from: startedAt, to: end }).total;
    const share = first.total / (first.total + rest.total);
    const timeShare = first.seconds / (first.seconds + rest.seconds);
    const values = {
      length: lasting(Math.round((edge - startedAt) / MINUTE_SECONDS) * MINUTE_SECONDS),
      yours: count((first.total / first.seconds) * HOUR_SECONDS),
      later: count(pace * HOUR_SECONDS),
      share: percent(share),
      even: percent(timeShare),
    };
    const words = {
      brief: { key: 'factor_opening_brief', values },
      seen: { key: 'factor_opening_seen', values },
      evidence: [
        evidenceRow('factor_opening_viewsShare', percent(share), percent(timeShare)),
        ...(earned > 0
          ? [
              evidenceRow(
                'factor_opening_gmvShare',
                percent(within(money, { from: startedAt, to: edge }).total / earned),
              ),
            ]
          : []),
      ],
    } as const;
    return first.total < expected * SLOW && chanceOfAtMost(first.total, expected) < LUCK
      ? {
          state: 'gap',
          ...words,
          advice: { key: 'factor_opening_advice' },
          stretches: [{ from: startedAt, to: edge }],
        }
      : { state: 'fine', ...words };
  },
};
