import * as v from 'valibot';
import { runCell } from './cell.ts';

/** Runs one cell in a process of its own: the plan comes as a message, the result goes back as one. */
const PlanSchema = v.object({
  seed: v.string(),
  hours: v.tuple([v.number(), v.number()]),
  lives: v.number(),
  rooms: v.number(),
  healthy: v.number(),
});

process.once('message', (plan: unknown) => {
  process.send?.(runCell(v.parse(PlanSchema, plan)), () => process.disconnect());
});
