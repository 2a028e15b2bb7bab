import type { JSX } from 'preact';
import type { Day } from '../../metrics/feed/category-slice.ts';
import type { FeedLack, FeedSlice } from '../../metrics/feed/feed.ts';
import { dateFormat } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useApp } from '../state/app.ts';
import type { BenchmarkCase } from './cases.ts';
import { ClipGroup } from './group.tsx';

/** What the feeds say of the category: a group each, or why one says nothing; and what a feed is, where there is none. */
export function FeedGroups({
  cases,
  factor,
}: {
  cases: readonly BenchmarkCase[];
  factor: string;
}): JSX.Element {
  const { t, write } = useI18n();
  const { feeds, report } = useApp();
  const { slices, lacks, known, fault } = feeds.view.value;
  if (report.category.value.id === undefined) {
    return <Notice>{t('streams_no_category')}</Notice>;
  }
  if (!known) return <Waiting />;
  if (fault !== undefined && slices.length === 0) {
    return (
      <Notice
        tone="fault"
        title={t('streams_feeds_unread')}
        actions={
          <Button icon="refresh" onClick={() => feeds.retry()}>
            {t('panel_retry')}
          </Button>
        }
      >
        {write(fault.text)}
      </Notice>
    );
  }
  return (
    <>
      {slices.map((said) => (
        <FeedGroup
          key={`${said.feed.address} ${said.slice.day}`}
          said={said}
          cases={cases.filter(
            (one) => one.kind === 'feed' && one.feed.address === said.feed.address,
          )}
          factor={factor}
        />
      ))}
      {lacks.map((lack) => (
        <Lack key={lack.feed.address} lack={lack} />
      ))}
      {slices.length + lacks.length === 0 && <NoFeed />}
    </>
  );
}

function FeedGroup({
  said: { feed, slice, stale, fault },
  cases,
  factor,
}: {
  said: FeedSlice;
  cases: readonly BenchmarkCase[];
  factor: string;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const count = (value: number) => ({ kind: 'count', value }) as const;
  return (
    <>
      <ClipGroup
        title={t('streams_from_feed', { feed: { kind: 'text', text: feed.name } })}
        aside={feed.simulated && <Chip tone="warn">{t('streams_simulated')}</Chip>}
        note={t('streams_rests_on', {
          lives: count(slice.lives),
          shops: count(slice.shops),
          days: count(slice.window),
          day: { kind: 'text', text: dayText(slice.day, locale) },
        })}
        cases={cases}
        factor={factor}
        none={t(slice.rooms.length === 0 ? 'streams_feed_empty' : 'benchmarks_none_match')}
      />
      {fault !== undefined && (
        <p class="quiet small">
          {t('streams_feed_stale', { why: { kind: 'phrase', phrase: fault.text } })}
        </p>
      )}
      {fault === undefined && stale && (
        <p class="quiet small">{write({ key: 'streams_feed_old' })}</p>
      )}
    </>
  );
}

/** Why a feed has nothing to say here. */
function Lack({ lack: { feed, reason, fault } }: { lack: FeedLack }): JSX.Element {
  const { t, write } = useI18n();
  const { feeds } = useApp();
  if (reason === 'asking') return <Waiting />;
  const name = { kind: 'text', text: feed.name } as const;
  return (
    <Notice
      tone={reason === 'failed' ? 'warn' : 'info'}
      title={t(lacks[reason], { feed: name })}
      actions={
        reason === 'failed' && (
          <Button icon="refresh" onClick={() => feeds.retry(feed.address)}>
            {t('panel_retry')}
          </Button>
        )
      }
    >
      {fault === undefined ? undefined : write(fault.text)}
    </Notice>
  );
}

const lacks = {
  'not-covered': 'streams_lack_category',
  'no-region': 'streams_lack_region',
  failed: 'streams_lack_failed',
} as const;

function NoFeed(): JSX.Element {
  const { t } = useI18n();
  const { ports } = useApp();
  return (
    <Notice
      title={t('streams_no_feed')}
      actions={
        <Button onClick={() => void ports.ask('tab.open', { page: 'options' })}>
          {t('streams_add_feed')}
        </Button>
      }
    >
      {t('streams_what_feed')}
    </Notice>
  );
}

/** Cards of the final size while a feed is asked. */
function Waiting(): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="benchmarks-group" role="status" aria-label={t('streams_asking')}>
      <div class="benchmarks" aria-hidden="true">
        {[1, 2, 3].map((place) => (
          <Skeleton key={place} height="220px" />
        ))}
      </div>
    </div>
  );
}

/** A day of a feed, which is cut at UTC and is no instant. */
function dayText(day: Day, locale: string): string {
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
