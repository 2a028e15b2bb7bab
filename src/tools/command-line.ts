import { type ParseArgsConfig, parseArgs } from 'node:util';

const BAD_INPUT = 2;

/**
 * What a command was asked, as `parseArgs` answers it. Prints `help` and ends the process with 0 where `--help` is
 * among it; says what is wrong in a sentence and ends it with 2 where the command doesn't know it.
 */
export function askedOf<T extends ParseArgsConfig>(
  help: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.includes('--help', 2)) {
    console.log(help);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(BAD_INPUT);
  }
}
