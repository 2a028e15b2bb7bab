import { afterEach } from 'vitest';
import { testimony } from './witness.ts';

/** A test that fails says what stood on every screen, so that its message suffices. */
afterEach(async ({ task }) => {
  const [error] = task.result?.errors ?? [];
  if (task.result?.state !== 'fail' || error === undefined) return;
  error.message += `\n\nWhat was on the screen:\n${await testimony()}\n`;
});
