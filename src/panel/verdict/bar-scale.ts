/** Where on a step's bar the target's mark stands: what lies above the target has the rest. */
export const TARGET_AT = 2 / 3;

/** How much of its bar a step fills, from 0 to 1; `target` is above zero. */
export const filledShare = (yours: number, target: number): number =>
  Math.min(1, Math.max(0, (yours / target) * TARGET_AT));
