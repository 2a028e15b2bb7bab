import { describe, expect, it } from 'vitest';
import { compliance } from './compliance.ts';
import { fixtureInput, fixtureSession, START, series } from './fixture.ts';

const at = START + 3600;
const violations = [{ at, reason: 'Static picture', consequence: 'Warning' }];

describe('compliance', () => {
  it('says what was counted before and after a violation, and shows the time', () => {
    const session = fixtureSession({
      violations,
      timeline: {
        interval: 300,
        series: [series('impressions', 'amount', [...Array(12).fill(500), ...Array(12).fill(200)])],
      },
    });
    expect(compliance.evaluate(fixtureInput(session))).toMatchObject({
      state: 'gap',
      seen: {
        key: 'factor_compliance_seenAfter',
        values: { before: { value: 100 }, after: { value: 40 } },
      },
      stretches: [{ from: at, to: at + 1800 }],
    });
  });

  it('leaves out the interval in which the violation fell', () => {
    const session = fixtureSession({
      violations: [{ at: at + 60, reason: 'Static picture' }],
      timeline: {
        interval: 300,
        series: [
          series('impressions', 'amount', [...Array(12).fill(500), 9999, ...Array(11).fill(200)]),
        ],
      },
    });
    expect(compliance.evaluate(fixtureInput(session))).toMatchObject({
      seen: { values: { before: { value: 100 }, after: { value: 40 } } },
    });
  });

  it('says the reason alone where nothing was counted around it', () => {
    expect(compliance.evaluate(fixtureInput(fixtureSession({ violations })))).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_compliance_seen', values: { reason: { text: 'Static picture' } } },
    });
  });

  it('is fine where the list is empty, and does not take a missing list for an empty one', () => {
    expect(compliance.evaluate(fixtureInput(fixtureSession({ violations: [] })))).toMatchObject({
      state: 'fine',
    });
    expect(compliance.evaluate(fixtureInput(fixtureSession()))).toMatchObject({ state: 'missing' });
  });
});
