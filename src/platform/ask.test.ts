import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRoomId } from '../metrics/ids.ts';
import { ask } from './ask.ts';

const worker = vi.hoisted(() => ({
  alive: true,
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
}));
vi.mock('./browser.ts', () => ({
  browser: { runtime: { sendMessage: worker.sendMessage } },
  isAlive: () => worker.alive,
}));

const room = parseRoomId('7649951805363391253');
const killed = new Error(
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
);
const answer = { ok: true, value: { rooms: 3 } };

beforeEach(() => {
  worker.alive = true;
  worker.sendMessage.mockReset().mockResolvedValue(answer);
});

describe('asking the worker', () => {
  it('sends one envelope and hands on the answer', async () => {
    if (room === undefined) throw new Error('no room');
    expect(await ask('room.fetch', { room })).toEqual(answer);
    expect(worker.sendMessage.mock.calls).toEqual([
      [{ app: 'live-diagnosis', verb: 'room.fetch', request: { room } }],
    ]);
  });

  it('asks once more when the worker was killed in between', async () => {
    worker.sendMessage.mockRejectedValueOnce(killed);
    expect(await ask('rooms.fetch', {})).toEqual(answer);
    expect(worker.sendMessage).toHaveBeenCalledTimes(2);
  });

  it('asks once more when nobody answered, and then gives up', async () => {
    worker.sendMessage.mockResolvedValue(undefined);
    expect(await ask('rooms.fetch', {})).toMatchObject({
      fault: { code: 'worker-gone', retryable: true },
    });
    expect(worker.sendMessage).toHaveBeenCalledTimes(2);
  });

  it('does not repeat what must not happen twice', async () => {
    worker.sendMessage.mockRejectedValue(killed);
    expect(await ask('tab.open', { page: 'options' })).toMatchObject({
      fault: { code: 'worker-gone' },
    });
    expect(worker.sendMessage).toHaveBeenCalledTimes(1);
  });

  it('tells an extension that was updated under the page', async () => {
    worker.sendMessage.mockRejectedValue(new Error('Extension context invalidated.'));
    expect(await ask('rooms.fetch', {})).toMatchObject({ fault: { code: 'extension-updated' } });
    worker.alive = false;
    worker.sendMessage.mockClear();
    expect(await ask('rooms.fetch', {})).toMatchObject({ fault: { code: 'extension-updated' } });
    expect(worker.sendMessage).not.toHaveBeenCalled();
  });

  it('hands on a fault of the worker as it is', async () => {
    const fault = { ok: false, fault: { code: 'signed-out' } };
    worker.sendMessage.mockResolvedValue(fault);
    expect(await ask('rooms.fetch', {})).toEqual(fault);
    expect(worker.sendMessage).toHaveBeenCalledTimes(1);
  });
});
