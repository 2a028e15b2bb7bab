import { feedCommand } from './command.ts';

// What is written on the way is taken away at the end of a process, also of one that is told to end.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => process.exit(code));
}

/** The command behind `npm run feed`. */
process.exitCode = await feedCommand(process.argv.slice(2), {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
