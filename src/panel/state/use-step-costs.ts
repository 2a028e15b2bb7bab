import { useEffect, useRef, useState } from 'preact/hooks';
import { withoutLives } from '../../diagnosis/benchmark/without-lives.ts';
import {
  type LiveCost,
  liveCost,
  type StepCosts,
  stepCostsOf,
} from '../../diagnosis/over-time/step-costs.ts';
import { type Fault, fault } from '../../metrics/fault.ts';
import type { Session } from '../../metrics/session.ts';
import type { Settings } from '../../platform/settings.ts';
import { useApp } from './app.ts';
import { type OverTime, since } from './over-time.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';
import { pastLives } from './report-store.ts';

/** What steps cost over the last 4 and 12 weeks, or how far the working out is. */
export type StepCostsView =
  | { readonly state: 'working'; readonly done: number; readonly of: number }
  | { readonly state: 'failed'; readonly fault: Fault }
  | { readonly state: 'told'; readonly four: StepCosts; readonly twelve: StepCosts };

/** LIVEs whose details are read at once. */
const AT_ONCE = 4;
/** How long a busy page may put off the next ones, in milliseconds. */
const PATIENCE = 50;

/**
 * What each step cost over the last weeks, worked out LIVE by LIVE while the page is idle. When LIVEs change, what is
 * being worked out comes to its end first: while a LIVE runs its list comes in anew each minute. When choices
 * change, it begins anew. What stood before stays until then; of another shop's LIVEs nothing stands, as each has a
 * view of its own.
 */
export function useStepCosts(over: OverTime): StepCostsView {
  const { ports, settings } = useApp();
  const chosen = settings.settings.value;
  const [view, setView] = useState<StepCostsView>({ state: 'working', done: 0, of: 0 });
  const newest = useRef(over);
  newest.current = over;
  const pass = useRef<{ begin: () => void } | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    let busy = false;
    const tell = (next: StepCostsView): boolean => {
      if (gone) return false;
      setView((before) => (next.state === 'working' && before.state === 'told' ? before : next));
      return true;
    };
    const begin = async (): Promise<void> => {
      if (busy || gone) return;
      busy = true;
      const of = newest.current;
      try {
        await workOut(of, chosen, ports, tell);
      } catch {
        tell({ state: 'failed', fault: fault('internal') });
      }
      busy = false;
      if (newest.current !== of) void begin();
    };
    pass.current = { begin: () => void begin() };
    return () => {
      gone = true;
    };
  }, [chosen, ports]);
  useEffect(() => pass.current?.begin(), [over, chosen, ports]);
  return view;
}

/** Tells how far it is, and what it came to; ends early where `tell` says that nobody listens. */
async function workOut(
  over: OverTime,
  settings: Settings,
  ports: Pick<Ports, 'archive'>,
  tell: (view: StepCostsView) => boolean,
): Promise<void> {
  const { lives, takenOut, now } = over;
  const which: Which = settings.sample ? 'sample' : 'shop';
  const four = since(4, now);
  const twelve = since(12, now);
  if (four === undefined || twelve === undefined) return;
  const within = lives.lives.filter(({ startedAt }) => startedAt >= twelve);
  const history = pastLives(lives.records, settings);
  const costs: LiveCost[] = [];
  for (let place = 0; place < within.length; place += AT_ONCE) {
    if (!tell({ state: 'working', done: place, of: within.length })) return;
    const some = within.slice(place, place + AT_ONCE);
    const read = await readArchive(ports, which, (archive) =>
      Promise.all(some.map(({ room }) => archive.session(room))),
    );
    if (!read.ok) {
      tell({ state: 'failed', fault: read.fault });
      return;
    }
    for (const [at, live] of some.entries()) {
      await idle();
      const session = read.value[at];
      const { room, startedAt, phase, category } = live;
      costs.push(
        session === undefined
          ? { room, startedAt, state: 'left-out', reason: 'unknown' }
          : liveCost({
              session: withStart(withoutLives(session, takenOut), startedAt),
              history,
              category,
              basis: lives.basis,
              currency: lives.currency,
              phase,
            }),
      );
    }
  }
  tell({ state: 'told', four: stepCostsOf(costs, four), twelve: stepCostsOf(costs, twelve) });
}

const withStart = (session: Session, startedAt: LiveCost['startedAt']) => ({
  ...session,
  room: { ...session.room, startedAt },
});

const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: PATIENCE });
  });
