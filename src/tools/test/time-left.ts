/** The whole milliseconds that are left of a budget, one at the least: timers take nothing else. */
export function timeLeft(budgetMs: number, spentMs: number): number {
  return Math.max(1, Math.round(budgetMs - spentMs));
}
