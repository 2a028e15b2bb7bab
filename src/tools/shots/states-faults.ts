import { CAPTURED_ROOM } from '../../demo/captured.ts';
import type { DemoFault } from '../../demo/faults.ts';
import { raise, type Stage } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { frameGone, pictureSettled, waitForWords } from './wait.ts';

/** An id of the right form that no LIVE of the demo has. */
const UNKNOWN_ROOM = '7000000000000000001';

/** What the panel shows when Seller Center does not answer as it should. */
export async function shootFaults(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    await unread(stage, camera);
    await overFigures(stage, camera);
    await partial(stage, camera);
    await unknown(stage, camera);
    await loading(stage, camera);
  } finally {
    await stage.close();
  }
  await noRooms(camera);
  await notAllowed(camera);
  await updated(camera);
}

const fail = (stage: Stage, fault: DemoFault, path = '/api/'): void =>
  stage.demo.faults.set([{ fault, path }]);

/** Faults before anything of a LIVE is known: nothing else can be shown. */
async function unread(stage: Stage, camera: Camera): Promise<void> {
  // No list of LIVEs names the captured one, so nothing of it is in the archive.
  const open = () => stage.panelTab(`?room=${CAPTURED_ROOM}`);
  const states: readonly (readonly [string, DemoFault, string])[] = [
    ['state-signed-out', { kind: 'signed-out', as: 'status' }, 'Signed out of Seller Center'],
    ['state-failed', { kind: 'status', status: 500 }, 'The figures could not be read'],
    ['state-busy', { kind: 'status', status: 429, retryAfter: 1 }, 'Seller Center asks to wait'],
    ['state-offline', { kind: 'reset' }, 'There is no connection'],
  ];
  for (const [name, fault, text] of states) {
    fail(stage, fault);
    const panel = await open();
    await panel.getByText(text).first().waitFor({ state: 'attached', timeout: 25_000 });
    await camera.take(panel, name);
    await panel.close();
  }
  stage.demo.faults.clear();
}

/** Last of all: the answer stays away, and one request serves whoever else asks for that LIVE. */
async function loading(stage: Stage, camera: Camera): Promise<void> {
  fail(stage, { kind: 'slow', ms: 120_000 });
  const panel = await stage.panelTab(`?room=${CAPTURED_ROOM}`);
  await panel.getByRole('status').getByText('Reading the LIVE').waitFor({ state: 'attached' });
  await camera.take(panel, 'state-loading');
}

/** The same over figures that were read before. */
async function overFigures(stage: Stage, camera: Camera): Promise<void> {
  const panel = await stage.panelTab();
  await pictureSettled(panel);
  const refresh = panel.getByRole('button', { name: 'Refresh figures' });
  const after = async (name: string, fault: DemoFault, text: string): Promise<void> => {
    fail(stage, fault);
    await refresh.click();
    await waitForWords(panel, text);
    await camera.take(panel, name);
    stage.demo.faults.clear();
    await refresh.click();
    await pictureSettled(panel);
    await panel.locator('.states .notice').waitFor({ state: 'detached' });
  };
  await after('state-refreshing', { kind: 'slow', ms: 8_000 }, 'Refreshing');
  await after('state-signed-out-over', { kind: 'signed-out', as: 'status' }, 'Signed out');
  await after('state-failed-over', { kind: 'status', status: 500 }, 'has a problem');
  await stage.context.setOffline(true);
  await waitForWords(panel, 'You are offline');
  await camera.take(panel, 'state-offline-over');
  await stage.context.setOffline(false);
  await panel.close();
}

async function partial(stage: Stage, camera: Camera): Promise<void> {
  stage.demo.faults.set([
    { fault: { kind: 'malformed' }, path: 'product/list' },
    { fault: { kind: 'missing', fields: ['payment_success_rate', 'likes'] }, path: 'core/stats' },
  ]);
  const panel = await stage.panelTab(`?room=${stage.demo.sessions()[6]?.room.id}`);
  await pictureSettled(panel);
  await panel.getByRole('button', { name: 'Partial figures' }).click();
  await camera.take(panel, 'state-partial');
  stage.demo.faults.clear();
  await panel.close();
}

async function unknown(stage: Stage, camera: Camera): Promise<void> {
  const panel = await stage.panelTab(`?room=${UNKNOWN_ROOM}`);
  await waitForWords(panel, 'Unknown LIVE room');
  await camera.take(panel, 'state-unknown-room');
  const picker = panel.getByRole('combobox', { name: 'LIVE room' });
  await picker.fill('7000000000000000002');
  await waitForWords(panel, 'Not seen before');
  await camera.take(panel, 'picker-unknown');
  await panel.close();
}

async function noRooms(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    fail(stage, { kind: 'missing', fields: ['stats', 'timed_lists'] });
    const panel = await stage.panelTab();
    await panel.locator('.notice').first().waitFor();
    await camera.take(panel, 'state-no-rooms');
  } finally {
    await stage.close();
  }
}

async function notAllowed(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    const settings = await stage.context.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(
      `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({
        extensionId: new URL(stage.extension).host,
        hostAccess: 'ON_CLICK',
      })})`,
    );
    const panel = await stage.panelTab(`?room=${stage.room}`);
    await waitForWords(panel, 'Not allowed to read Seller Center');
    await camera.take(panel, 'state-not-allowed');
  } finally {
    await stage.close();
  }
}

/** The dashboard under which the extension was loaded anew: its frame is dead, the page says so. */
async function updated(camera: Camera): Promise<void> {
  const stage = await raise();
  try {
    await pictureSettled(await stage.dashboard(stage.room));
    const worker = await stage.worker();
    await worker.evaluate('void chrome.runtime.reload()').catch(() => undefined);
    await frameGone(stage.page);
    await camera.take(stage.page, 'state-extension-updated', { widths: [1440], height: 900 });
  } finally {
    await stage.close();
  }
}
