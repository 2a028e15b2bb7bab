import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_HOST, dashboardAddress } from '../demo/addresses.ts';
import type { LoggedRequest } from '../demo/request-log.ts';
import { type Demo, startDemo } from '../demo/server.ts';
import { numberOf } from '../metrics/figure.ts';
import { idsOf } from '../sources/seller-center/requests.ts';
import { paintsOf, watchPaints } from './paints.ts';
import { archivedSession } from './panel-archive.ts';
import { settled, shownRoom, totals, type View } from './panel-view.ts';
import { dockedPanel, raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { clickToolbarIcon } from './toolbar-icon.ts';
import { endWorker } from './worker-end.ts';

const question = ({ path, body }: LoggedRequest): string => `${path} ${body}`;
const endpoint = ({ path }: LoggedRequest): string => path.replace(/^.*\/detail\//, '');
const idsIn = ({ body }: LoggedRequest): unknown => JSON.parse(body).request.stats_types;

/** GMV as a LIVE of the demo has it, and as the panel shows it, in whole units. */
function gmvOf(demo: Demo, room: string): number | undefined {
  const session = demo.sessions().find((one) => one.room.id === room);
  const gmv = numberOf(session?.figures ?? {}, 'gmv');
  return gmv === undefined ? undefined : Math.round(gmv);
}
const amount = (text: string): number => Math.round(Number(text.replace(/[^\d.]/g, '')));
async function gmvShown(view: View): Promise<number> {
  return amount((await totals(view)).get('gmv') ?? '');
}

test.describe('the extension beside Seller Center', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
    // The extension learns the seller's host from an open page; some tests below have none.
    await stage.page.goto(`https://${DEMO_HOST}/compass/live-analysis`);
    await settled(await dockedPanel(stage.page));
  });
  test.afterAll(() => stage?.close());
  // Before and not after a test, so that one that fails can still tell what it saw.
  test.beforeEach(async () => {
    stage.demo.faults.clear();
    for (const tab of stage.context.pages()) if (tab !== stage.page) await tab.close();
    await stage.page.goto('about:blank');
    stage.demo.requests.reset();
  });

  /** A LIVE that ended, each its own for a test. */
  const ended = (place: number): string => stage.demo.sessions()[place]?.room.id ?? '';
  const asked = (room: string): readonly LoggedRequest[] =>
    stage.demo.requests.list('/api/').filter((one) => one.room === room);
  const openPanel = (room: string): Promise<Page> => stage.panelTab(`?room=${room}`);

  test('asks nothing of a LIVE that the dashboard asks itself, and shows its figures', async () => {
    const panel = await stage.dashboard(stage.room);
    await settled(panel, stage.room);
    await expect.poll(() => gmvShown(panel)).toBe(gmvOf(stage.demo, stage.room));
    await expect
      .poll(() => asked(stage.room).map(endpoint).sort())
      .toEqual([
        'core/stats',
        'event/timeline',
        'product/list',
        'room/info',
        'room/status',
        'source/new',
        'trend/chart',
        'user/portrait',
      ]);
    const sites = new Set(stage.demo.requests.list('/api/').map(({ site }) => site));
    expect(sites).toEqual(new Set(['same-origin']));
  });

  test('asks for the series alone that the dashboard left out', async () => {
    const room = ended(5);
    // With the panel closed, nobody but the page asks.
    await stage.dashboard(stage.room);
    await clickToolbarIcon(stage, stage.page);
    const docked = () =>
      stage.page.frames().some((frame) => frame.url().startsWith(stage.extension));
    await expect.poll(docked).toBe(false);
    // The demo's page asks for every series; here its own comes to nothing and a smaller one is put.
    stage.demo.faults.set([{ fault: { kind: 'malformed' }, path: 'trend/chart', times: 1 }]);
    await stage.page.goto(dashboardAddress(room));
    const request = { room_filter: { room_id: room, is_content_type: 1 }, stats_types: [20, 3] };
    await expect.poll(() => asked(room).map(endpoint)).toContain('trend/chart');
    await stage.page.evaluate(
      (body) =>
        fetch('/api/v1/insights/workbench/live/detail/trend/chart', { method: 'POST', body }),
      JSON.stringify({ request }),
    );
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    await expect
      .poll(async () => (await archivedSession(options, 'shop', room)).timeline?.series.length)
      .toBe(2);
    await clickToolbarIcon(stage, stage.page);
    await settled(await dockedPanel(stage.page), room);
    const [, , ...own] = asked(room).filter((one) => endpoint(one) === 'trend/chart');
    expect(own.map(idsIn)).toEqual([idsOf['trend/chart']?.filter((id) => id !== 20 && id !== 3)]);
    expect(asked(room).filter((one) => endpoint(one) === 'core/stats')).toHaveLength(1);
  });

  test('reads a LIVE once, however many panels show it, and again only when told to', async () => {
    const room = ended(6);
    const tabs = await Promise.all([openPanel(room), openPanel(room)]);
    for (const tab of tabs) await settled(tab, room);
    const first = asked(room).map(question);
    expect(first.length).toBeGreaterThan(6);
    expect(first).toEqual([...new Set(first)]);
    expect(new Set(asked(room).map(({ site }) => site))).toEqual(new Set(['none']));

    const late = await openPanel(room);
    await settled(late, room);
    expect(asked(room)).toHaveLength(first.length);

    await late.getByRole('button', { name: 'Refresh figures' }).click();
    await expect.poll(() => asked(room)).toHaveLength(2 * first.length);
    await settled(late, room);
    // By then it is known whose the LIVE is, and said in the question.
    const plain = (text: string): string => text.replace(/,"(?:creator_id|country)":"[^"]*"/g, '');
    expect(new Set(asked(room).map(question).map(plain))).toEqual(new Set(first.map(plain)));
  });

  test('writes every request it makes into the ledger', async () => {
    const room = ended(7);
    await settled(await openPanel(room), room);
    const options = await stage.context.newPage();
    await options.goto(`${stage.extension}/src/options/options.html`);
    const rows = options.locator('#ledger tbody tr', { hasText: room });
    await expect(rows).toHaveCount(asked(room).length);
    const listed = () =>
      rows.evaluateAll((all) =>
        all.map(
          (row) =>
            row.closest('.ledger-asked')?.querySelector('.ledger-address')?.textContent ?? '',
        ),
      );
    await expect
      .poll(async () => (await listed()).sort())
      .toEqual(
        asked(room)
          .map(({ path }) => `${DEMO_HOST}${path}`)
          .sort(),
      );
  });

  test('answers the panel although its worker is killed in the middle of a fetch', async () => {
    const room = ended(8);
    const held = { kind: 'slow', ms: 600_000 } as const;
    stage.demo.faults.set([{ fault: held, path: 'core/stats', times: 1 }]);
    const tab = await openPanel(room);
    await expect.poll(() => asked(room).map(endpoint)).toContain('core/stats');
    await endWorker(stage);
    await settled(tab, room);
    await expect.poll(() => gmvShown(tab)).toBe(gmvOf(stage.demo, room));
    expect(asked(room).filter((one) => endpoint(one) === 'core/stats')).toHaveLength(2);
    await expect(tab.locator('.states')).toHaveText('');
  });

  test('never paints a figure of the LIVE before when the dashboard moves on without a reload', async () => {
    const [first, second] = [ended(9), ended(10)];
    // Not all answers: the browser asks one host six things at a time, and more are to be asked.
    const late = ['core/stats', 'trend/chart', 'product/list', 'source/new'];
    const held = { kind: 'slow', ms: 600_000 } as const;
    stage.demo.faults.set(late.map((path) => ({ fault: held, path, room: first })));
    const panel = await stage.dashboard(first);
    await watchPaints(panel);
    await expect.poll(() => asked(first).map(endpoint)).toEqual(expect.arrayContaining(late));
    await stage.page.locator(`#rooms a[data-room="${second}"]`).click();
    await settled(panel, second);
    // Now every answer about the first LIVE comes in, and is heard by the panel.
    stage.demo.faults.clear();
    const known = async () => {
      const { timeline, products, sources } = await archivedSession(panel, 'shop', first);
      return [timeline, products, sources].every((part) => part !== undefined);
    };
    await expect.poll(known).toBe(true);
    await expect.poll(() => shownRoom(panel)).toBe(second);
    await expect.poll(() => gmvShown(panel)).toBe(gmvOf(stage.demo, second));
    const figures = new Map([first, second].map((room) => [room, gmvOf(stage.demo, room)]));
    const paints = (await paintsOf(panel)).filter(({ gmv }) => gmv !== '');
    expect(paints.filter(({ room, gmv }) => amount(gmv) !== figures.get(room))).toEqual([]);
    expect(paints.at(-1)?.room).toBe(second);
  });
});

test.describe('a browser that keeps no data for frames of other sites', () => {
  test('shows the figures in the docked panel all the same', async () => {
    const stage = await raise({ thirdPartyStorage: 'blocked' });
    try {
      const panel = await stage.dashboard(stage.room);
      await settled(panel, stage.room);
      await expect.poll(() => gmvShown(panel)).toBe(gmvOf(stage.demo, stage.room));
      const denied = await panel.evaluate(() =>
        indexedDB.databases().then(() => 'allowed', String),
      );
      expect(denied).not.toBe('allowed');
    } finally {
      await stage.close();
    }
  });
});

test.describe('a browser that was closed and opened again', () => {
  test('paints the last LIVE from the archive before anything is answered', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-again-'));
    const demo = await startDemo({ seed: 7 });
    try {
      const before = await raise({ demo, profile });
      await settled(await before.dashboard(before.room), before.room);
      await before.close();

      demo.faults.set([{ fault: { kind: 'slow', ms: 600_000 }, path: '/' }]);
      const after = await raise({ demo, profile, signedIn: false });
      const tab = await after.panelTab();
      await expect.poll(() => gmvShown(tab)).toBe(gmvOf(demo, after.room));
      await expect.poll(() => shownRoom(tab)).toBe(after.room);
      await after.close();
    } finally {
      await demo.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });
});
