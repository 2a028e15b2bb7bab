import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession, pastLive } from './fixture.ts';
import { startSlot } from './start-slot.ts';

// This LIVE starts at 09:00 in the shop's zone. Slots are four hours wide: 08:00 to 12:00.
const mornings = [100, 110, 90, 105].map((gmv, i) => pastLive(i + 1, { gmvPerHour: gmv }));
const evenings = (pay: number) =>
  [1, 1.1, 0.9, 1.05].map((x, i) => pastLive(i + 1, { gmvPerHour: pay * x }, 12));

describe('start-slot', () => {
  it('finds a gap where another slot of own LIVEs paid clearly more', () => {
    const outcome = startSlot.evaluate(
      fixtureInput(fixtureSession(), {}, [...mornings, ...evenings(300)]),
    );
    expect(outcome).toMatchObject({
      state: 'gap',
      // Two amounts in its row don't say of themselves what they are of.
      brief: {
        key: 'factor_startSlot_brief',
        values: { better: { phrase: { values: { from: { text: '20:00' } } } } },
      },
      advice: {
        values: {
          better: { phrase: { values: { from: { text: '20:00' }, to: { text: '24:00' } } } },
        },
      },
    });
  });

  it('is fine where chance explains the difference', () => {
    expect(
      startSlot.evaluate(fixtureInput(fixtureSession(), {}, [...mornings, ...evenings(101)])),
    ).toMatchObject({ state: 'fine' });
  });

  it('draws the other slot towards the mean instead of promising its best', () => {
    const outcome = startSlot.evaluate(
      fixtureInput(fixtureSession(), {}, [...mornings, ...evenings(300)]),
    );
    // Alone, the evenings' geometric mean is 303; the mean of all LIVEs draws it down.
    expect(outcome).toMatchObject({
      evidence: [{}, { yours: { values: { value: { value: expect.closeTo(239.4, 0) } } } }],
    });
  });

  it('asks for more LIVEs below eight', () => {
    expect(startSlot.evaluate(fixtureInput(fixtureSession(), {}, mornings))).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_shared_moreLives', values: { count: { value: 4 } } },
    });
  });

  it('does not judge a slot that no other slot stands beside', () => {
    const same = [...mornings, ...mornings, ...mornings].map((live, i) => ({
      ...live,
      ...pastLive(7 * (i + 1), { gmvPerHour: 100 }),
    }));
    expect(startSlot.evaluate(fixtureInput(fixtureSession(), {}, same))).toMatchObject({
      state: 'scarce',
      needs: { key: 'factor_startSlot_needsSpread' },
    });
  });

  it("needs the shop's zone", () => {
    const session = fixtureSession({ room: { zone: undefined } });
    expect(startSlot.evaluate(fixtureInput(session, {}, mornings))).toMatchObject({
      state: 'missing',
    });
  });
});
