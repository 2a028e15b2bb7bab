import { publishCommand } from './command.ts';

/** The command behind `npm run publish`. */
process.exitCode = publishCommand(process.argv.slice(2), {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
