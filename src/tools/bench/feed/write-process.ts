import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { liveLine } from './lives.ts';

/** Writes the simulated LIVEs `from` to `to` into a file, one a line: PATH SEED FROM TO. */
const [path = '', seed = '', from = '0', to = '0'] = process.argv.slice(2);
const stream = createWriteStream(path, { highWaterMark: 4 * 1024 * 1024 });
for (let number = Number(from); number < Number(to); number++)
  if (!stream.write(`${liveLine(seed, number)}\n`)) await once(stream, 'drain');
stream.end();
await finished(stream);
process.disconnect();
