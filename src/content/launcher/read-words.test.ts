import { describe, expect, it, vi } from 'vitest';
import { launcherWordsBy } from '../../platform/launcher-words.ts';
import { readWords, type SayWord } from './read-words.ts';

const getMessage = vi.fn((key: string) => `own ${key}`);
const i18n = { getMessage };
const own = launcherWordsBy((key) => `own ${key}`);

/** All of the words. */
const all = (say: SayWord): object => ({
  open: say('open'),
  tab: say('tab'),
  close: say('close'),
  resize: say('resize'),
  frame: say('frame'),
  updated: say('updated'),
  reload: say('reload'),
});

describe('what the launcher’s controls say', () => {
  it('is what the worker said', () => {
    const said = launcherWordsBy((key) => `said ${key}`);
    expect(all(readWords(said, { i18n }))).toEqual(said);
  });

  it('is in the browser’s own language where the worker said nothing, or not that', () => {
    expect(all(readWords(undefined, { i18n }))).toEqual(own);
    expect(all(readWords(['x'], { i18n }))).toEqual(own);
    expect(all(readWords({ close: 'Tutup', open: 7 }, { i18n }))).toEqual({
      ...own,
      close: 'Tutup',
    });
  });

  it('is looked up word by word as it is shown, and not where the worker said it', () => {
    getMessage.mockClear();
    const say = readWords({ open: 'Buka' }, { i18n });
    expect(getMessage).not.toHaveBeenCalled();
    expect([say('open'), say('tab')]).toEqual(['Buka', 'own launcher_tab']);
    expect(getMessage.mock.calls).toEqual([['launcher_tab']]);
  });
});
