import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { categoryName } from '../../metrics/feed/categories.ts';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { HistoryNote } from '../history/history-note.tsx';
import { OwnLivesNote } from '../own-lives/own-lives-note.tsx';
import { useApp } from '../state/app.ts';
import { BasisSelect } from './basis-select.tsx';
import './benchmark-pickers.css';
import { CategoryDialog } from './category-dialog.tsx';
import { FeedNote } from './feed-note.tsx';

/** What the LIVE is compared with: the category, and whose LIVEs of it; the basis is always named. */
export function BenchmarkPickers(): JSX.Element {
  const { t } = useI18n();
  const { report } = useApp();
  const naming = useSignal(false);
  const category = report.category.value;
  const name = category.id === undefined ? undefined : categoryName(category.id);
  return (
    <>
      <div class="picks-pills">
        <button
          type="button"
          class={name === undefined ? 'pill pill-ask' : 'pill'}
          aria-haspopup="dialog"
          aria-label={t('panel_category_button', {
            category: { kind: 'message', message: name ?? 'panel_category_name_it' },
          })}
          onClick={() => {
            naming.value = true;
          }}
        >
          <span class="clip-text">{t(name ?? 'panel_category_name_it')}</span>
          <Icon name="chevron" size={12} />
        </button>
        <BasisSelect />
        {naming.value && (
          <CategoryDialog
            onClose={() => {
              naming.value = false;
            }}
          />
        )}
      </div>
      <FeedNote />
      <OwnLivesNote />
      <HistoryNote />
    </>
  );
}
