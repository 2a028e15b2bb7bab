import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page, Worker } from 'playwright-core';
import * as v from 'valibot';
import { extensionWorker, findBrowser, launch } from '../demo/browser.ts';
import { watch } from './failure-report.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { testExtension } from './test-build.ts';

const Messages = v.array(
  v.object({ verb: v.string(), request: v.record(v.string(), v.unknown()) }),
);
type Message = v.InferOutput<typeof Messages>[number];

/**
 * A worker that remembers panel settings and what it was told, and knows nothing else: these tests
 * are about the page's side, so the panel in its frame gets no answer. `order` speaks to every tab
 * and answers the first reply.
 */
const listeningWorker = `
globalThis.seen = [];
globalThis.panel = { open: true, width: 400, dock: 'overlay' };
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  seen.push(message);
  if (!message.verb?.startsWith('page.')) return;
  if (message.verb === 'page.panel') Object.assign(panel, message.request.choice);
  if (message.verb === 'page.no-room') panel.dock = 'overlay';
  answer(message.verb === 'page.observed' ? { ok: true, value: { taken: true } } : { ok: true, value: { panel } });
});
globalThis.order = async (order) => {
  const tabs = await chrome.tabs.query({});
  const replies = await Promise.all(
    tabs.map(({ id }) => chrome.tabs.sendMessage(id, order, { frameId: 0 }).catch(() => undefined)),
  );
  return replies.find((reply) => reply !== undefined);
};`;

interface PanelFrame {
  readonly open: boolean | undefined;
  readonly width: number;
  readonly dock: 'auto' | 'push' | 'overlay';
}

/** The built content scripts in a real browser, on a strict page, before a worker that listens. */
export interface ContentStage {
  readonly server: PageServer;
  readonly worker: Worker;
  /** Opens a fresh page with the panel standing as given, and nothing said or asked yet. */
  open(address: string, panel?: Partial<PanelFrame>): Promise<Page>;
  /** What the worker was told so far, of one verb. */
  told(verb: string): Promise<Message['request'][]>;
  order(order: Record<string, unknown>): Promise<unknown>;
  close(): Promise<void>;
}

/** `before` runs first in each of the two content scripts. */
export async function raiseStage(before = ''): Promise<ContentStage> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No Chromium found.');
  const extension = await mkdtemp(join(tmpdir(), 'live-diagnosis-content-'));
  await copyWithListener(extension, before);
  const server = await startPageServer();
  const context = await launch({
    browser,
    extension,
    hostRules: server.hostRules,
    headless: true,
    viewport: { width: 1280, height: 800 },
  });
  watch(context);
  const worker = await extensionWorker(context);
  return {
    server,
    worker,
    open(address, panel = {}) {
      server.asked.length = 0;
      return openPage(context, worker, address, panel);
    },
    async told(verb) {
      const messages = v.parse(Messages, await worker.evaluate('seen'));
      return messages.filter((message) => message.verb === verb).map(({ request }) => request);
    },
    order: (order) =>
      worker.evaluate(`order(${JSON.stringify({ app: 'live-diagnosis', ...order })})`),
    async close() {
      await context.close();
      await server.close();
      await rm(extension, { recursive: true, force: true });
    },
  };
}

/** Copies what ships, then puts the listening worker in the worker's place, and `before` ahead of content scripts. */
async function copyWithListener(folder: string, before: string): Promise<void> {
  await cp(testExtension, folder, { recursive: true });
  const Manifest = v.object({
    background: v.object({ service_worker: v.string() }),
    content_scripts: v.array(v.object({ js: v.array(v.string()) })),
  });
  const manifest = v.parse(
    Manifest,
    JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')),
  );
  await writeFile(join(folder, manifest.background.service_worker), listeningWorker);
  if (before === '') return;
  for (const { js } of manifest.content_scripts) {
    for (const script of js.map((path) => join(folder, path))) {
      await writeFile(script, `${before}\n${await readFile(script, 'utf8')}`);
    }
  }
}

async function openPage(
  context: BrowserContext,
  worker: Worker,
  address: string,
  panel: Partial<PanelFrame>,
): Promise<Page> {
  const page = await context.newPage();
  for (const other of context.pages()) if (other !== page) await other.close();
  const state: PanelFrame = { open: true, width: 400, dock: 'overlay', ...panel };
  await worker.evaluate(`seen.length = 0; panel = ${JSON.stringify(state)}; undefined`);
  await page.goto(address);
  return page;
}

/** The panel's frame in a page; undefined while the panel is closed. */
export function panelFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
}

/** Where the panel's frame stands in the page, in CSS pixels; undefined while it is closed. */
export async function panelBox(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number } | undefined> {
  const element = await panelFrame(page)?.frameElement();
  return (await element?.boundingBox()) ?? undefined;
}

const Tree = v.object({
  nodes: v.array(
    v.object({
      role: v.optional(v.object({ value: v.optional(v.unknown()) })),
      name: v.optional(v.object({ value: v.optional(v.unknown()) })),
      value: v.optional(v.object({ value: v.optional(v.unknown()) })),
    }),
  ),
});

/** What assistive technology finds in the page, closed shadow roots included: role, name and value. */
export async function spoken(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = v.parse(Tree, await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  return nodes.map(({ role, name, value }) =>
    [role, name, value].map((part) => String(part?.value ?? '')).join('|'),
  );
}
