import type { JSX } from 'preact';
import type { FeedAddress } from '../../metrics/feed/feed.ts';
import type { SettingsPatch } from '../../platform/settings.ts';
import { useI18n } from '../design/i18n.ts';
import { type Choice, Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';
import { chosenSlice } from '../state/feed-store.ts';

/** Whose LIVEs this one is compared with: the market, the seller's own, or a feed that speaks of the category. */
export function BasisSelect(): JSX.Element {
  const { t } = useI18n();
  const { settings, feeds } = useApp();
  const { basis, feed: chosen } = settings.settings.value;
  const { slices } = feeds.view.value;
  const offered = slices.map(({ feed }) => feed);
  const now = chosenSlice(slices, chosen)?.feed.address;
  const choices: Choice[] = [
    { value: 'market', name: t('panel_basis_market') },
    { value: 'own', name: t('panel_basis_own') },
    ...offered.map(({ address, name }) => ({
      value: address,
      name: t('panel_basis_feed_of', { feed: { kind: 'text', text: name } }),
    })),
  ];
  // Chosen for other categories: it stays chosen, and the line below says what stands in.
  if (basis === 'feed' && now === undefined) {
    choices.push({ value: 'feed', name: t('panel_basis_feed') });
  }
  const choose = (value: string): void => {
    const address = offered.find((feed) => feed.address === value)?.address;
    const patch = patchOf(value, address);
    if (patch !== undefined) void settings.change(patch);
  };
  return (
    <Select
      label={t('panel_basis')}
      value={basis === 'feed' ? (now ?? 'feed') : basis}
      choices={choices}
      onChoose={choose}
    />
  );
}

function patchOf(value: string, address: FeedAddress | undefined): SettingsPatch | undefined {
  if (address !== undefined) return { basis: 'feed', feed: address };
  return value === 'market' || value === 'own' ? { basis: value } : undefined;
}
