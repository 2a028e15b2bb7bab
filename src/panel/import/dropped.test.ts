import { describe, expect, it } from 'vitest';
import { chosenOf, droppedIn, filmIn } from './dropped.ts';

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

  it('has a recording in it where its kind or its name says so', () => {
    const film = new File([], 'live', { type: 'video/mp4' });
    expect(filmIn(chosenOf([file('a.csv'), film, file('b.mkv')]))).toBe(film);
    expect(filmIn(chosenOf([file('stream.TS')]))?.name).toBe('stream.TS');
    expect(filmIn([...chosenOf([file('a.csv')]), { name: 'c.mp4', folder: true }])).toBeUndefined();
  });
});
