import { assumptions } from '../engine/assumptions.ts';
import type { ShopKind } from '../engine/drifting-shop.ts';
import { runOutcomes } from '../engine/parallel.ts';
import { type OutcomeCell, type OutcomeRun, printOutcome } from './print.ts';

/** Plays every cell and prints how right verdicts on changes are, beside the naive rule. */
export async function benchOutcome(options: {
  readonly trials: number;
  readonly shops: ShopKind;
  readonly seed: string;
  readonly json: boolean;
}): Promise<void> {
  const { trials, shops, seed, json } = options;
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
      shops,
    })),
  );
  const cells = heads.flatMap((head, place): OutcomeCell[] => {
    const result = results[place];
    return result === undefined ? [] : [{ ...head, ...result }];
  });
  const seconds = (performance.now() - started) / 1000;
  const run: OutcomeRun = { seed, shops, trials, seconds, cells };
  console.log(json ? JSON.stringify({ ...run, assumptions }, undefined, 2) : printOutcome(run));
}
