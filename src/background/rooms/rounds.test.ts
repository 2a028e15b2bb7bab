import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { onAlarm } from '../alarms.ts';

const did: string[] = [];
vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));
vi.mock('../feed/in-use.ts', () => ({
  refreshInUse: async () => {
    did.push('feeds');
    throw new Error('a broken feed');
  },
}));
vi.mock('../reminders/expiry-warnings.ts', () => ({
  warnOfExpiry: async () => {
    did.push('warnings');
    throw new Error('no notifications');
  },
}));
vi.mock('../reminders/reminders.ts', () => ({
  REMINDER: 'reminder',
  remind: async () => void did.push('reminders'),
}));

beforeEach(() => {
  did.length = 0;
});

it('a step of a round that fails keeps no other from its turn', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await onAlarm({ name: 'round', scheduledTime: 0 });
  expect(did).toEqual(['feeds', 'warnings', 'reminders']);
  expect(logged).toHaveBeenCalledTimes(2);
});
