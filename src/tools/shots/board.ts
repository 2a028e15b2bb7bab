import { type BoardThing, manyPinned } from '../../e2e/board-filling.ts';
import { fillBoard } from '../../e2e/panel-archive.ts';
import { raise } from '../../e2e/stage.ts';
import { DAY_SECONDS } from '../../metrics/time.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

const SHOWN = 6;

/** The board: empty, with things of every kind and age, one being moved, and one taken off. */
export async function shootBoard(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await openSampleShop(stage);
    const board = panel.locator('#pinned');
    await camera.take(panel, 'board-empty', { of: board, whole: true });
    await fillBoard(panel, 'sample', things());
    await board
      .locator('.pinned')
      .nth(SHOWN - 1)
      .waitFor();
    await camera.take(panel, 'board', { of: board, whole: true });
    await panel.evaluate('document.documentElement.dir = "rtl"');
    await camera.take(panel, 'board-right-to-left', { of: board, whole: true, schemes: ['light'] });
    await panel.evaluate('document.documentElement.dir = "ltr"');

    await board
      .getByRole('button', { name: /^Move / })
      .first()
      .press('Space');
    await panel.keyboard.press('ArrowDown');
    await camera.take(panel, 'board-lifted', { of: board, whole: true });
    await panel.keyboard.press('Escape');
    await board.getByRole('searchbox').fill('no such thing');
    await camera.take(panel, 'board-none-found', { of: board, whole: true });
    await board.getByRole('searchbox').fill('');
    await board
      .getByRole('button', { name: /^Take off the board/ })
      .first()
      .click();
    const inSight = () => board.evaluate((one) => one.scrollIntoView({ behavior: 'instant' }));
    await camera.take(panel, 'board-undo', { before: inSight });
  } finally {
    await stage.close();
  }
}

/** Things whose recordings last, end soon and have ended. */
function things(): readonly BoardThing[] {
  const now = Math.floor(Date.now() / 1000);
  return [
    ...manyPinned(4, now),
    ...manyPinned(30, now - 26 * DAY_SECONDS).slice(4, 5),
    ...manyPinned(60, now - 31 * DAY_SECONDS).slice(7, 8),
  ].map((pinned) => ({ pinned, picture: drawing(pinned.room.room) }));
}

/** A plain picture of the form of a cover, in a colour of its own. */
function drawing(room: string): string {
  const hue = (Number(room.slice(-3)) * 47) % 360;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="120">` +
    `<rect width="90" height="120" fill="hsl(${hue} 40% 55%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
