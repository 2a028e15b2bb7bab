import { describe, expect, it } from 'vitest';
import { chosenOf, droppedIn } from './dropped.ts';

const file = (name: string): File => new File(['x'], name);
const item = (one: File, isDirectory = false) => ({
  kind: 'file',
  getAsFile: () => one,
  webkitGetAsEntry: () => ({ isDirectory, name: one.name }),
});
const text = { kind: 'string', getAsFile: () => null, webkitGetAsEntry: () => null };

describe('a drop', () => {
  it('tells files from folders, and leaves texts aside', () => {
    const [one, folder] = [file('a.csv'), file('exports')];
    expect(droppedIn({ items: [item(one), text, item(folder, true)], files: [] })).toEqual([
      { name: 'a.csv', file: one },
      { name: 'exports', folder: true },
    ]);
  });

  it('is read by its files where the browser names no items', () => {
    const one = file('a.csv');
    expect(droppedIn({ items: [], files: [one] })).toEqual(chosenOf([one]));
  });
});
