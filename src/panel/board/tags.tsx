import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { withTag } from '../../metrics/board/board-filter.ts';
import { MOST_TAGS, type Pinned } from '../../metrics/board/pinned.ts';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { useApp } from '../state/app.ts';
import './tags.css';

/** The tags of a thing, and a field for one more that offers those in use; Enter or a comma adds it. */
export function Tags({
  pinned,
  name,
  tagsId,
}: {
  pinned: Pinned;
  name: string;
  tagsId: string;
}): JSX.Element {
  const { t } = useI18n();
  const { board } = useApp();
  const typed = useSignal('');
  const add = (): void => {
    const tags = withTag(pinned.tags, typed.value);
    typed.value = '';
    if (tags !== undefined) void board.change(pinned.id, { tags });
  };
  const label = t('board_tag_add_to', { name: { kind: 'text', text: name } });
  return (
    <div class="tags">
      {pinned.tags.map((tag) => (
        <span key={tag} class="tag">
          <span class="clip-text" dir="auto">
            {tag}
          </span>
          <button
            type="button"
            aria-label={t('board_tag_remove', { tag: { kind: 'text', text: tag } })}
            onClick={(event) => {
              event.currentTarget
                .closest('.tags')
                ?.querySelector<HTMLInputElement>('input')
                ?.focus();
              const tags = pinned.tags.filter((one) => one !== tag);
              void board.change(pinned.id, { tags });
            }}
          >
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      <input
        class="tag-add"
        list={tagsId}
        maxLength={40}
        disabled={pinned.tags.length >= MOST_TAGS}
        aria-label={label}
        placeholder={t('board_tag_add')}
        autocomplete="off"
        value={typed.value}
        onInput={(event) => {
          const { value } = event.currentTarget;
          typed.value = value.replaceAll(',', '');
          if (value.includes(',')) add();
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            add();
          }
          if (event.key !== 'Escape' || typed.value === '') return;
          event.stopPropagation();
          typed.value = '';
        }}
      />
    </div>
  );
}
