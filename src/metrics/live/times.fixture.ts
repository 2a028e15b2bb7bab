import fc from 'fast-check';
import { seconds, unixSeconds } from '../time.ts';
import type { LiveTimes } from './length.ts';

/** All that answers may say of when a LIVE ran, also what doesn't fit together. */
export const anyTimes: fc.Arbitrary<LiveTimes> = fc.record(
  {
    startedAt: fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map(unixSeconds),
    endedAt: fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map(unixSeconds),
    duration: fc.integer({ min: 0, max: 200_000 }).map(seconds),
    status: fc.constantFrom('live', 'ended'),
  },
  { requiredKeys: [] },
);
