import type { BrowserContext, Frame, Page } from 'playwright-core';
import { TEST_PATIENCE_MS } from './wait-options.ts';

/** How much of a page's text, and how many of its complaints, are told. */
const TEXT = 2_000;
const COMPLAINTS = 20;

interface Watched {
  readonly context: BrowserContext;
  /** What the pages and the worker complained about, the latest last. */
  readonly complaints: string[];
}

const watched = new Set<Watched>();

/**
 * Sees to it that no deed in a browser waits for ever, and that what is on its screen can be told
 * when a test fails.
 */
export function watch(context: BrowserContext): void {
  context.setDefaultTimeout(TEST_PATIENCE_MS);
  context.setDefaultNavigationTimeout(2 * TEST_PATIENCE_MS);
  const one: Watched = { context, complaints: [] };
  const note = (line: string): void => {
    one.complaints.push(line);
    if (one.complaints.length > COMPLAINTS) one.complaints.shift();
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().message}`));
  watched.add(one);
  context.on('close', () => watched.delete(one));
}

/** What every open browser shows now: addresses, texts, focus, and what was complained about. */
export async function failureReport(): Promise<string> {
  const told = await Promise.all([...watched].map(tell));
  return told.flat().join('\n');
}

async function tell({ context, complaints }: Watched): Promise<string[]> {
  const shown = await Promise.all(context.pages().map(show));
  const workers = context.serviceWorkers().map((worker) => `worker ${worker.url()}`);
  return [
    ...shown.flat(),
    ...(workers.length === 0 ? ['no worker is running'] : workers),
    ...complaints,
  ];
}

async function show(page: Page): Promise<string[]> {
  const panel = page.frames().filter((frame) => frame !== page.mainFrame() && isOurs(frame));
  const frames = [page.mainFrame(), ...panel];
  return (await Promise.all(frames.map(look))).map((seen, place) =>
    place === 0 ? `── page ${seen}` : `── docked in it ${seen}`,
  );
}

const isOurs = (frame: Frame): boolean => frame.url().startsWith('chrome-extension://');

/** A page that hangs must not keep the others from being told. */
async function look(frame: Frame): Promise<string> {
  const late = new Promise<string>((done) => setTimeout(done, 3_000, 'gives no answer'));
  const seen = frame.evaluate((most) => {
    const { activeElement: focus } = document;
    const holder = focus === null ? 'nothing' : `${focus.tagName} ${focus.id || focus.className}`;
    const inSight: string[] = [];
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      range.selectNodeContents(text);
      const { width, left, right, top, bottom } = range.getBoundingClientRect();
      const within = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
      if (width > 0 && within) inSight.push(text.textContent?.trim() ?? '');
    }
    const said = [...document.querySelectorAll('[role="alert"], .notice, dialog[open]')].map(
      (element) => `${element.tagName} says: ${element.textContent?.slice(0, most / 4)}`,
    );
    return [
      `focus on ${holder}, ${innerWidth}×${innerHeight} scrolled to ${scrollY}`,
      `busy: ${document.querySelectorAll('[aria-busy="true"]').length}, in sight:`,
      inSight
        .filter((text) => text !== '')
        .join(' | ')
        .slice(0, most),
      ...said,
    ].join('\n');
  }, TEXT);
  return `${frame.url()} ${await Promise.race([seen.catch(String), late])}`;
}
