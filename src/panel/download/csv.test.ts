import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a CSV', () => {
  it('opens in Excel: byte order mark, CRLF, quotes doubled', () => {
    expect(
      csvOf([
        [
          ['Name', 'GMV'],
          ['面膜, "white"', 12.5],
        ],
      ]),
    ).toBe('\uFEFFName,GMV\r\n"面膜, ""white""",12.5\r\n');
  });

  it('leaves missing figures blank instead of zero', () => {
    expect(csvOf([[[undefined, 0, Number.NaN]]])).toBe('\uFEFF,0,\r\n');
  });

  it('keeps a spreadsheet from running words as a formula, and negative numbers numbers', () => {
    expect(csvOf([[['=HYPERLINK("x")', '@a', '-b', -5]]])).toBe(
      '\uFEFF"\'=HYPERLINK(""x"")",\'@a,\'-b,-5\r\n',
    );
  });

  it('never starts a cell of words with a sign that runs', async () => {
    await fc.assert(
      fc.property(fc.string(), (text) => {
        const [line = ''] = csvOf([[[text]]])
          .slice(1)
          .split('\r\n');
        expect(line).not.toMatch(/^"?[=+@\t-]/);
      }),
    );
  });
});
