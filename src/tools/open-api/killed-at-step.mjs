import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before the command: ends the process as `kill -9` does at its nth step on the disk. Of what is written
// there the first half is written.

let left = Number(process.env.KILLED_AT_STEP);

function end() {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

for (const name of ['renameSync', 'fsyncSync', 'ftruncateSync', 'writeFileSync', 'writeSync']) {
  const step = fs[name];
  fs[name] = (target, ...rest) => {
    left -= 1;
    if (left > 0) return step(target, ...rest);
    const [data] = rest;
    if (name.startsWith('write') && data?.length > 0)
      step(
        target,
        data.slice(0, Math.floor(data.length / 2)),
        ...(name === 'writeSync' ? [] : rest.slice(1)),
      );
    return end();
  };
}
syncBuiltinESMExports();
