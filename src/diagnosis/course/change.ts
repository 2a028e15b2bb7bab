import type { UnixSeconds } from '../../metrics/time.ts';
import type { Estimate } from '../estimate.ts';
import type { CourseSeries } from './worth.ts';

/** One series before and after: orders and clicks per hour, or viewers at a time; 90 % intervals. */
export interface CourseShift {
  readonly series: CourseSeries;
  readonly at: UnixSeconds;
  /** When it changed again, else the end. */
  readonly until: UnixSeconds;
  readonly before: Estimate;
  readonly after: Estimate;
}

/** What a change brought (positive) or cost, had the level before gone on. An association, no effect of anything. */
export interface ChangeMoney {
  /** The series whose change is put into money, by this LIVE's own GMV for one of it. */
  readonly rests: CourseSeries;
  readonly perHour: Estimate;
  /** Over the time until that series changed again. */
  readonly total: Estimate;
}
