import { newestSession } from '../../e2e/newest-live.ts';
import { pickRoom } from '../../e2e/panel-view.ts';
import { raise } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { pictureSettled } from './wait.ts';

/** The first steps and nothing connected yet, then the sample shop under its ribbon, and how its running LIVE goes. */
export async function shootFirstRun(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const steps = await stage.context.newPage();
    await steps.goto(`${stage.extension}/src/first-steps/first-steps.html`);
    await steps.getByRole('heading', { level: 1 }).waitFor();
    await camera.take(steps, 'first-steps', { widths: [320, 400, 1280], whole: true });
    await steps.close();
    const panel = await stage.panelTab();
    const explore = panel.getByRole('button', { name: 'Explore a sample shop' });
    await explore.waitFor();
    await camera.take(panel, 'state-first-run', { widths: [320, 400, 1280] });
    await explore.click();
    await pictureSettled(panel);
    await camera.take(panel, 'state-sample');
    const running = await newestSession(panel, ({ room }) => room.status === 'live');
    await pickRoom(panel, running.room.id);
    const pace = panel.locator('.pace');
    await pace.locator('summary').click();
    await camera.take(panel, 'pace', { of: pace, whole: true });
  } finally {
    await stage.close();
  }
}
