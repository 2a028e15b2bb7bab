import { describe, expect, it } from 'vitest';
import { launcherWordsBy } from '../../platform/launcher-words.ts';
import { readWords } from './read-words.ts';

const i18n = { getMessage: (key: string) => `own ${key}` };
const own = launcherWordsBy(i18n.getMessage);

describe('what the launcher’s controls say', () => {
  it('is what the worker said', () => {
    const said = launcherWordsBy((key) => `said ${key}`);
    expect(readWords(said, { i18n })).toEqual(said);
  });

  it('is in the browser’s own language where the worker said nothing, or not that', () => {
    expect(readWords(undefined, { i18n })).toEqual(own);
    expect(readWords(['x'], { i18n })).toEqual(own);
    expect(readWords({ close: 'Tutup', open: 7 }, { i18n })).toEqual({ ...own, close: 'Tutup' });
  });
});
