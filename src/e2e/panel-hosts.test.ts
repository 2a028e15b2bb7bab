import type { Page } from 'playwright-core';
import { hostedLive } from '../panel/course/host-segments.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('the hosts of a LIVE', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 320, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
    await panel.goto(`${stage.extension}/src/panel/panel.html?room=${await longest()}`);
    await settled(panel);
  });
  test.afterAll(() => stage?.close());

  /** The sample's longest LIVE, in which every host has something to be judged by. */
  const longest = async (): Promise<string> => {
    const rooms = (await archivedRooms(panel, 'sample')).filter(({ room }) => hostedLive(room));
    const length = (room: (typeof rooms)[number]): number => room.room.duration ?? 0;
    const found = rooms.reduce((a, b) => (length(b) > length(a) ? b : a));
    return found.id;
  };
  const card = () => panel.locator('details.hosts');
  const unfold = () => card().locator('summary').press('Enter');
  const marked = () => card().getByRole('listitem');
  const judged = () => panel.locator('.factor').filter({ hasText: 'Host’s hours' });
  const expand = () => panel.getByRole('button', { name: /^Expand all factors/ }).click();

  test('are marked by keyboard, kept, and judged; what can’t be is refused', {
    tag: '@day',
  }, async () => {
    await expand();
    await expect(judged()).toContainText('Needs to know who hosted');
    await unfold();
    const room = (await shownRoom(panel)) ?? '';
    const live = hostedLive((await archivedSession(panel, 'sample', room)).room);
    if (live === undefined) throw new Error('The LIVE has no end.');
    const middle = new Date(((live.from + live.to) / 2 + live.offset) * 1000)
      .toISOString()
      .slice(11, 16);
    const name = card().getByRole('combobox', { name: 'Host' });
    const to = card().getByLabel('To', { exact: true });

    await name.press('Enter');
    await expect(card().getByRole('alert')).toContainText('name');
    await name.fill('Ana');
    await to.fill(middle);
    await to.press('Enter');
    await expect(marked()).toHaveCount(1);
    await name.fill('Bo');
    await name.press('Enter');
    await expect(marked()).toHaveCount(2);
    await name.fill('Cy');
    await card().getByLabel('From', { exact: true }).fill(middle);
    await name.press('Enter');
    await expect(card().getByRole('alert')).toContainText('Another host');
    await expect(marked()).toHaveCount(2);

    await panel.reload();
    await settled(panel);
    await unfold();
    await expect(marked()).toHaveText([new RegExp(`^Ana, .* to .*${middle}`), /^Bo, .* to /]);
    await expand();
    await expect(judged()).not.toContainText('Needs to know who hosted');
    await expect
      .poll(() => panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
      .toBe(true);

    for (const left of [1, 0]) {
      await card()
        .getByRole('button', { name: /^Remove / })
        .first()
        .press('Enter');
      await expect(marked()).toHaveCount(left);
    }
    await expect(judged()).toContainText('Needs to know who hosted');
  });
});
