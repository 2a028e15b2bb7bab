import { describe, expect, it } from 'vitest';
import { failurePolicy, stopsRoom } from './failure-policy.ts';

describe('what happens when a request fails', () => {
  it('on 429 tries twice more, then asks for nothing else, and waits', () => {
    expect(failurePolicy('rate-limited')).toMatchObject({ retries: 2, scope: 'all', passes: true });
    expect(failurePolicy('rate-limited').backoffMs).toBeGreaterThan(0);
  });

  it('goes on with the room after a refusal, and after a fault of the server', () => {
    expect(stopsRoom('refused-parameters')).toBe(false);
    expect(stopsRoom('server-error')).toBe(false);
  });

  it('waits for the seller where only she can mend it', () => {
    for (const code of ['signed-out', 'not-allowed', 'storage-full'] as const) {
      expect(failurePolicy(code)).toMatchObject({ retries: 0, scope: 'all' });
      expect(failurePolicy(code).pause).toBeDefined();
    }
  });
});
