import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { benchOpen } from './open.ts';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => {
  said.mockClear();
  printed.mockClear();
});

describe('the command line of the opening bench', () => {
  it.each([
    [['--runs', '0'], '--runs takes a whole number from 1 on.'],
    [['--runs', 'many'], '--runs takes a whole number from 1 on.'],
    [['--throttle', '0.5'], '--throttle takes a number from 1 on.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    expect(await benchOpen(args)).toBe(2);
    expect(said).toHaveBeenCalledExactlyOnceWith(sentence);
  });

  it('refuses what it does not know', async () => {
    expect(await benchOpen(['--fast'])).toBe(2);
    expect(await benchOpen(['dist'])).toBe(2);
  });

  it('refuses a folder without a build before it starts anything', async () => {
    expect(await benchOpen(['--against', tmpdir()])).toBe(2);
    // Where this checkout is not built either, that is said first.
    expect(said.mock.calls[0]?.[0]).toMatch(/holds no built extension|npm run build/);
  });

  it('explains itself', async () => {
    expect(await benchOpen(['--help'])).toBe(0);
    expect(printed.mock.calls[0]?.[0]).toContain('--against DIR');
  });
});
