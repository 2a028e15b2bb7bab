// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, fault } from '../../metrics/fault.ts';
import { emptySession } from '../../metrics/merge.ts';
import { type UnixMs, unixMs } from '../../metrics/time.ts';
import { NOW, roomId, testPorts } from './ports.fixture.ts';
import type { RoomView } from './room-store.ts';
import { goOnAfter, goOnOnline, retryLater, tryAgain } from './try-again.ts';

const id = roomId(1);
const reading: RoomView = { id, busy: 'fetching', missing: [] };
const failedWith = (code: Fault['code']): RoomView => ({
  id,
  busy: 'no',
  missing: [],
  fault: fault(code),
});

let world: Awaited<ReturnType<typeof testPorts>>;
let now = NOW;
let view = signal<RoomView>(reading);
let lost = signal<Fault | undefined>(undefined);
let retryAt = signal<UnixMs | undefined>(undefined);
let refresh = vi.fn(async () => undefined);
let start = vi.fn(async () => undefined);
let stop = (): void => undefined;

beforeEach(async () => {
  world = await testPorts();
  vi.useFakeTimers();
  now = NOW;
  view = signal<RoomView>(reading);
  lost = signal<Fault | undefined>(undefined);
  retryAt = signal<UnixMs | undefined>(undefined);
  refresh = vi.fn(async () => undefined);
  start = vi.fn(async () => undefined);
});
afterEach(async () => {
  stop();
  stop = () => undefined;
  vi.useRealTimers();
  await world.close();
});

const app = () => ({
  ports: { ...world.ports, now: () => now },
  room: {
    view,
    refresh,
    open: async () => undefined,
    clear: () => undefined,
    whenRead: async () => undefined,
  },
  lost,
  start,
  retryAt,
});
const pass = (seconds: number): void => {
  for (let left = seconds; left > 0; left--) {
    now = unixMs(now + 1_000);
    vi.advanceTimersByTime(1_000);
  }
};
const waits = (): number | undefined =>
  retryAt.value === undefined ? undefined : (retryAt.value - now) / 1_000;

describe('what failed for want of a connection', () => {
  it('is read again once there is one, and a few times more where it carries nothing yet', () => {
    view.value = failedWith('offline');
    stop = goOnOnline(app());
    expect(refresh).toHaveBeenCalledTimes(1);
    pass(3);
    expect(refresh).toHaveBeenCalledTimes(2);
    pass(60);
    expect(refresh).toHaveBeenCalledTimes(4);
  });

  it('is left alone once it was read, or while it is being read', () => {
    view.value = failedWith('offline');
    stop = goOnOnline(app());
    view.value = { ...failedWith('offline'), busy: 'fetching' };
    pass(3);
    view.value = { id, busy: 'no', missing: [] };
    pass(60);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is tried no more once the connection is gone again', () => {
    view.value = failedWith('offline');
    goOnOnline(app())();
    pass(60);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});

describe('what could not be read', () => {
  it('is read again: the LIVE in view, else which LIVE there is', async () => {
    await tryAgain(app());
    expect([refresh.mock.calls.length, start.mock.calls.length]).toEqual([1, 0]);
    view.value = { busy: 'no', missing: [] };
    await tryAgain(app());
    expect([refresh.mock.calls.length, start.mock.calls.length]).toEqual([1, 1]);
  });

  it('is read again once its cause is gone, and not for another cause', () => {
    view.value = failedWith('offline');
    goOnAfter('not-allowed', app());
    expect(refresh).not.toHaveBeenCalled();
    goOnAfter('offline', app());
    expect(refresh).toHaveBeenCalledOnce();
  });
});

describe('what Seller Center refused for too many requests', () => {
  it('is read again by itself after a minute, and after twice as long when it is refused again', () => {
    stop = retryLater(app());
    expect(waits()).toBeUndefined();
    view.value = failedWith('rate-limited');
    expect(waits()).toBe(60);
    pass(59);
    expect(refresh).not.toHaveBeenCalled();
    pass(1);
    expect(refresh).toHaveBeenCalledOnce();
    view.value = reading;
    expect(waits()).toBeUndefined();
    view.value = failedWith('rate-limited');
    expect(waits()).toBe(120);
  });

  it('is waited for no longer than at first once a LIVE was read', () => {
    stop = retryLater(app());
    view.value = failedWith('rate-limited');
    view.value = { id, busy: 'no', missing: [], session: emptySession(id) };
    view.value = failedWith('rate-limited');
    expect(waits()).toBe(60);
  });

  it('keeps its time while other news of the LIVE come in', () => {
    stop = retryLater(app());
    view.value = failedWith('rate-limited');
    pass(20);
    view.value = { ...view.value, missing: [] };
    expect(waits()).toBe(40);
  });

  it('is not read again by itself when anything else went wrong', () => {
    stop = retryLater(app());
    view.value = failedWith('server-error');
    pass(120);
    expect([waits(), refresh.mock.calls.length]).toEqual([undefined, 0]);
  });

  it('waits until somebody looks', () => {
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    stop = retryLater(app());
    view.value = failedWith('rate-limited');
    pass(90);
    expect(refresh).not.toHaveBeenCalled();
    hidden.mockRestore();
    pass(1);
    expect(refresh).toHaveBeenCalledOnce();
  });

  it('is started anew where no LIVE could be found', () => {
    stop = retryLater(app());
    view.value = { busy: 'no', missing: [] };
    lost.value = fault('rate-limited');
    pass(60);
    expect(start).toHaveBeenCalledOnce();
    lost.value = fault('rate-limited');
    expect(waits()).toBe(120);
  });
});
