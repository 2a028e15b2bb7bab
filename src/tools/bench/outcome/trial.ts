import { changeOf } from '../../../diagnosis/outcome/change.ts';
import { aroundOf } from '../../../diagnosis/outcome/outcome.ts';
import type { Change } from '../../../diagnosis/outcome/types.ts';
import { isChange } from '../../../diagnosis/outcome/types.ts';
import type { Session } from '../../../metrics/session.ts';
import { randomOf } from '../../../sources/sample/random.ts';
import type { Range } from '../engine/assumptions.ts';
import { countByInterval, observedSteps } from '../engine/counts.ts';
import { drawUsualAt, type ShopKind } from '../engine/drifting-shop.ts';
import { uniform } from '../engine/faults.ts';
import { drawRoom, type ObservedRoom } from '../engine/room.ts';
import { pastOf, simulatedSession } from '../engine/session.ts';
import type { Shop } from '../engine/shop.ts';
import { eachStep, type StepName, stepNames } from '../engine/steps.ts';

/** A shop that changes one step after a LIVE that looked bad, and what is seen of it. */
export interface Trial {
  /** The step that looked worst against the shop's own LIVEs, which is the one that is changed. */
  readonly step: StepName;
  /** The change as the engine sees it with the first `lives` LIVEs after it. */
  readonly seen: (lives: number) => Change | undefined;
  /** The step in the LIVE before and in the first one after, as counted. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What the LIVEs and the shops of a trial are like. */
export interface TrialPlan {
  /** How long the LIVEs are, in hours. */
  readonly hours: Range;
  /** Earlier LIVEs known. */
  readonly lives: number;
  readonly shops: ShopKind;
}

/**
 * The trial of that name. After the change LIVEs have their usual ups and downs around the shop's
 * level times `effect`; what was wrong in the LIVE before does not come back.
 */
export function drawTrial(
  name: string,
  { hours: range, lives: history, shops }: TrialPlan,
  effect: number,
): Trial {
  const { shop, observe } = drawRoom(name, range, history, shops);
  const observed = observe();
  const step = worstStep(observed);
  const before = simulatedSession({ ...observed, place: 0 });
  const past = pastOf(observed.history, observed.profile.currency);
  const after: Session[] = [];
  const first = liveAfter(observed, shop, { range, shops, step, effect, place: 1 });
  return {
    step,
    before: observedSteps(observed.live.total)[step],
    after: observedSteps(first.total)[step],
    seen: (lives) => {
      for (let place = after.length + 1; place <= lives; place++) {
        const live = liveAfter(observed, shop, { range, shops, step, effect, place });
        after.push(simulatedSession({ ...observed, name: `${name} after ${place}`, live, place }));
      }
      const around = aroundOf(before, after.slice(0, lives), past);
      const change = around === undefined ? undefined : changeOf(step, around);
      return isChange(change) ? change : undefined;
    },
  };
}

interface After {
  readonly range: Range;
  readonly shops: ShopKind;
  readonly step: StepName;
  readonly effect: number;
  readonly place: number;
}

function liveAfter(
  { name }: ObservedRoom,
  shop: Shop,
  { range, shops, step, effect, place }: After,
) {
  const random = randomOf(name, 'after', place);
  const hours = uniform(random, range);
  const usual = drawUsualAt(name, shop, shops, place, random);
  const rates = eachStep((one) => usual[one] * (one === step ? effect : 1));
  return countByInterval(randomOf(name, 'after counts', place), rates, [], hours);
}

/** What a seller would try to mend: the step furthest below the middle of the shop's LIVEs. */
function worstStep({ live, history }: ObservedRoom): StepName {
  const seen = observedSteps(live.total);
  const below = (step: StepName): number => {
    const past = history.flatMap((one) => observedSteps(one)[step] ?? []).sort((a, b) => a - b);
    const middle = past[Math.floor(past.length / 2)];
    const yours = seen[step];
    return middle === undefined || yours === undefined ? 0 : yours / middle - 1;
  };
  return [...stepNames].sort((one, other) => below(one) - below(other))[0] ?? 'ctor';
}
