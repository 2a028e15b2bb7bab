import { test as base, expect } from '@playwright/test';
import { failureReport } from './failure-report.ts';

export { expect };

/** A browser test. One that fails says what stood on every screen, so that its message suffices. */
export const test = base.extend<{ screens: undefined }>({
  screens: [
    async ({}, use, { errors, title }) => {
      await use(undefined);
      if (errors.length === 0) return;
      console.log(`\nOn the screen when "${title}" failed:\n${await failureReport()}\n`);
    },
    { auto: true },
  ],
});

/** What is read, as soon as reading it throws no more: for several expectations that hold together. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  wait?: { readonly timeout: number; readonly intervals: number[] },
): Promise<T> {
  const results: { readonly value: T }[] = [];
  const attempt = async (): Promise<void> => {
    results.push({ value: await read() });
  };
  await expect(attempt).toPass(wait);
  const [result] = results;
  if (result === undefined) throw new Error('Nothing was read.');
  return result.value;
}
