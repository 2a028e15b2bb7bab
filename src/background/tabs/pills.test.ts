import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../../archive/parts.fixture.ts';
import type { Figures } from '../../metrics/figure.ts';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { groundOf } from '../../metrics/live/ground.ts';
import type { ShortVerdict } from '../../metrics/short-verdict.ts';
import { DAY_SECONDS, type UnixSeconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import type { Request, Verb } from '../../platform/protocol.ts';
import { shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { DUE_QUIET_MS } from './due-verdicts.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

const starting = import('../worker.ts');
const below: ShortVerdict = { shape: 'down', tone: 'low', share: 0.47, versus: 'usual' };
const startedAt = unixSeconds(1_781_143_239);

async function ask<V extends Verb>(verb: V, request: Request<V>, sender: object): Promise<unknown> {
  const [listener] = memory.runtime.onMessage.listeners;
  return listener?.({ app: 'live-diagnosis', verb, request }, sender);
}

/** Keeps a LIVE as it was read, with so many views. */
async function read(views: number, ended: { endedAt?: UnixSeconds; status: 'ended' | 'live' }) {
  const at = unixMs(Date.now());
  const figures: Figures = {
    views: { value: views, origin: { how: 'observed', endpoint: 'x', at } },
  };
  const archive = await shopArchive();
  await archive.store({ room: { id: roomA, startedAt, ...ended }, figures }, at);
}
const ended = { endedAt: unixSeconds(startedAt + 7_200), status: 'ended' } as const;

const ground = async () => groundOf({ id: roomA, startedAt }, await (await shopArchive()).rooms());
const tellVerdict = async (verdict: ShortVerdict | undefined, on?: number) =>
  ask(
    'room.verdict',
    { room: roomA, ground: on ?? (await ground()), ...(verdict === undefined ? {} : { verdict }) },
    senders.panelTab(),
  );

/** What the closed tab of the LIVE's page was told last. */
const said = (): unknown => {
  const orders = memory.tabs.sendMessage.mock.calls.map(([, order]) => Object(order));
  return orders.filter(({ order }) => order === 'pill').at(-1)?.says;
};
/** What is due is said a while after the last news. */
const says = (what: unknown) =>
  vi.waitFor(() => expect(said()).toEqual(what), { timeout: 4 * DUE_QUIET_MS });

beforeEach(async () => {
  await starting;
  memory.tabs.sendMessage.mockReset().mockResolvedValue(true);
  await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
});
afterEach(async () => {
  await ask('archive.forget', {}, senders.panelTab());
});

describe('the closed panel’s tab', () => {
  it('says the verdict that was worked out, at once and when the page comes back', async () => {
    await read(700, ended);
    await tellVerdict(below);
    const words = { text: 'launcher_tab_below', name: 'launcher_open_verdict', tone: 'low' };
    await says(words);
    memory.tabs.sendMessage.mockClear();
    await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
    await says(words);
  });

  it('has it worked out where figures are kept and there is none', async () => {
    await read(700, ended);
    await says('due');
    await tellVerdict(undefined);
    await says(undefined);
  });

  it('no longer says it once figures have changed', async () => {
    await read(700, ended);
    await tellVerdict(below);
    await says(expect.objectContaining({ tone: 'low' }));
    await read(700, ended);
    await says(expect.objectContaining({ tone: 'low' }));
    await read(900, ended);
    await says('due');
    await tellVerdict(below, (await ground()) - 1);
    await says('due');
  });

  it('no longer says it once a LIVE changed that is too old to be compared with', async () => {
    const keepAt = async (days: number): Promise<void> => {
      const start = unixSeconds(startedAt + days * DAY_SECONDS);
      const id = v.parse(RoomIdSchema, String(BigInt(start) << 32n));
      const archive = await shopArchive();
      await archive.store({ room: { id, startedAt: start, ...ended } }, unixMs(Date.now()));
    };
    /** What is said of a change itself, not of what came before it. */
    const saysAfter = async (change: () => Promise<unknown>, what: unknown): Promise<void> => {
      memory.tabs.sendMessage.mockClear();
      await change();
      await says(what);
    };
    const low = expect.objectContaining({ tone: 'low' });
    await saysAfter(() => read(700, ended), 'due');
    await saysAfter(() => tellVerdict(below), low);
    await saysAfter(() => keepAt(1), low);
    await saysAfter(() => keepAt(-93), 'due');
  });

  it('no longer says it once something else is compared with, but for how the panel stands', async () => {
    await read(700, ended);
    await tellVerdict(below);
    const width = { panels: { 'live-dashboard': { width: 500 } } } as const;
    await ask('settings.set', width, senders.panelTab());
    await says(expect.objectContaining({ tone: 'low' }));
    await ask('settings.set', { versus: 'best' }, senders.panelTab());
    await says('due');
    await ask('settings.set', { versus: 'feed' }, senders.panelTab());
    await says(undefined);
  });

  it('says nothing of a LIVE that runs or is unknown', async () => {
    await says(undefined);
    await read(700, { status: 'live' });
    await tellVerdict(below);
    await says(undefined);
  });

  it('isn’t told again that nothing is known, and is told once that its verdict is due after a burst of news', async () => {
    const orders = () =>
      memory.tabs.sendMessage.mock.calls.map(([, order]) => Object(order).says ?? 'nothing');
    await vi.waitFor(() => expect(orders()).toEqual(['nothing']));
    for (const views of [700, 701, 702, 703]) await read(views, ended);
    await says('due');
    expect(orders()).toEqual(['nothing', 'due']);
    await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
    await vi.waitFor(() => expect(orders()).toEqual(['nothing', 'due', 'nothing', 'due']), {
      timeout: 4 * DUE_QUIET_MS,
    });
  });

  it('asks nobody for it', async () => {
    const fetching = vi.fn();
    vi.stubGlobal('fetch', fetching);
    await read(700, ended);
    await says('due');
    await tellVerdict(below);
    await says(expect.objectContaining({ tone: 'low' }));
    expect(fetching).not.toHaveBeenCalled();
    expect(await (await shopArchive()).ledger()).toEqual([]);
  });
});
