import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ShopProfile } from '../../metrics/live/shop-profiles.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { creatorName } from '../creator-name.ts';
import { Chip } from '../design/chip.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { shopName } from '../shop-name.ts';
import { useApp } from '../state/app.ts';
import { type OverTime, type Reach, useOverTime } from '../state/over-time.ts';
import { useShops } from '../state/use-shops-beside.ts';
import { CalendarView } from './calendar-view.tsx';
import { CostsView } from './costs-view.tsx';
import type { OpenLive } from './open-live.ts';
import './over-time.css';
import type { PictureProps } from './picture-props.ts';
import { ReadingsView } from './readings-view.tsx';
import { ShopsView } from './shops-view.tsx';
import { Tabs } from './tabs.tsx';
import { TrendView } from './trend-view.tsx';
import { WeekView } from './week-view.tsx';
import { clocksOf, inWords } from './words.ts';

const tabNames = {
  trend: 'over_time_tab_trend',
  calendar: 'over_time_tab_calendar',
  week: 'over_time_tab_week',
  costs: 'over_time_tab_costs',
  readings: 'over_time_tab_readings',
  shops: 'over_time_tab_shops',
} as const satisfies Record<string, MessageKey>;
type Tab = keyof typeof tabNames;
const tabs: readonly Tab[] = ['trend', 'calendar', 'week', 'costs', 'readings'];

const reaches = [
  { reach: 4, name: 'over_time_reach_4' },
  { reach: 12, name: 'over_time_reach_12' },
  { reach: 'all', name: 'over_time_reach_all' },
] as const satisfies readonly { reach: Reach; name: MessageKey }[];

/** The seller's LIVEs over time: a metric, days, hours of the week, what steps cost, and how one LIVE's figures moved. */
export function OverTimeDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const { t, write } = useI18n();
  const { room, list } = useApp();
  const { withFigures, unread } = list.view.value;
  const shops = useShops();
  const chosen = useSignal<string | undefined>(undefined);
  const shop =
    shops.find(({ key }) => key === chosen.value) ??
    shops.find(({ lives }) => lives.some(({ id }) => id === room.view.value.id));
  // With one shop nothing is chosen: its LIVEs are those of the LIVE in view.
  const over = useOverTime(shops.length > 1 ? shop : undefined);
  return (
    <div class="over-time">
      <Dialog title={t('over_time_open')} onClose={onClose}>
        {over === undefined ? (
          <p class="quiet">
            {withFigures === undefined && unread !== undefined
              ? write(unread.text)
              : t(withFigures === undefined ? 'panel_loading' : 'over_time_none')}
          </p>
        ) : (
          <Pictures
            over={over}
            shop={shop}
            onClose={onClose}
            shopChoice={
              shops.length > 1 && (
                <Select
                  label={t('shop_filter')}
                  value={shop?.key ?? ''}
                  choices={[
                    ...(shop === undefined ? [{ value: '', name: t('shop_unknown') }] : []),
                    ...shops.map((one) => ({ value: one.key, name: shopName(one, { t }) })),
                  ]}
                  onChoose={(key) => {
                    chosen.value = key;
                  }}
                />
              )
            }
          />
        )}
      </Dialog>
    </div>
  );
}

function Pictures({
  over,
  shop,
  shopChoice,
  onClose,
}: {
  over: OverTime;
  shop: ShopProfile | undefined;
  /** Whose LIVEs are drawn; false where there is one shop. */
  shopChoice: JSX.Element | false;
  onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const id = useId();
  const tab = useSignal<Tab>('trend');
  const reach = useSignal<Reach>(12);
  const open: OpenLive = (room) => {
    onClose();
    app.touch();
    void app.open(room);
  };
  return (
    <>
      <Tabs
        id={id}
        label={t('over_time_tabs')}
        tabs={(shopChoice === false ? tabs : [...tabs, 'shops' as const]).map((one) => ({
          id: one,
          name: t(tabNames[one]),
        }))}
        chosen={tab.value}
        onChoose={(one) => {
          tab.value = one;
        }}
      />
      <div
        class="over-time-panel"
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${tab.value}`}
      >
        {shopChoice !== false && <div class="over-time-choices">{shopChoice}</div>}
        {tab.value !== 'shops' && <About over={over} />}
        <Picture
          tab={tab.value}
          over={over}
          shop={shop}
          reach={reach.value}
          open={open}
          onAll={
            reach.value === 'all'
              ? undefined
              : () => {
                  reach.value = 'all';
                }
          }
          choice={
            <Select
              label={t('over_time_reach')}
              value={String(reach.value)}
              choices={reaches.map((one) => ({ value: String(one.reach), name: t(one.name) }))}
              onChoose={(value) => {
                reach.value = reaches.find((one) => String(one.reach) === value)?.reach ?? 12;
              }}
            />
          }
        />
      </div>
    </>
  );
}

/** What a tab shows. */
function Picture({
  tab,
  ...props
}: PictureProps & {
  tab: Tab;
  shop: ShopProfile | undefined;
}): JSX.Element {
  switch (tab) {
    case 'trend':
      return <TrendView {...props} />;
    case 'calendar':
      return <CalendarView {...props} />;
    case 'week':
      return <WeekView {...props} />;
    case 'costs':
      return <CostsView key={props.over.of.id} over={props.over} />;
    case 'readings':
      return <ReadingsView key={props.over.of.id} of={props.over.of} />;
    case 'shops':
      return <ShopsView first={props.shop} reach={props.reach} choice={props.choice} />;
  }
}

/** Whose LIVEs these are, and which aren't drawn. */
function About({ over: { lives, of, zone } }: { over: OverTime }): JSX.Element {
  const { t, locale } = useI18n();
  const { leftOut, undated } = lives;
  const account = creatorName(of.room);
  const count = (value: number) => ({ kind: 'count', value }) as const;
  return (
    <p class="quiet small over-time-about">
      {of.simulated && <Chip tone="warn">{t('feed_simulated')}</Chip>}
      {account !== undefined && <bdi>{account}</bdi>}
      <span>
        {t('over_time_about', {
          count: count(lives.lives.length),
          zone: inWords.text(clocksOf(lives.lives, zone, locale)),
        })}
      </span>
      {leftOut > 0 && <span>{t('own_left_out', { count: count(leftOut) })}</span>}
      {undated > 0 && <span>{t('over_time_undated', { count: count(undated) })}</span>}
    </p>
  );
}
