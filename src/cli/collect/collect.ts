import { collectCommand } from './command.ts';

// A token that is being refreshed is kept before the run ends; who asks twice ends it at once.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** The command behind `npm run collect`. */
process.exitCode = await collectCommand(
  process.argv.slice(2),
  process.env,
  {
    say: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  },
  { stop: stop.signal },
);
