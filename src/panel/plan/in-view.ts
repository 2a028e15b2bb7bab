import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';

/** The LIVE in view with its diagnosis. */
export interface InView {
  readonly report: Report;
  readonly session: Session;
}
