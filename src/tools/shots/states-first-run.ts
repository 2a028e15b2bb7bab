import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { pictureSettled } from './wait.ts';

/** Nothing connected yet, then the sample shop under its ribbon. */
export async function shootFirstRun(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await stage.panelTab();
    const explore = panel.getByRole('button', { name: 'Explore a sample shop' });
    await explore.waitFor();
    await camera.take(panel, 'state-first-run', { widths: [320, 400, 1280] });
    await explore.click();
    await pictureSettled(panel);
    await camera.take(panel, 'state-sample');
  } finally {
    await stage.close();
  }
}
