import * as v from 'valibot';
import type { isWholeLive, look, MarkedLive } from './marks.ts';

/** The panel tells its times by a line on its console: asking for them would disturb what is timed. */
export const REPORT = 'bench-open';

/** How long anything is waited for before the bench gives up, in milliseconds. */
export const PATIENCE = 30_000;

/** Milliseconds from the start to the end of the frame in which it was painted. */
const times = { content: v.number(), whole: v.number() };

export const ReportSchema = v.variant('what', [
  v.object({
    what: v.literal('opened'),
    /** The browser's own first contentful paint. */
    paint: v.number(),
    ...times,
  }),
  v.object({ what: v.literal('changed'), ...times }),
]);
export type WatchReport = v.InferOutput<typeof ReportSchema>;

/** What the bench can ask of a panel that it watches. */
interface PageWatching {
  /** Times the change to this LIVE, from the next press of Enter on. */
  readonly expect: (live: MarkedLive) => void;
  /** Resolves once the document has not changed for so many milliseconds; rejects if it keeps changing. */
  readonly quiet: (ms: number) => Promise<void>;
}
declare global {
  var benchOpen: PageWatching | undefined;
}

/**
 * A script that runs in each document before the document's own code and, if that is the panel's,
 * times it. The panel is expected to show the LIVE that its address names, else the first of `lives`.
 */
export function watchScript(
  lives: readonly MarkedLive[],
  marks: { readonly look: typeof look; readonly isWhole: typeof isWholeLive },
): string {
  // What runs TypeScript wraps named functions in `__name`, which a page doesn't know.
  return `(() => {
    const __name = (named) => named;
    (${watch})(${JSON.stringify(lives)}, ${JSON.stringify(REPORT)}, ${PATIENCE}, ${marks.look}, ${marks.isWhole});
  })()`;
}

/** Runs inside the page, so it uses nothing from outside itself. */
function watch(
  lives: readonly MarkedLive[],
  reportName: string,
  patience: number,
  see: typeof look,
  isAllThere: typeof isWholeLive,
): void {
  if (!/^chrome-extension:.*\/panel\.html/.test(location.href)) return;

  /** What is being waited for; `from` is undefined until the key was pressed. */
  interface Awaited {
    readonly what: 'opened' | 'changed';
    readonly live: MarkedLive;
    readonly moneyBefore: string;
    from: number | undefined;
    content?: number;
    whole?: number;
    /** True from the mutation that brought what is waited for until its frame has ended. */
    inFrame: boolean;
  }

  const named = new URLSearchParams(location.search).get('room');
  const first = lives.find(({ id }) => id === named) ?? lives[0];
  if (first === undefined) return;
  let awaited: Awaited | undefined = {
    what: 'opened',
    live: first,
    moneyBefore: '',
    from: 0,
    inFrame: false,
  };
  let paint: number | undefined;
  let changedAt = performance.now();

  const report = (): void => {
    if (awaited?.whole === undefined) return;
    if (awaited.what === 'opened' && paint === undefined) return;
    const { what, content, whole } = awaited;
    awaited = undefined;
    console.debug(`${reportName} ${JSON.stringify({ what, paint, content, whole })}`);
  };

  const holds = (now: Awaited): boolean => {
    if (now.content !== undefined) return isAllThere();
    const sight = see(now.live);
    return sight.named && sight.money !== '' && sight.money !== now.moneyBefore;
  };

  const check = (): void => {
    const now = awaited;
    if (now?.from === undefined || now.inFrame || document.body === null) return;
    if (!holds(now)) return;
    now.inFrame = true;
    const { from } = now;
    requestAnimationFrame(() => {
      now.inFrame = false;
      // Gone again before it was painted: it did not count.
      if (!holds(now)) return;
      now.inFrame = true;
      // The task after the frame: what the frame shows has been laid out and handed on.
      void scheduler.postTask(
        () => {
          const took = performance.now() - from;
          now.inFrame = false;
          if (now.content !== undefined) now.whole = took;
          else {
            now.content = took;
            // The frame that shows the first figures may show everything.
            if (isAllThere()) now.whole = took;
          }
          report();
          check();
        },
        { priority: 'user-blocking' },
      );
    });
  };

  new PerformanceObserver((list) => {
    const entry = list.getEntriesByName('first-contentful-paint')[0];
    if (entry === undefined) return;
    paint = entry.startTime;
    report();
  }).observe({ type: 'paint', buffered: true });

  new MutationObserver(() => {
    changedAt = performance.now();
    check();
  }).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['aria-busy', 'hidden', 'id'],
  });

  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'Enter' || awaited === undefined) return;
      awaited.from ??= timeStamp;
    },
    { capture: true },
  );

  globalThis.benchOpen = {
    expect: (live) => {
      const { money } = see(live);
      awaited = { what: 'changed', live, moneyBefore: money, from: undefined, inFrame: false };
    },
    quiet: async (ms) => {
      const begun = performance.now();
      while (performance.now() - changedAt < ms) {
        if (performance.now() - begun > patience) throw new Error('The panel never comes to rest.');
        await new Promise((later) => setTimeout(later, ms / 4));
      }
    },
  };
}
