import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILD, noBuildIn } from './built-extension.ts';

/** What a bench is asked that measures this checkout's build, and another one by turns with it. */
export interface AgainstOptions {
  /** The folders of the builds, this checkout's first. */
  readonly folders: readonly string[];
  readonly runs: number;
  /** So many times slower than on this machine the threads that are measured run. */
  readonly throttle: number;
  readonly json: boolean;
  readonly help: boolean;
}

/** The options `--against`, `--runs`, `--throttle`, `--json` and `--help`, or one sentence on what is wrong with them. */
export function againstOptions(
  args: readonly string[],
  usual: Pick<AgainstOptions, 'runs' | 'throttle'>,
): AgainstOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        against: { type: 'string' },
        runs: { type: 'string' },
        throttle: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { against, json, help } = values;
    const runs = Number(values.runs ?? usual.runs);
    if (!Number.isInteger(runs) || runs < 1) return '--runs takes a whole number from 1 on.';
    const throttle = Number(values.throttle ?? usual.throttle);
    if (!Number.isFinite(throttle) || throttle < 1) return '--throttle takes a number from 1 on.';
    const folders = [BUILD, ...(against === undefined ? [] : [resolve(against)])];
    // What only wants to be explained needs no build.
    const missing = help ? undefined : folders.map(noBuildIn).find((said) => said !== undefined);
    return missing ?? { folders, runs, throttle, json, help };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
