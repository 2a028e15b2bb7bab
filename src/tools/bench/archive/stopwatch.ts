import type { Page } from 'playwright-core';
import { PATIENCE } from '../open/watch.ts';

/** What is on the screen once something is done. */
export interface AwaitedSight {
  readonly selector: string;
  /** A part of its text or of its label. */
  readonly text?: string;
  /** Whether a canvas is to be drawn on after it is there. */
  readonly drawn?: boolean;
}

/** What a page with a stopwatch answers. */
interface PageStopwatch {
  /** Times from the next event of this kind on until the frame with the sight has ended. */
  readonly start: (event: string, sight: AwaitedSight) => void;
  /** Milliseconds; rejects where the sight doesn't come. */
  readonly taken: () => Promise<number>;
  /** The longest task of the page's thread since the last call, in milliseconds; 0 where none took 50. */
  readonly longestTask: () => number;
}
declare global {
  var stopwatch: PageStopwatch | undefined;
}

/** A script that puts a stopwatch into each document before its own code. */
export const stopwatchScript = (): string =>
  `(() => { const __name = (named) => named; (${putStopwatch})(${PATIENCE}); })()`;

/** Runs inside the page, so it uses nothing from outside itself. */
function putStopwatch(patience: number): void {
  if (!/^chrome-extension:.*\/panel\.html/.test(location.href)) return;
  let strokes = 0;
  const { stroke } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function (
    this: CanvasRenderingContext2D,
    ...path: readonly unknown[]
  ) {
    strokes += 1;
    Reflect.apply(stroke, this, path);
  };
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });

  const isThere = ({ selector, text }: AwaitedSight): boolean => {
    const found = document.querySelector(selector);
    if (found === null) return false;
    if (text === undefined) return true;
    const label = found.getAttribute('aria-label') ?? '';
    return label.includes(text) || (found.textContent ?? '').includes(text);
  };
  let taking: Promise<number> = Promise.reject(new Error('Nothing is timed.'));
  taking.catch(() => undefined);

  globalThis.stopwatch = {
    start: (event, sight) => {
      taking = new Promise((done, failed) => {
        let from: number | undefined;
        let strokesBefore: number | undefined;
        let inFrame = false;
        const giveUp = setTimeout(() => {
          watching.disconnect();
          failed(new Error(`${sight.selector} ${sight.text ?? ''} didn't come.`));
        }, patience);
        const check = (): void => {
          if (from === undefined || inFrame || !isThere(sight)) return;
          strokesBefore ??= strokes;
          inFrame = true;
          requestAnimationFrame(() => {
            void scheduler.postTask(
              () => {
                inFrame = false;
                if (from === undefined || !isThere(sight)) return;
                if (sight.drawn === true && strokes === strokesBefore) return check();
                clearTimeout(giveUp);
                watching.disconnect();
                done(performance.now() - from);
              },
              { priority: 'user-blocking' },
            );
          });
        };
        const watching = new MutationObserver(check);
        watching.observe(document, {
          childList: true,
          subtree: true,
          characterData: true,
          attributes: true,
        });
        addEventListener(
          event,
          ({ timeStamp }) => {
            from = timeStamp;
          },
          { capture: true, once: true },
        );
      });
      taking.catch(() => undefined);
    },
    taken: () => taking,
    longestTask: () => {
      const told = longest;
      longest = 0;
      return told;
    },
  };
}

/** Milliseconds from the event that `act` makes to the end of the frame in which `sight` is there. */
export async function timed(
  page: Page,
  event: string,
  sight: AwaitedSight,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(([kind, wanted]) => globalThis.stopwatch?.start(kind, wanted), [
    event,
    sight,
  ] as const);
  await act();
  const taken = await page.evaluate(() => globalThis.stopwatch?.taken());
  if (taken === undefined) throw new Error('There is no stopwatch in the page.');
  return taken;
}
