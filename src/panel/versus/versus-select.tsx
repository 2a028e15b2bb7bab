import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { categoryName } from '../../metrics/feed/categories.ts';
import type { FeedAddress } from '../../metrics/feed/feed.ts';
import type { TextValue } from '../../metrics/text.ts';
import type { Versus } from '../../metrics/versus.ts';
import type { SettingsPatch } from '../../platform/settings.ts';
import { useI18n } from '../design/i18n.ts';
import { type Choice, Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';
import { chosenSlice } from '../state/feed-store.ts';
import { CategoryDialog } from './category-dialog.tsx';
import './versus.css';

/** The choices beside the feeds; those of the seller's own LIVEs first. */
const choices = ['usual', 'last', 'best', 'market', 'targets'] as const satisfies Versus[];

/** The entry that opens the dialog of the category. */
const CATEGORY = 'category';

/** What the LIVE is compared with: one choice for the whole screen, kept for all LIVEs; the category inside it. */
export function VersusSelect(): JSX.Element {
  const { t } = useI18n();
  const { settings, feeds, report } = useApp();
  const naming = useSignal(false);
  const { versus: asked, feed: chosen } = settings.settings.value;
  const { slices } = feeds.view.value;
  const now = chosenSlice(slices, chosen)?.feed.address;
  const category = report.category.value.id;
  const named = (reference: TextValue): string => t('versus_of', { reference });
  const offered: Choice[] = [
    ...choices.map((value) => ({ value, name: named(versusName(value)) })),
    ...slices.map(({ feed: { address, name } }) => ({
      value: address,
      name: named({ kind: 'text', text: name }),
    })),
    // Chosen for other categories: it stays chosen, and the line below says what stands in.
    ...(asked === 'feed' && now === undefined
      ? [{ value: 'feed', name: named(versusName('feed')) }]
      : []),
    {
      value: CATEGORY,
      name: t('versus_category', {
        category: {
          kind: 'message',
          message:
            (category === undefined ? undefined : categoryName(category)) ??
            'panel_category_name_it',
        },
      }),
      acts: true,
    },
  ];
  const choose = (value: string): void => {
    if (value === CATEGORY) {
      naming.value = true;
      return;
    }
    const address = slices.find(({ feed }) => feed.address === value)?.feed.address;
    const patch = patchOf(value, address);
    if (patch !== undefined) void settings.change(patch);
  };
  return (
    <>
      <Select
        label={t('versus_label')}
        value={asked === 'feed' ? (now ?? 'feed') : asked}
        choices={offered}
        onChoose={choose}
      />
      {naming.value && (
        <CategoryDialog
          onClose={() => {
            naming.value = false;
          }}
        />
      )}
    </>
  );
}

function patchOf(value: string, address: FeedAddress | undefined): SettingsPatch | undefined {
  if (address !== undefined) return { versus: 'feed', feed: address };
  const versus = choices.find((one) => one === value);
  return versus && { versus };
}
