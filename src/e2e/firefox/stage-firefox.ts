import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { dashboardAddress, signInAddress } from '../../demo/addresses.ts';
import { type Demo, startDemo } from '../../demo/server.ts';
import { eventually } from '../test.ts';
import { TEST_PATIENCE_MS } from '../wait-options.ts';
import type { Bidi } from './bidi.ts';
import { findFirefox } from './find-firefox.ts';
import { launchFirefox } from './launch-firefox.ts';

/** The extension for Firefox as it ships, made by `npm run build -- --browser firefox`. */
const EXTENSION = join(resolve(import.meta.dirname, '../../..'), 'dist-firefox');

interface Context {
  readonly context: string;
  readonly url: string;
  readonly children?: readonly Context[] | null | undefined;
}
const ContextSchema: v.GenericSchema<Context> = v.object({
  context: v.string(),
  url: v.string(),
  children: v.optional(v.nullable(v.array(v.lazy(() => ContextSchema)))),
});
const TreeSchema = v.object({ contexts: v.array(ContextSchema) });
const EvaluatedSchema = v.variant('type', [
  v.object({ type: v.literal('success'), result: v.object({ value: v.optional(v.string()) }) }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);

/** A page or frame of a browser that is driven by WebDriver BiDi. */
export interface FirefoxView {
  readonly url: () => Promise<string>;
  /** What an expression of the view's own page comes to, as JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** The text of the first element that a selector names, folded away or not; empty without it. */
  readonly text: (selector: string) => Promise<string>;
  /** Clicks as a person does, in the middle of the first element of these that bears the words, once it is there. */
  readonly click: (selector: string, words?: string) => Promise<void>;
}

/** The shipped extension in a real Firefox, with the demo Seller Center as its whole internet. */
export interface FirefoxStage {
  readonly demo: Demo;
  /** Opens an address in the first tab. */
  readonly open: (address: string) => Promise<FirefoxView>;
  /** Opens the dashboard of a LIVE in the first tab. */
  readonly dashboard: (room: string) => Promise<FirefoxView>;
  /** The panel docked in the first tab, once it is there. */
  readonly docked: () => Promise<FirefoxView>;
  /** Opens a page of the extension in a tab of its own; a path such as `src/panel/panel.html`. */
  readonly tab: (path: string) => Promise<FirefoxView>;
  /** The addresses of all tabs. */
  readonly tabs: () => Promise<readonly string[]>;
  /** The tab at whose address this is, once it is there. */
  readonly tabAt: (part: string) => Promise<FirefoxView>;
  readonly close: () => Promise<void>;
}

/** Raises a stage, signed in. Rejects with a plain sentence when the build or Firefox is missing. */
export async function raiseFirefox(): Promise<FirefoxStage> {
  const path = findFirefox();
  if (path === undefined) throw new Error('No Firefox found: `npm run firefox:install`.');
  if (!existsSync(join(EXTENSION, 'manifest.json'))) {
    throw new Error('There is no build to test: `npm run build -- --browser firefox` makes it.');
  }
  const demo = await startDemo({ seed: 7 });
  const firefox = await launchFirefox(path, demo.port);
  const { bidi } = firefox;
  const close = async (): Promise<void> => {
    await firefox.close();
    await demo.close();
  };
  try {
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: EXTENSION } });
    const stage = { ...stageOf(bidi), demo, close };
    const { origin } = new URL(dashboardAddress(''));
    const page = await stage.open(signInAddress(`${origin}/demo`));
    await page.click('button', 'Sign in');
    await eventually(async () => {
      if ((await page.url()) !== `${origin}/demo`) throw new Error('Nobody is signed in.');
    });
    demo.requests.reset();
    return stage;
  } catch (error) {
    await close();
    throw error;
  }
}

function stageOf(bidi: Bidi): Omit<FirefoxStage, 'demo' | 'close'> {
  const tree = async (): Promise<readonly Context[]> =>
    v.parse(TreeSchema, await bidi.send('browsingContext.getTree', {})).contexts;
  const first = async (): Promise<Context> => {
    const [tab] = (await tree()).filter(({ url }) => !url.startsWith('moz-extension:'));
    if (tab === undefined) throw new Error('There is no tab with a page.');
    return tab;
  };
  const goTo = async (context: string, url: string): Promise<FirefoxView> => {
    await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return viewOf(bidi, context, tree);
  };
  const open = async (address: string) => goTo((await first()).context, address);
  const docked = async (): Promise<Context> => {
    const frames = flat(await first());
    const panel = frames.find(({ url }) => isPanel(url));
    if (panel === undefined) throw new Error('The panel did not dock.');
    return panel;
  };
  return {
    open,
    dashboard: (room) => open(dashboardAddress(room)),
    docked: async () => viewOf(bidi, (await eventually(docked)).context, tree),
    tab: async (path) => {
      const { origin } = originOf((await eventually(docked)).url);
      const made = await bidi.send('browsingContext.create', { type: 'tab' });
      return goTo(v.parse(v.object({ context: v.string() }), made).context, `${origin}/${path}`);
    },
    tabs: async () => (await tree()).map(({ url }) => url),
    tabAt: async (part) => {
      const found = await eventually(async () => {
        const tab = (await tree()).find(({ url }) => url.includes(part));
        if (tab === undefined) throw new Error(`No tab shows ${part}.`);
        return tab;
      });
      return viewOf(bidi, found.context, tree);
    },
  };
}

const flat = (context: Context): readonly Context[] => [
  context,
  ...(context.children ?? []).flatMap(flat),
];

/** The docked panel, and not a frame in which a verdict is worked out unseen. */
const isPanel = (url: string): boolean =>
  url.startsWith('moz-extension:') && url.includes('/panel.html') && !url.includes('view=verdict');

/** By hand: outside of a browser the origin of an extension's address is 'null'. */
const originOf = (address: string): { readonly origin: string } => {
  const { protocol, host } = new URL(address);
  return { origin: `${protocol}//${host}` };
};

function viewOf(bidi: Bidi, context: string, tree: () => Promise<readonly Context[]>): FirefoxView {
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = v.parse(
      EvaluatedSchema,
      await bidi.send('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
      }),
    );
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
  };
  return {
    evaluate,
    url: async () => (await tree()).flatMap(flat).find((one) => one.context === context)?.url ?? '',
    text: async (selector) =>
      String(
        await evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`),
      ),
    click: async (selector, words = '') => {
      const at = await eventually(
        async () =>
          v.parse(v.tuple([v.number(), v.number()]), await evaluate(middleOf(selector, words))),
        { timeout: 2 * TEST_PATIENCE_MS, intervals: [50] },
      );
      await bidi.send('input.performActions', { context, actions: [clickAt(at)] });
    },
  };
}

/** Where its middle lies in the view, in whole CSS pixels; scrolled to at once, as the pointer doesn't scroll. */
const middleOf = (selector: string, words: string): string => `(() => {
  const element = [...document.querySelectorAll(${JSON.stringify(selector)})]
    .find((one) => one.textContent.includes(${JSON.stringify(words)}));
  if (element === undefined) return undefined;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
})()`;

const clickAt = ([x, y]: readonly [number, number]): object => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
});
