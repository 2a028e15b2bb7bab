import { referenceFor } from '../../diagnosis/benchmark/reference.ts';
import { withoutLives } from '../../diagnosis/benchmark/without-lives.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { mixesOf, paceIn } from '../../diagnosis/timeline-report.ts';

/** What the stores work a LIVE out with. It is large, so that the panel asks for figures before it is read. */
export const engine = { diagnose, mixesOf, paceIn, referenceFor, withoutLives };

export type Engine = typeof engine;
