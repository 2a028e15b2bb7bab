import { describe, expect, it } from 'vitest';
import type { Side, VerdictStep } from '../report.ts';
import { headlineOf } from './verdict-text.ts';

const lowOrders: VerdictStep = { id: 'ctor', metric: 'ctor', side: 'below', state: 'worth' };

describe('the headline of a verdict', () => {
  const of = (side: Side | undefined) =>
    headlineOf({ first: 'ctor', steps: [lowOrders], side }).key;

  it('says what went wrong where the LIVE is below what is usual, or nothing is known of that', () => {
    expect(of('below')).toBe('step_ctor_loss');
    expect(of(undefined)).toBe('step_ctor_loss');
  });

  it('says what could go better where the LIVE went as usual or better, even at a low step', () => {
    expect(of('usual')).toBe('step_ctor_gain');
    expect(of('above')).toBe('step_ctor_gain');
  });
});
