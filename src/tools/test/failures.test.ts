import { describe, expect, it } from 'vitest';
import { failedBrowserTests, failedUnitTests } from './failures.ts';

// As vitest 4's json reporter wrote it of one file that fails to load and one with a failing test.
const UNIT = {
  testResults: [
    { name: 'load.test.ts', status: 'failed', message: 'cannot load', assertionResults: [] },
    {
      name: 'two.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'a suite holds', status: 'passed', failureMessages: [] },
        {
          fullName: 'a suite does not hold',
          status: 'failed',
          failureMessages: ['AssertionError: expected 1 to be 2\n    at two.test.ts:4:46'],
        },
      ],
    },
  ],
};

// As Playwright's json reporter wrote it of a passing test and a failing one within a group.
const BROWSER = {
  suites: [
    {
      title: 'two.spec.ts',
      specs: [
        { title: 'holds', ok: true, file: 'two.spec.ts', tests: [{ results: [{ retry: 0 }] }] },
      ],
      suites: [
        {
          title: 'a group',
          specs: [
            {
              title: 'does not hold',
              ok: false,
              file: 'two.spec.ts',
              tests: [
                {
                  results: [
                    {
                      error: {
                        message: 'Error: \u001b[2mexpect(\u001b[22mreceived\n\nExpected: 2',
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

describe('what a test run says of its failures at its end', () => {
  it('names each failed unit test and each file that does not load', () => {
    expect(failedUnitTests(UNIT)).toEqual([
      'load.test.ts: cannot load',
      'two.test.ts › a suite does not hold: AssertionError: expected 1 to be 2',
    ]);
  });

  it('names each failed browser test with its group, in plain letters', () => {
    expect(failedBrowserTests(BROWSER)).toEqual([
      'two.spec.ts › a group › does not hold: Error: expect(received',
    ]);
  });

  it('names nothing where there is no report to read', () => {
    expect([failedUnitTests(undefined), failedBrowserTests({ suites: 1 })]).toEqual([[], []]);
  });
});
