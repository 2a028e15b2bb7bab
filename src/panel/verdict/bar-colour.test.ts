import { describe, expect, it } from 'vitest';
import { barColour } from './bar-colour.ts';

describe("the colour of a step's bar", () => {
  it('is one for every step that reached its target', () => {
    const sides = ['below', 'usual', 'above', undefined] as const;
    const colours = sides.map((side) =>
      barColour({ state: 'reached', ...(side === undefined ? {} : { side }) }),
    );
    expect(colours).toEqual(['above', 'above', 'above', 'above']);
  });

  it('short of the target is low outside of what is usual alone, and never good', () => {
    expect(barColour({ state: 'worth', side: 'below' })).toBe('below');
    expect(barColour({ state: 'worth', side: 'usual' })).toBe('usual');
    expect(barColour({ state: 'fine', side: 'above' })).toBe('usual');
  });
});
