import type { Page } from 'playwright-core';
import { metricIds } from '../metrics/catalogue.ts';
import { numberOf } from '../metrics/figure.ts';
import type { Session } from '../metrics/session.ts';
import { changeSettings } from './change-settings.ts';
import { newestSession, newestWhere } from './newest-live.ts';
import { type ArchivedRoom, archivedRooms, archivedSession } from './panel-archive.ts';
import { metricRows, pickRoom, seriousFaults, settled, shownRoom } from './panel-view.ts';
import { comparable, type PlainLive, saying } from './plain-rule.ts';
import { requestsMade } from './requests-made.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { jumpTo, partShown, playsWithin } from './watching.ts';

/** Two starts this close are one LIVE, and older LIVEs than three months don't count. */
const WINDOW_SECONDS = 92 * 86_400;

test.describe('the sample shop without any network', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    stage.demo.faults.set([{ fault: { kind: 'reset' }, path: '/' }]);
    panel = await stage.panelTab();
  });
  test.afterAll(() => stage?.close());

  const ribbon = () => panel.getByRole('complementary', { name: 'Sample data' });
  const explore = () => panel.getByRole('button', { name: 'Explore a sample shop' });
  const sample = () => archivedRooms(panel, 'sample');
  /** Turns to the sample shop, as its button does. */
  const explored = async (): Promise<void> => {
    await changeSettings(panel, { sample: true });
    await ribbon().waitFor();
    await settled(panel);
  };
  /** Leaves it, as the ribbon does. */
  const left = async (): Promise<void> => {
    await changeSettings(panel, { sample: false });
    await explore().waitFor();
  };

  test('is offered where nothing is connected, beside the way to Seller Center', async () => {
    await left();
    await panel.getByRole('heading', { name: 'See what each LIVE lost' }).waitFor();
    await expect(panel.getByRole('button', { name: 'Open Seller Center' })).toHaveCount(1);
    await expect(
      panel.getByRole('figure', { name: 'What you get, with sample figures' }),
    ).toBeVisible();
    await expect.poll(() => seriousFaults(panel)).toEqual([]);
    await expect(ribbon()).toHaveCount(0);
  });

  test('shows a whole LIVE under a ribbon that says what it is, and asks nobody for it', async () => {
    await left();
    stage.demo.requests.reset();
    await explore().click();
    await settled(panel);
    await expect(ribbon()).toContainText('simulated');
    const reported = async () =>
      [...(await metricRows(panel)).values()].filter(({ value }) => value !== 'not reported');
    await expect.poll(async () => (await reported()).length).toBeGreaterThan(20);
    expect(requestsMade(stage)).toEqual([]);
    await expect.poll(async () => (await sample()).length).toBe(60);
    await expect
      .poll(
        async () =>
          (await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '')).simulated,
      )
      .toBe(true);
  });

  test('makes what is seen first before the rest of a LIVE, and leaves room for it', async () => {
    await explored();
    const tab = await stage.context.newPage();
    await tab.addInitScript(() => {
      const observer = new MutationObserver(() => {
        const { documentElement: root } = document;
        if (document.querySelector('#diagnosis') === null) return;
        root.setAttribute('data-alone', String(document.querySelector('#data') === null));
        const tall = root.scrollHeight - root.clientHeight;
        root.setAttribute('data-tall', String(tall >= root.clientHeight));
        observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await tab.goto(`${stage.extension}/src/panel/panel.html`);
    await settled(tab);
    const root = tab.locator('html');
    await expect(root).toHaveAttribute('data-alone', 'true');
    await expect(root).toHaveAttribute('data-tall', 'true');
    await tab.close();
  });

  test('calls a replay expired only where it would have expired by now', {
    tag: '@day',
  }, async () => {
    await explored();
    await panel.reload();
    await settled(panel);
    // Old ones and new ones among them, so that some have expired.
    const all = panel.locator('#benchmarks').getByRole('button', { name: /^Show all \d+(:|$)/ });
    await newestWhere(panel, () => all.isVisible());
    await all.click();
    const expired = panel.locator('.figures-only li').filter({ hasText: 'Expired' });
    await expect(expired.first()).toBeVisible();
    await expect(panel.locator('.benchmark').filter({ hasText: /\d+ days? left/ })).not.toHaveCount(
      0,
    );
  });

  test('plays short films of its LIVEs, said to be simulated, and asks nobody for them', async () => {
    await explored();
    stage.demo.requests.reset();
    const group = panel
      .locator('.benchmarks-group')
      .filter({ has: panel.getByRole('heading', { name: /^From / }) });
    await group
      .getByRole('button', { name: /^Play / })
      .first()
      .click();
    const dialog = panel.getByRole('dialog');
    const cut = await partShown(panel);
    await playsWithin(dialog.locator('video'), cut.from - 0.1, cut.from + 20);
    await expect(dialog.locator('.screen-label')).toContainText('Simulated');
    await jumpTo(dialog.locator('video'), cut.to - 1);
    await playsWithin(dialog.locator('video'), cut.from - 0.1, cut.from + 20);
    await dialog.getByRole('button', { name: 'Side by side' }).click();
    for (const video of await dialog.locator('.pane video').all()) {
      await playsWithin(video, cut.from - 0.1, cut.from + 20);
    }
    expect(requestsMade(stage)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  });

  for (const place of [3, 17]) {
    test(`says Lower in LIVE ${place} by the plain rule, metric by metric`, async () => {
      await explored();
      const rooms = await sample();
      const id = rooms[place]?.id ?? '';
      await pickRoom(panel, id);
      await changeSettings(panel, { versus: 'market' });
      const session = await archivedSession(panel, 'sample', id);
      const startedAt = session.room.startedAt ?? 0;
      const all = rooms.filter(({ room }) => {
        const before = startedAt - (room.startedAt ?? 0);
        return before > 0 && before <= WINDOW_SECONDS;
      });
      // LIVEs of one category are compared among themselves, where there are five.
      const alike = all.filter(({ category }) => category === rooms[place]?.category);
      const earlier = alike.length >= 5 ? alike : all;
      const said = async () =>
        [...(await metricRows(panel))].map(([key, { verdict }]) => `${key}: ${verdict}`).sort();
      const due = Object.keys(comparable).map((key) => {
        const market = session.comparisons.market[key]?.difference;
        return `${key}: ${saying(key, plain(session), earlier.map(plain), market)}`;
      });
      expect(new Set(due.map((line) => line.split(': ')[1])).size).toBeGreaterThan(1);
      await expect.poll(said).toEqual(due.sort());
      await changeSettings(panel, { versus: 'usual' });
    });
  }

  test('shows violations only where there are any, each with time, reason and consequence', async () => {
    await explored();
    const chip = panel.getByRole('button', { name: /^\d+ violations?$/ });
    const guilty = await newestSession(panel, ({ violations = [] }) => violations.length > 0);
    const clean = await newestSession(panel, ({ violations = [] }) => violations.length === 0);
    const [violation] = guilty.violations ?? [];
    if (violation === undefined) throw new Error('The violation has gone.');
    await pickRoom(panel, clean.room.id);
    await expect(chip).toHaveCount(0);

    await pickRoom(panel, guilty.room.id);
    await panel.locator('.basic-foot').getByText('Risk', { exact: true }).waitFor();
    await expect(chip).toContainText(`${guilty.violations?.length} violation`);
    await expect(panel.getByText(violation.consequence ?? '', { exact: true })).toHaveCount(0);
    await chip.click();
    const shown = panel.locator('#violations li').first();
    await expect(shown).toContainText(violation.reason);
    await expect(shown).toContainText(violation.consequence ?? '');
    await expect(shown).toContainText(/\d{4}, \d\d:\d\d (GMT|UTC)/);
  });

  test('is left by the ribbon, and nothing of it stays', async () => {
    await explored();
    await ribbon().getByRole('button', { name: 'Leave' }).click();
    await explore().waitFor();
    await expect(ribbon()).toHaveCount(0);
    await expect(panel.locator('.metrics')).toHaveCount(0);
    await expect.poll(() => archivedRooms(panel, 'shop')).toEqual([]);
  });
});

/** A LIVE in plain numbers. */
function plain({ room, figures }: ArchivedRoom | Session): PlainLive {
  const known = metricIds.flatMap((id) => {
    const value = numberOf(figures, id);
    return value === undefined ? [] : [[id, value] as const];
  });
  const { startedAt = 0, endedAt = startedAt, duration = endedAt - startedAt } = room;
  return { hours: duration / 3600, figures: Object.fromEntries(known) };
}
