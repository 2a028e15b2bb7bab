import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../panel/design/button.tsx';
import { useI18n } from '../../panel/design/i18n.ts';
import { Notice } from '../../panel/design/notice.tsx';
import { Section } from '../../panel/design/section.tsx';
import { AddFeed } from './add-feed.tsx';
import { FeedRow } from './feed-row.tsx';
import './feeds.css';
import type { FeedsStore } from './store.ts';

/** The benchmark feeds: added by address, each with its state, removed with a way back. */
export function FeedsSection({ store }: { store: FeedsStore }): JSX.Element {
  const { t, write } = useI18n();
  const undo = useRef<HTMLDivElement>(null);
  const { feeds, known, removed, unread, fault } = store.view.value;
  const remove = async (address: (typeof feeds)[number]['address']): Promise<void> => {
    await store.remove(address);
    // The button that was pressed is gone: the way back takes its place.
    undo.current?.querySelector('button')?.focus();
  };
  return (
    <Section id="feeds" title={t('feed_title')}>
      <p class="quiet small feed-what">{t('feed_what')}</p>
      <AddFeed store={store} />
      {fault !== undefined && <Notice tone="fault">{write(fault.text)}</Notice>}
      {unread !== undefined && (
        <Notice
          tone="fault"
          actions={
            unread.retryable && (
              <Button icon="refresh" onClick={() => void store.read()}>
                {t('panel_retry')}
              </Button>
            )
          }
        >
          {write(unread.text)}
        </Notice>
      )}
      {removed !== undefined && (
        <div ref={undo}>
          <Notice actions={<Button onClick={() => void store.undo()}>{t('feed_undo')}</Button>}>
            {t(store.isAllowed(removed.feed.address) ? 'feed_removed' : 'feed_removed_site', {
              name: { kind: 'text', text: removed.feed.name },
            })}
          </Notice>
        </div>
      )}
      {known && feeds.length === 0 && removed === undefined && (
        <p class="quiet small">{t('feed_none')}</p>
      )}
      <ul class="feeds" aria-label={t('feed_title')}>
        {feeds.map((feed) => (
          <FeedRow
            key={feed.address}
            feed={feed}
            allowed={store.isAllowed(feed.address)}
            busy={store.view.value.busy.has(feed.address)}
            onAllow={() => void store.allow(feed.address)}
            onRefresh={() => void store.refresh(feed.address)}
            onRemove={() => void remove(feed.address)}
          />
        ))}
      </ul>
    </Section>
  );
}
