import type { Session } from '../../metrics/session.ts';
import type { MessageKey, Text, TextValue } from '../../metrics/text.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { currencyOf } from '../currency.ts';
import type { Estimate } from '../estimate.ts';
import { bound, estimate, message, phrase, timeOf } from '../text/wording.ts';
import type { ChangeMoney, CourseShift } from './change.ts';
import type { Happening } from './happenings.ts';
import type { CourseSeries } from './worth.ts';

const seriesName: Readonly<Record<CourseSeries, MessageKey>> = {
  orders: 'course_orders',
  productClicks: 'course_clicks',
  concurrentViewers: 'course_viewers',
};

/** "Orders fell from 24/h to 9/h at 20:15, after …": what came first, never why. */
export function changeText(
  session: Session,
  shift: CourseShift & { readonly direction: 'rose' | 'fell' },
  at: UnixSeconds,
  happened: Happening | undefined,
): Text {
  const values = {
    series: message(seriesName[shift.series]),
    before: levelText(shift.series, shift.before),
    after: levelText(shift.series, shift.after),
    time: timeOf(at, session.room.zone),
  };
  return happened === undefined
    ? { key: shift.direction === 'fell' ? 'course_fell' : 'course_rose', values }
    : {
        key: shift.direction === 'fell' ? 'course_fellAfter' : 'course_roseAfter',
        values: { ...values, event: phrase(happened.text) },
      };
}

/** "About 180 less until 21:05 (90 % interval 60 to 300)". */
export function costText(session: Session, { total }: ChangeMoney, until: UnixSeconds): Text {
  const currency = currencyOf(session);
  const { value, low = value, high = value } = total;
  const less = value < 0;
  return {
    key: less ? 'course_less' : 'course_more',
    values: {
      total: estimate(Math.abs(value), currency),
      low: bound(less ? -high : low, currency),
      high: bound(less ? -low : high, currency),
      until: timeOf(until, session.room.zone),
    },
  };
}

function levelText(series: CourseSeries, { value }: Estimate): TextValue {
  const shown: TextValue = { kind: 'decimal', value, digits: value < 10 ? 1 : 0 };
  return series === 'concurrentViewers'
    ? shown
    : phrase({ key: 'factor_shared_perHour', values: { value: shown } });
}
