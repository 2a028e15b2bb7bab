import { diagnoseCommand } from './diagnose/command.ts';

// A reader such as `head` may leave before the end; that is no fault of the report.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The command behind `npm run diagnose`. */
process.exitCode = await diagnoseCommand(process.argv.slice(2), {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
