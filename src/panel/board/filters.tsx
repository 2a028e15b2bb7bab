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
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { type Choice, Select } from '../design/select.tsx';
import { factorNames } from './names.ts';

/** From how many things on finding one takes more than a look. */
const WORTH_SEARCHING = 2;

/** Search and filters over the board; how many were found is said to screen readers. Where none was, the board offers to clear them. */
export function BoardFilters({
  pinned,
  wanted,
  found,
}: {
  pinned: readonly Pinned[];
  wanted: Signal<BoardFilter>;
  found: number;
}): JSX.Element | null {
  const words = useI18n();
  const { t } = words;
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
      t('board_any_factor'),
      factorsOf(pinned, factorNames(words)).map(({ id, name }) => ({ value: id, name })),
    ],
    [
      'status',
      t('board_any_status'),
      [
        { value: 'to-try', name: t('board_to_try') },
        { value: 'tried', name: t('board_tried') },
      ],
    ],
    [
      'kind',
      t('board_any_kind'),
      [
        { value: 'clip', name: t('board_kind_clips') },
        { value: 'moment', name: t('board_kind_moments') },
        { value: 'factor', name: t('board_kind_factors') },
      ],
    ],
    ['tag', t('board_any_tag'), tagsOf(pinned).map((tag) => ({ value: tag, name: tag }))],
  ];
  return (
    <search class="board-filters" aria-label={t('board_find')}>
      <label class="board-search">
        <Icon name="search" size={14} />
        <input
          type="search"
          aria-label={t('board_search')}
          placeholder={t('board_search')}
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
        {!isAnything(wanted.value) && found > 0 && (
          <Button look="link" onClick={clears}>
            {t('board_clear')}
          </Button>
        )}
      </div>
      <span class="visually-hidden" role="status">
        {!isAnything(wanted.value) && t('board_found', { count: { kind: 'count', value: found } })}
      </span>
    </search>
  );
}
