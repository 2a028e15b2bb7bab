import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import {
  anything,
  type BoardFilter,
  factorsOf,
  isAnything,
  tagsOf,
} from '../../metrics/board/board-filter.ts';
import type { Pinned } from '../../metrics/board/pinned.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { type Choice, Select } from '../design/select.tsx';
import { useWords } from '../design/words.ts';
import { factorNames } from './names.ts';

/** From how many things on finding one takes more than a look. */
const WORTH_SEARCHING = 2;

/** Search and filters over the board; how many were found is said to screen readers. */
export function BoardFilters({
  pinned,
  wanted,
  found,
}: {
  pinned: readonly Pinned[];
  wanted: Signal<BoardFilter>;
  found: number;
}): JSX.Element | null {
  const words = useWords();
  const { say } = words;
  if (pinned.length < WORTH_SEARCHING && isAnything(wanted.value)) return null;
  const want = (part: Partial<BoardFilter>): void => {
    wanted.value = { ...wanted.value, ...part };
  };
  const clears = (): void => {
    wanted.value = anything;
  };
  const filters: readonly [keyof BoardFilter, string, readonly Choice[]][] = [
    [
      'factor',
      say('board_any_factor'),
      factorsOf(pinned, factorNames(words)).map(({ id, name }) => ({ value: id, name })),
    ],
    [
      'status',
      say('board_any_status'),
      [
        { value: 'to-try', name: say('board_to_try') },
        { value: 'tried', name: say('board_tried') },
      ],
    ],
    [
      'kind',
      say('board_any_kind'),
      [
        { value: 'clip', name: say('board_kind_clips') },
        { value: 'moment', name: say('board_kind_moments') },
        { value: 'factor', name: say('board_kind_factors') },
      ],
    ],
    ['tag', say('board_any_tag'), tagsOf(pinned).map((tag) => ({ value: tag, name: tag }))],
  ];
  return (
    <search class="board-filters" aria-label={say('board_find')}>
      <label class="board-search">
        <Icon name="search" size={14} />
        <input
          type="search"
          aria-label={say('board_search')}
          placeholder={say('board_search')}
          autocomplete="off"
          spellcheck={false}
          value={wanted.value.search}
          onInput={(event) => want({ search: event.currentTarget.value })}
        />
      </label>
      <div class="board-selects">
        {filters.map(
          ([part, any, choices]) =>
            (choices.length > 0 || wanted.value[part] !== '') && (
              <Select
                key={part}
                label={any}
                value={wanted.value[part]}
                choices={[{ value: '', name: any }, ...choices]}
                onChoose={(value) => want({ [part]: value })}
              />
            ),
        )}
        {!isAnything(wanted.value) && (
          <Button look="link" onClick={clears}>
            {say('board_clear')}
          </Button>
        )}
      </div>
      <span class="visually-hidden" role="status">
        {!isAnything(wanted.value) &&
          say('board_found', { count: { kind: 'count', value: found } })}
      </span>
    </search>
  );
}
