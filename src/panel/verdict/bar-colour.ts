import type { Side, VerdictStep } from '../../diagnosis/report.ts';

/**
 * How a step's bar is coloured: as good wherever its target is reached; short of it as low only outside of what is
 * usual, and never as good, since what falls short is no gain however it stands beside what is usual.
 */
export function barColour({ state, side }: Pick<VerdictStep, 'state' | 'side'>): Side {
  if (state === 'reached') return 'above';
  return side === 'below' ? 'below' : 'usual';
}
