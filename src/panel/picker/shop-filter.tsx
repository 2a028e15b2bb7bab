import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Fault } from '../../metrics/fault.ts';
import { latestOf } from '../../metrics/live/latest.ts';
import { shopProfiles } from '../../metrics/live/shop-profiles.ts';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { Select } from '../design/select.tsx';
import { shopName } from '../shop-name.ts';
import { useApp } from '../state/app.ts';

/** The choice whose LIVEs are listed. That of a shop opens its latest LIVE, with all shops the LIVE in view stays. */
export function ShopFilter({ onChosen }: { onChosen: () => void }): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const app = useApp();
  const fault = useSignal<Fault | undefined>(undefined);
  const { rooms } = app.list.view.value;
  const { ownLives } = app.settings.settings.value;
  const profiles = useMemo(() => shopProfiles(rooms, ownLives), [rooms, ownLives]);
  const choose = async (value: string): Promise<void> => {
    const shop = profiles.find(({ key }) => key === value);
    app.touch();
    const reply = await app.shop.choose(shop?.key);
    fault.value = reply.ok ? undefined : reply.fault;
    if (!reply.ok) return;
    onChosen();
    const latest = shop && latestOf(shop.lives, app.now.value);
    if (latest !== undefined) await app.open(latest.id);
  };
  return (
    <>
      <Select
        label={t('shop_filter')}
        value={app.shop.chosen.value ?? ''}
        choices={[
          { value: '', name: t('shop_filter_all') },
          ...profiles.map((shop) => ({ value: shop.key, name: shopName(shop, words) })),
        ]}
        onChoose={(value) => void choose(value)}
      />
      {fault.value !== undefined && <Notice tone="fault">{write(fault.value.text)}</Notice>}
    </>
  );
}
