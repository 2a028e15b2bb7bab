import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import { boardText } from './board-text.ts';

const sentences = new Map(Object.entries(messages).map(([key, value]) => [key, value]));
const words = i18nOf(
  writer((key) => {
    const found = sentences.get(key);
    return typeof found === 'object' ? found.message : undefined;
  }, 'en'),
);

function pinned(place: number, more: object = {}): Pinned {
  return v.parse(PinnedSchema, {
    kind: 'factor',
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    pinnedAt: 1,
    factor: 'stay',
    rank: `a${place}`,
    tags: [],
    note: '',
    status: 'to-try',
    room: { room: '7649951805363391201', figures: {}, title: 'Spring sale', creator: '@ana' },
    ...more,
  });
}
const board = [
  pinned(1, { note: 'Café lights from the left', tags: ['host', 'light'] }),
  pinned(2, { factor: 'reach', status: 'tried', tags: ['host'] }),
  pinned(3, { kind: 'moment', at: 42, factor: undefined }),
];

describe('the board as text', () => {
  it('names each thing with its LIVE, note, tags and what became of it', () => {
    const text = boardText(board, words, 'text');
    expect(text).toContain('Spring sale · @ana');
    expect(text).toContain('Café lights from the left');
    expect(text).toContain('Tags: host, light');
    expect(text).toContain('0:42 (Still to try)');
    expect(text).toContain('(Tried)');
  });

  it('has a box for each thing in Markdown, in which nothing pinned becomes a mark', () => {
    const hostile = pinned(4, {
      note: '[a](https://x.example) <b>*\nnext',
      room: { room: '7649951805363391201', figures: {}, title: '# Sale | now' },
    });
    const text = boardText([hostile, ...board], words, 'markdown');
    expect(text).toContain('- [ ] **');
    expect(text).toContain('- [x] **');
    expect(text).toContain('\\# Sale \\| now');
    expect(text).toContain('\\[a\\](https://x.example) \\<b\\>\\* next');
  });
});
