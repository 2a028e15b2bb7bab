import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import type { FoundBrowser } from './browser-search.ts';
import { type Allowed, prepareProfile, type ThirdPartyStorage } from './profile.ts';
import { rememberVersionSeen } from './seen-version.ts';

export { ensureBrowser } from './browser-install.ts';
export { findBrowser } from './browser-search.ts';

export interface LaunchOptions {
  /** The language that the browser speaks, such as `pt-BR`: by itself English where nobody sees it, else the system's. */
  readonly language?: string;
  readonly browser: FoundBrowser;
  /** The folder of the built extension. */
  readonly extension: string;
  /** From the demo: where every host name leads. */
  readonly hostRules: string;
  readonly headless: boolean;
  /** A profile that outlives the browser, for tests of a restart; a passing one when left out. */
  readonly profile?: string;
  /** Whether the docked panel may keep data of its own; allowed when left out, as in Chrome. */
  readonly thirdPartyStorage?: ThirdPartyStorage;
  /** What the seller once allowed the extension; nothing when left out. */
  readonly allowed?: Omit<Allowed, 'extension'>;
  /** True to have the extension be new to the seller, with all that it does then; else she knows it, as on most days. */
  readonly isNew?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Whether pages are told to keep still, as a person may set it. */
  readonly reducedMotion?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Further command line flags. */
  readonly args?: readonly string[];
}

/**
 * What a browser that nobody sees does without: the lists under its address bar, which each window draws
 * unasked and which take as long as its start. A list on the command line takes the place of the one that
 * Playwright passes, so that what this leaves out is named here again.
 */
const LEFT_OUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'],
].join(',');

/**
 * Starts a browser that holds the extension and reaches nothing but the demo. Closing the context
 * ends the browser. Rejects when the browser doesn't start.
 */
export async function launch(options: LaunchOptions): Promise<BrowserContext> {
  const { extension, allowed, language = options.headless ? 'en-US' : undefined } = options;
  const profile = prepareProfile(
    options.profile,
    options.thirdPartyStorage ?? 'allowed',
    allowed === undefined ? undefined : { extension, ...allowed },
  );
  if (options.isNew !== true) await rememberVersionSeen(profile.path, extension);
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: options.browser.path,
    headless: options.headless,
    // On Linux the sandbox needs rights that root and many containers lack; nothing but the demo is reached.
    chromiumSandbox: process.platform !== 'linux',
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    viewport: options.headless ? (options.viewport ?? { width: 1440, height: 900 }) : null,
    colorScheme: options.colorScheme ?? null,
    reducedMotion: options.reducedMotion === true ? 'reduce' : null,
    // On Linux the environment goes before the flag below.
    ...(language === undefined
      ? {}
      : { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
    // Ctrl-C is handled by whoever started the demo, so that the server ends too.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      `--host-resolver-rules=${options.hostRules}`,
      '--ignore-certificate-errors',
      // Hides the warning bar about the flags above.
      '--test-type',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(language === undefined ? [] : [`--lang=${language}`]),
      // Without a screen nothing is gained by a graphics process that the processor plays.
      ...(options.headless ? ['--disable-gpu', `--disable-features=${LEFT_OUT}`] : []),
      ...(options.args ?? []),
    ],
  });
  context.on('close', profile.discard);
  return context;
}

/** The extension's service worker; rejects when the browser has not started the extension in time. */
export async function extensionWorker(
  context: BrowserContext,
  timeoutMs = 15_000,
): Promise<Worker> {
  const isOurs = (worker: Worker): boolean => worker.url().startsWith('chrome-extension://');
  const running = context.serviceWorkers().find(isOurs);
  return (
    running ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout: timeoutMs })
  );
}
