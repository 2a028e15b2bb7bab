import { assumptions } from '../assumptions.ts';
import { runOutcomes } from '../parallel.ts';
import { type OutcomeCell, type OutcomeRun, printOutcome } from './print.ts';

/** Plays every cell and prints how right verdicts on changes are, beside the naive rule. */
export async function benchOutcome(options: {
  readonly trials: number;
  readonly seed: string;
  readonly json: boolean;
}): Promise<void> {
  const { trials, seed, json } = options;
  const started = performance.now();
  const heads = (['short', 'long'] as const).flatMap((length) =>
    (['thin', 'usual', 'rich'] as const).map((history) => ({
      length,
      history,
      lives: assumptions.history.value[history],
    })),
  );
  const results = await runOutcomes(
    heads.map(({ length, lives }) => ({
      seed,
      hours: (length === 'short' ? assumptions.shortHours : assumptions.longHours).value,
      lives,
      trials,
    })),
  );
  const cells = heads.flatMap((head, place): OutcomeCell[] => {
    const result = results[place];
    return result === undefined ? [] : [{ ...head, ...result }];
  });
  const run: OutcomeRun = { seed, trials, seconds: (performance.now() - started) / 1000, cells };
  console.log(json ? JSON.stringify({ ...run, assumptions }, undefined, 2) : printOutcome(run));
}
