import { writeFileSync } from 'node:fs';
import { raise } from '../../e2e/stage.ts';
import { withPalette } from './palette.ts';
import { pictureSettled } from './wait.ts';

/** What a picture in the README may weigh, in bytes. */
const HEAVIEST = 250_000;

/** The README's picture: the demo dashboard with the docked panel. Answers a line about it. */
export async function shootReadme(path: string): Promise<string> {
  let picture: Buffer;
  const stage = await raise({ colorScheme: 'light', viewport: { width: 1440, height: 900 } });
  try {
    const panel = await stage.dashboard(stage.room);
    await pictureSettled(panel);
    await stage.page.mouse.move(4, 4);
    await stage.page.waitForTimeout(800);
    picture = withPalette(await stage.page.screenshot());
  } finally {
    await stage.close();
  }
  const size = picture.length;
  if (size > HEAVIEST) throw new Error(`The picture weighs ${size} bytes, more than ${HEAVIEST}.`);
  writeFileSync(path, picture);
  return `${path} (${Math.round(size / 1000)} kB)`;
}
