import { isOfOthers } from '../../metrics/benchmark.ts';
import type { LiveContext } from '../live-context.ts';
import type { BenchmarkFigure, Potential, StepId, TargetChoice } from '../report.ts';
import { knowledgeOf } from '../uncertainty/steps.ts';
import { potentialOf } from './potential.ts';

/** What the steps could bring; undefined unless all five are known. */
export function potentialIn(
  { session, hours, funnel, matched, currency, lineOf }: LiveContext,
  choice: TargetChoice = { kind: 'attainable' },
): Potential | undefined {
  const { lives, conditions } = matched;
  const heldAgainst = (id: StepId): BenchmarkFigure | undefined => {
    const limit = choice.kind === 'peer' ? undefined : choice.limits?.[id];
    return limit === undefined ? lineOf(id) : { value: limit, basis: 'market' };
  };
  const knowledge = knowledgeOf({
    session,
    hours,
    funnel,
    past: lives,
    currency,
    lineOf: (id) => {
      const line = heldAgainst(id);
      // What is usual is worked out of the own LIVEs; a figure of theirs says no more of it.
      return line !== undefined && isOfOthers(line.basis) ? line.value : undefined;
    },
  });
  return knowledge === undefined
    ? undefined
    : potentialOf({
        knowledge,
        choice,
        conditions,
        lineOf: heldAgainst,
        seed: session.room.id,
      });
}
