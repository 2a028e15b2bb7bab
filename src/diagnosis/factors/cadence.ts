import { numberOf } from '../../metrics/figure.ts';
import { coveredLength, lengthOf } from '../../metrics/live/length.ts';
import { DAY_SECONDS } from '../../metrics/time.ts';
import { comparablePast } from '../comparable-past.ts';
import type { Factor, FactorInput } from '../factor.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { amount, count, lasting, phrase } from '../text/wording.ts';

const WEEK = 7 * DAY_SECONDS;

/** A best week out of fewer is no habit. Chosen by us. */
const FEWEST_WEEKS = 3;

/** Half the hours of the best week: the line of "too rare". Chosen by us. */
const RARE = 0.5;

/** Half as many hours again as the best week, for less money: the line of "too long". Chosen by us. */
const LONG = 1.5;

interface Week {
  readonly lives: number;
  readonly seconds: number;
  readonly gmv: number;
}

const livesOf = (lives: number) =>
  phrase({ key: 'factor_cadence_count', values: { count: count(lives) } });

/** LIVEs and hours of the seven days that end with this LIVE, beside the seller's own best week. */
export const cadence: Factor = {
  id: 'cadence',
  title: 'factor_cadence_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  explains: 'impressionsPerHour',
  judgedBy: 'nothing',
  advises: [
    { key: 'factor_cadence_adviceLong', deed: 'factor_cadence_deedLong' },
    { key: 'factor_cadence_adviceRare', deed: 'factor_cadence_deedRare' },
  ],
  evaluate: (input) => {
    const weeks = weeksOf(input);
    if (weeks === undefined) return { state: 'missing', needs: { key: 'factor_cadence_needs' } };
    const [now, ...earlier] = weeks;
    const best = earlier.filter(({ lives }) => lives > 0).sort((a, b) => b.gmv - a.gmv)[0];
    const more = FEWEST_WEEKS - earlier.length;
    if (now === undefined || best === undefined || more > 0) {
      return {
        state: 'scarce',
        needs: {
          key: 'factor_cadence_moreWeeks',
          values: { count: count(Math.max(1, more)) },
        },
      };
    }
    const { currency } = input;
    const values = {
      lives: livesOf(now.lives),
      hours: lasting(now.seconds),
      gmv: amount(now.gmv, currency),
      bestLives: livesOf(best.lives),
      bestHours: lasting(best.seconds),
      bestGmv: amount(best.gmv, currency),
    };
    const words = {
      brief: { key: 'factor_cadence_brief', values },
      seen: { key: 'factor_cadence_seen', values },
      evidence: [
        evidenceRow('factor_cadence_lives', count(now.lives), count(best.lives)),
        evidenceRow('factor_cadence_hours', values.hours, values.bestHours),
        evidenceRow('factor_cadence_gmv', values.gmv, values.bestGmv),
      ],
      evidenceOf: 'factor_cadence_column',
    } as const;
    const lessMoney = now.gmv < best.gmv;
    if (lessMoney && now.seconds <= best.seconds * RARE) {
      return { state: 'gap', ...words, advice: { key: 'factor_cadence_adviceRare', values } };
    }
    if (lessMoney && now.seconds >= best.seconds * LONG) {
      return { state: 'gap', ...words, advice: { key: 'factor_cadence_adviceLong', values } };
    }
    return { state: 'fine', ...words };
  },
};

/**
 * Seven-day windows back from this LIVE's end, newest first, as far as the history reaches. A
 * window with a LIVE whose GMV or times aren't known is left out of the earlier ones; undefined
 * where this LIVE's own aren't.
 */
function weeksOf(input: FactorInput): Week[] | undefined {
  const { startedAt } = input.session.room;
  const seconds = coveredLength(input.session);
  const gmv = numberOf(input.session.figures, 'gmv');
  const past = comparablePast(input);
  if (startedAt === undefined || seconds === undefined || gmv === undefined) return undefined;
  const until = startedAt + seconds;
  const oldest = Math.min(startedAt, ...past.map((live) => live.startedAt));
  const windows = Math.max(1, Math.floor((until - oldest) / WEEK));

  const weeks: Week[] = [];
  for (let back = 0; back < windows; back += 1) {
    const lives = past.filter(
      (live) => live.startedAt < until - back * WEEK && live.startedAt >= until - (back + 1) * WEEK,
    );
    const earned = lives.map((live) => numberOf(live.figures, 'gmv'));
    const known = earned.filter((value) => value !== undefined);
    if (known.length < lives.length) {
      if (back === 0) return undefined;
      continue;
    }
    const own = back === 0 ? { lives: 1, seconds, gmv } : { lives: 0, seconds: 0, gmv: 0 };
    weeks.push({
      lives: own.lives + lives.length,
      seconds: own.seconds + lives.reduce((sum, live) => sum + (lengthOf(live) ?? 0), 0),
      gmv: own.gmv + known.reduce((sum, value) => sum + value, 0),
    });
  }
  return weeks;
}
