import { metric } from '../../metrics/catalogue.ts';
import { spanOf } from '../../metrics/live/length.ts';
import type { Session, Violation } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import type { Factor } from '../factor.ts';
import type { Evidence, Stretch } from '../report.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, message, timeOf, words } from '../text/wording.ts';
import { intervalsOf, within } from '../timeline/span.ts';

/** Time looked at on each side of a violation: holds at least one whole interval of the longest kind, 15 minutes. */
const AROUND = 30 * 60;

/** Violations of the LIVE, with what was counted before and after the first one that has a time. */
export const compliance: Factor = {
  id: 'compliance',
  title: 'factor_compliance_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator', 'host'],
  explains: 'impressionsPerHour',
  isHygiene: true,
  advises: [{ key: 'factor_compliance_advice', deed: 'factor_compliance_deed' }],
  evaluate: ({ session }) => {
    const { violations } = session;
    if (violations === undefined) {
      return { state: 'missing', needs: { key: 'factor_compliance_needs' } };
    }
    const [first] = violations;
    if (first === undefined) {
      return {
        state: 'fine',
        brief: { key: 'factor_compliance_briefNone' },
        seen: { key: 'factor_compliance_seenNone' },
        evidence: [],
      };
    }
    const timed = violations.find(({ at }) => at !== undefined);
    const around = timed?.at === undefined ? undefined : sidesOf(session, timed.at);
    const values = {
      count: count(violations.length),
      reason: words((around === undefined ? first : (timed ?? first)).reason),
    };
    return {
      state: 'gap',
      brief: { key: 'factor_compliance_brief', values },
      seen:
        around === undefined
          ? { key: 'factor_compliance_seen', values }
          : {
              key: 'factor_compliance_seenAfter',
              values: {
                ...values,
                metric: message(metric(around.metric).name),
                before: { kind: 'decimal', value: around.before, digits: 1 },
                after: { kind: 'decimal', value: around.after, digits: 1 },
              },
            },
      advice: { key: 'factor_compliance_advice' },
      evidence: violations.map((violation) => evidenceOf(session, violation)),
      stretches: violations.flatMap((violation) => stretchOf(session, violation)),
    };
  },
};

/** The half hour from a violation on, cut to the LIVE. */
function stretchOf(session: Session, { at }: Violation): Stretch[] {
  const span = spanOf(session.room);
  if (at === undefined || span === undefined || at < span.from || at >= span.to) return [];
  return [{ from: at, to: unixSeconds(Math.min(at + AROUND, span.to)) }];
}

function evidenceOf(session: Session, { at, reason, consequence }: Violation): Evidence {
  const label: Text =
    at === undefined
      ? { key: 'factor_shared_cell', values: { value: words(reason) } }
      : {
          key: 'factor_compliance_row',
          values: { time: timeOf(at, session.room.zone), reason: words(reason) },
        };
  return evidenceRow(
    label,
    consequence === undefined ? message('factor_compliance_noConsequence') : words(consequence),
  );
}

/** The pace per minute on either side of an instant; undefined where a side holds no whole interval. */
function sidesOf(session: Session, at: UnixSeconds) {
  for (const metric of ['impressions', 'views'] as const) {
    const intervals = intervalsOf(session, metric, 'amount') ?? [];
    const before = within(intervals, { from: unixSeconds(at - AROUND), to: at });
    const after = within(intervals, { from: at, to: unixSeconds(at + AROUND) });
    if (before.seconds > 0 && after.seconds > 0) {
      return {
        metric,
        before: (before.total / before.seconds) * 60,
        after: (after.total / after.seconds) * 60,
      };
    }
  }
  return undefined;
}
