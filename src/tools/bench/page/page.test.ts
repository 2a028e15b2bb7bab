import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { benchPage } from './page.ts';

const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
afterEach(() => {
  said.mockClear();
  printed.mockClear();
});

describe('the command line of the page bench', () => {
  it.each([
    [['--runs', '0'], '--runs takes a whole number from 1 on.'],
    [['--throttle', 'fast'], '--throttle takes a number from 1 on.'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    expect(await benchPage(args)).toBe(2);
    expect(said).toHaveBeenCalledExactlyOnceWith(sentence);
  });

  it('refuses a folder without a build before it starts anything', async () => {
    expect(await benchPage(['--against', tmpdir()])).toBe(2);
    // Where this checkout is not built either, that is said first.
    expect(said.mock.calls[0]?.[0]).toMatch(/holds no built extension|npm run build/);
  });

  it('explains itself', async () => {
    expect(await benchPage(['--help'])).toBe(0);
    expect(printed.mock.calls[0]?.[0]).toContain('--against DIR');
  });
});
