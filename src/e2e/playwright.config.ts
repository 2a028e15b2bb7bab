import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { TEST_PATIENCE_MS } from './wait-options.ts';

/**
 * The browser tests. After an action nothing is read on the spot: what is read is read again until it
 * holds, by the assertions of a locator, by `expect.poll(read)`, or by `eventually(read)` where
 * several readings hold together. That something does not happen is expected only after something
 * has happened that would come later.
 */

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.test.ts',
  // What is slow and seldom fails has a command of its own: `npm run test:long`.
  ...(process.env.LONG_TESTS === undefined ? { grepInvert: /@long/ } : { grep: /@long/ }),
  globalSetup: './global-setup.ts',
  outputDir: '../../.cache/browser-tests',
  // One more than there are processors: a test that waits for the browser's clock leaves its time to others.
  workers: Number(process.env.TEST_WORKERS ?? availableParallelism() + 1),
  forbidOnly: process.env.CI !== undefined,
  timeout: 9 * TEST_PATIENCE_MS,
  expect: { timeout: TEST_PATIENCE_MS, toPass: { timeout: TEST_PATIENCE_MS, intervals: [50] } },
  use: {
    // Pictures and copies of every page take as long as the tests; what stood there is told by test.ts.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    actionTimeout: TEST_PATIENCE_MS,
  },
  reporter: 'list',
});
