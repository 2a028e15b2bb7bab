import type { JSX } from 'preact';
import { dayValue } from '../../metrics/feed/day-value.ts';
import type { Feed } from '../../metrics/feed/feed.ts';
import type { TextValue } from '../../metrics/text.ts';
import { Button } from '../../panel/design/button.tsx';
import { Chip } from '../../panel/design/chip.tsx';
import { useI18n } from '../../panel/design/i18n.ts';
import { Notice } from '../../panel/design/notice.tsx';
import { useInstant } from '../shop-zone.ts';

/** One feed: whose it is, what it holds, when it was read, and what is wrong with it. */
export function FeedRow({
  feed,
  allowed,
  busy,
  onAllow,
  onRefresh,
  onRemove,
}: {
  feed: Feed;
  allowed: boolean;
  busy: boolean;
  onAllow: () => void;
  onRefresh: () => void;
  onRemove: () => void;
}): JSX.Element {
  const { t, write } = useI18n();
  const { address, name, publisher, simulated, checkedAt, fault } = feed;
  const { host } = new URL(address);
  const checked = useInstant()(checkedAt);
  const named = { kind: 'text', text: name } as const;
  return (
    <li class="feed card">
      <div class="feed-head">
        <b class="feed-name">{name}</b>
        {simulated && <Chip tone="warn">{t('feed_simulated')}</Chip>}
        <span class="feed-deeds">
          <Button
            icon="refresh"
            aria-label={t('feed_refresh_of', { name: named })}
            aria-busy={busy}
            onClick={() => {
              if (!busy) onRefresh();
            }}
          >
            {t('feed_refresh')}
          </Button>
          <Button aria-label={t('feed_remove_of', { name: named })} onClick={onRemove}>
            {t('feed_remove')}
          </Button>
        </span>
      </div>
      <p class="quiet small feed-facts">
        {publisher !== undefined && <span>{publisher}</span>}
        <span dir="ltr" title={address}>
          {host}
        </span>
        <span>{holds()}</span>
        <span>{t('feed_checked', { at: { kind: 'text', text: checked } })}</span>
      </p>
      {!allowed ? (
        <Notice
          tone="warn"
          icon="lock"
          actions={
            <Button look="primary" onClick={onAllow}>
              {t('feed_allow')}
            </Button>
          }
        >
          {t('feed_withdrawn', { host: { kind: 'text', text: host } })} {t('feed_stays')}
        </Notice>
      ) : (
        fault !== undefined && (
          <Notice tone="warn">
            {write(fault.text)} {t('feed_stays')}
          </Notice>
        )
      )}
    </li>
  );

  function holds(): string {
    const { regions, categories, days, newest } = feed;
    if (newest === undefined) return t('feed_empty');
    const counted = (key: 'feed_regions' | 'feed_categories' | 'feed_days', value: number) =>
      ({
        kind: 'phrase',
        phrase: { key, values: { count: { kind: 'count', value } } },
      }) satisfies TextValue;
    return t('feed_holds', {
      regions: counted('feed_regions', regions),
      categories: counted('feed_categories', categories),
      days: counted('feed_days', days),
      newest: dayValue(newest),
    });
  }
}
