import type { Page } from 'playwright-core';
import { changeSettings } from '../../e2e/change-settings.ts';
import { archivedSession } from '../../e2e/panel-archive.ts';
import { openMore, shownRoom } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import { hostedLive } from '../../panel/course/host-segments.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

const TWO_LIVES_WIDTHS = [320, 400, 1280];

/** As high as the whole window is, which scrolls by itself. */
const WHOLE_HEIGHT = 3_600;

/** Two LIVEs of the sample shop held against each other, the list of what to choose, the usual, and two hosts. */
export async function shootTwoLives(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await openSampleShop(stage);
    await openMore(panel);
    await panel.getByRole('menuitem', { name: 'Compare this LIVE with…' }).click();
    await shown(panel);
    const take = (name: string, height = WHOLE_HEIGHT) =>
      camera.take(panel, name, { widths: TWO_LIVES_WIDTHS, height });
    await take('two-lives');
    const second = panel.getByRole('combobox', { name: 'B: LIVE' });
    await second.click();
    await take('two-lives-choose', 860);
    await panel.getByRole('option', { name: /^Your usual/ }).click();
    await panel.getByText('Your usual has no course').waitFor();
    await take('two-lives-usual');
    await markHosts(panel);
    await panel.getByRole('button', { name: 'Hosts of this LIVE' }).click();
    await panel.getByText('Not counted by the minute').waitFor();
    await take('two-lives-hosts');
  } finally {
    await stage.close();
  }
}

/** Two hosts of the LIVE in view, half of it each. */
async function markHosts(panel: Page): Promise<void> {
  const room = (await shownRoom(panel)) ?? '';
  const live = hostedLive((await archivedSession(panel, 'sample', room)).room);
  if (live === undefined) throw new Error('The LIVE has no end.');
  const half = Math.round((live.from + live.to) / 2);
  const hosts = [
    { name: 'Ana', startedAt: live.from, endedAt: half },
    { name: 'Bo', startedAt: half },
  ];
  await changeSettings(panel, { hosts: { [room]: hosts } });
}

const shown = (panel: Page): Promise<void> =>
  panel.getByRole('heading', { name: 'Where the difference comes from' }).waitFor();
