import { defineConfig } from '@playwright/test';
import { TEST_PATIENCE_MS } from '../wait-options.ts';

/** The tests in a real Firefox, which Playwright runs and WebDriver BiDi drives. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.firefox.ts',
  outputDir: '../../../.cache/firefox-tests',
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 9 * TEST_PATIENCE_MS,
  expect: { timeout: TEST_PATIENCE_MS, toPass: { timeout: TEST_PATIENCE_MS, intervals: [50] } },
  reporter: 'list',
});
