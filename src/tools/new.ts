import { make } from './new/make.ts';

/** The command behind `npm run new`: makes a factor, a metric, an endpoint, a verb or a language. */
const { code, said } = make(process.argv.slice(2), process.cwd());
console[code === 0 ? 'log' : 'error'](said);
process.exitCode = code;
