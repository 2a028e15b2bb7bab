import { describe, expect, it, vi } from 'vitest';
import { type Duties, followOrders, readOrder } from './commands.ts';
import type { ExtensionApi, MessageListener } from './extension-api.ts';

const app = 'live-diagnosis';
const panel = { open: true, width: 500, dock: 'push' } as const;

function follow() {
  const listeners = new Set<MessageListener>();
  const api: ExtensionApi = {
    runtime: {
      id: 'own',
      getURL: (path) => path,
      sendMessage: async () => undefined,
      onMessage: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
    },
    i18n: { getMessage: (key) => key },
  };
  const duties = {
    panel: vi.fn<Duties['panel']>(),
    toggle: vi.fn<Duties['toggle']>(),
    pill: vi.fn<Duties['pill']>(),
    fetch: vi.fn<Duties['fetch']>(async () => ({ ok: false, reason: 'offline' })),
  };
  const life = new AbortController();
  followOrders(api, { signal: life.signal, check: () => true }, duties);
  const deliver = (message: unknown, sender: Parameters<MessageListener>[1], answer = vi.fn()) =>
    [...listeners].map((listener) => listener(message, sender, answer));
  return { duties, life, deliver };
}

describe('orders', () => {
  it('of the worker are followed', async () => {
    const { duties, deliver } = follow();
    const answer = vi.fn();
    const words = { close: 'Tutup' };
    expect(deliver({ app, order: 'toggle', words }, { id: 'own' }, answer)).toEqual([false]);
    expect(deliver({ app, order: 'panel', panel }, { id: 'own' }, answer)).toEqual([false]);
    expect(answer.mock.calls).toEqual([[true], [true]]);
    const order = { app, order: 'fetch', path: '/api/v1/insights/x', body: '{}' };
    expect(deliver(order, { id: 'own' }, answer)).toEqual([true]);
    await vi.waitFor(() =>
      expect(answer).toHaveBeenLastCalledWith({ ok: false, reason: 'offline' }),
    );
    expect(duties.toggle.mock.calls).toEqual([[words]]);
    expect(duties.panel).toHaveBeenCalledWith(panel);
    expect(duties.fetch).toHaveBeenCalledWith('/api/v1/insights/x', '{}');
  });

  it.each([
    ['another extension', { id: 'other' }],
    ['a tab of this extension', { id: 'own', tab: { id: 1 } }],
    ['nobody', {}],
  ])('of %s are not', (_name, sender) => {
    const { duties, deliver } = follow();
    expect(deliver({ app, order: 'toggle' }, sender)).toEqual([false]);
    expect(duties.toggle).not.toHaveBeenCalled();
  });

  it('are not followed once the life ended', () => {
    const { life, deliver } = follow();
    life.abort();
    expect(deliver({ app, order: 'toggle' }, { id: 'own' })).toEqual([]);
  });

  it.each([
    undefined,
    'toggle',
    { order: 'toggle' },
    { app: 'other', order: 'toggle' },
    { app, order: 'eval' },
    { app, order: 'panel' },
    { app, order: 'panel', panel: { ...panel, dock: 'left' } },
    { app, order: 'panel', panel: { ...panel, width: Number.NaN } },
    { app, order: 'fetch', path: '/api/v1/insights/x' },
    { app, order: 'fetch', path: 1, body: '{}' },
  ])('are not read out of %j', (message) => {
    expect(readOrder(message)).toBeUndefined();
  });

  it('may leave open whether the panel is open', () => {
    const order = { app, order: 'panel', panel: { width: 500, dock: 'push' } };
    expect(readOrder(order)).toEqual(order);
    expect(readOrder({ ...order, panel: { ...panel, open: 'yes' } })).toBeUndefined();
  });

  it('may say what the closed tab says of a LIVE, or that nothing is known of it', () => {
    const says = { text: 'Diagnosis ▼47%', name: '47% below', tone: 'low' };
    const order = { app, order: 'pill', room: '7', says };
    expect(readOrder(order)).toEqual(order);
    expect(readOrder({ ...order, says: 'due' })).toEqual({ ...order, says: 'due' });
    const nothing = { app, order: 'pill', room: '7' };
    expect(readOrder(nothing)).toEqual(nothing);
    expect(readOrder({ ...order, says: { ...says, tone: 'red' } })).toEqual(nothing);
    expect(readOrder({ ...order, room: 7 })).toBeUndefined();
  });

  it('for a panel wider than allowed are brought into bounds', () => {
    const order = { app, order: 'panel', panel: { ...panel, width: 9_000 } };
    expect(readOrder(order)).toEqual({ ...order, panel: { ...panel, width: 1_200 } });
  });
});
