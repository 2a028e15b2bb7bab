import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_PATIENCE_MS } from '../wait-options.ts';
import { type Bidi, connectBidi } from './bidi.ts';

/** Every host is the demo, nothing else is asked for, and no question that a test can't see stands in the way. */
const prefsFor = (port: number): Readonly<Record<string, string | number | boolean>> => ({
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `443=${port}`,
  // Names are asked of nobody, and there is no way around the port above.
  'network.trr.mode': 5,
  'network.http.http3.enable': false,
  'services.settings.server': 'data:,',
  'app.update.auto': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'intl.locale.requested': 'en-US',
  'ui.prefersReducedMotion': 1,
  // The browser's own question, which no test can answer: a press on the extension's is enough.
  'extensions.webextOptionalPermissionPrompts': false,
});

/** A Firefox without a window, and the line to it. */
export interface RunningFirefox {
  readonly bidi: Bidi;
  readonly close: () => Promise<void>;
}

/** Starts a Firefox that reaches nothing but the demo on this port. Rejects with what it said when it doesn't start. */
export async function launchFirefox(path: string, port: number): Promise<RunningFirefox> {
  const profile = mkdtempSync(join(tmpdir(), 'live-diagnosis-firefox-'));
  const lines = Object.entries(prefsFor(port)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = spawn(
    path,
    // Without it no page of the extension can be opened in a tab.
    [...args, '--remote-allow-system-access', '--width', '1440', '--height', '900'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const close = async (bidi?: Bidi): Promise<void> => {
    bidi?.close();
    await ended(firefox);
    rmSync(profile, { recursive: true, force: true, maxRetries: 8, retryDelay: 100 });
  };
  try {
    const bidi = await connectBidi(`${await listeningAt(firefox)}/session`);
    await bidi.send('session.new', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    });
    return { bidi, close: () => close(bidi) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address that Firefox says that it listens at. */
function listeningAt(firefox: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new Error(`Firefox did not start. It said:\n${said}`));
    const timer = setTimeout(refuse, 3 * TEST_PATIENCE_MS);
    firefox.once('error', reject);
    firefox.once('exit', refuse);
    firefox.stderr?.on('data', (data) => {
      said += String(data);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}

/** Ends Firefox; one that doesn't follow in time is killed. */
function ended(firefox: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (firefox.exitCode !== null || firefox.signalCode !== null) return resolve();
    const timer = setTimeout(() => firefox.kill('SIGKILL'), TEST_PATIENCE_MS);
    firefox.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    firefox.kill('SIGTERM');
  });
}
