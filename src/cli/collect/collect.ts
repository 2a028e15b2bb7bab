import { collectCommand } from './command.ts';

/** The command behind `npm run collect`. */
process.exitCode = await collectCommand(process.argv.slice(2), process.env, {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
