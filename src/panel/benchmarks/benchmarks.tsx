import type { JSX } from 'preact';
import type { MessageKey } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Section } from '../design/section.tsx';
import { useApp } from '../state/app.ts';
import { ANY_FACTOR, metricOf } from './any-factor.ts';
import './benchmarks.css';
import { anyClip, casesWanted } from './cases.ts';
import { FeedGroups } from './feed-groups.tsx';
import { ClipFilters } from './filters.tsx';
import { ClipGroup } from './group.tsx';
import { OwnCourse } from './own-course.tsx';
import { OwnFigures } from './own-figures.tsx';
import type { OwnLack } from './own-lack.ts';

/** Why none of the seller's own LIVEs is there: what isn't read yet is told apart from what is of another category. */
function ownLackText(lack: OwnLack, t: I18n['t']): string {
  return lack.kind === 'open'
    ? t('benchmarks_none_open', { count: { kind: 'count', value: lack.count } })
    : t(lacks[lack.kind]);
}

const lacks = {
  reading: 'benchmarks_none_reading',
  unreadable: 'benchmarks_none_unreadable',
  none: 'benchmarks_none_near',
  bare: 'benchmarks_none_bare',
  unread: 'benchmarks_none_unread',
  other: 'benchmarks_none',
} as const;

/** Why none of those that are there is left by what is wanted: a factor that no whole LIVE shows leaves none whatever they did. */
function noneLeftText(factor: string): MessageKey {
  if (factor === ANY_FACTOR) return 'streams_own_none_met';
  return metricOf(factor) === undefined ? 'streams_own_none_told' : 'streams_own_none_match';
}

/** Section 4: LIVEs of the category to learn from, those of the feeds and the seller's own, found by what they show. */
export function Benchmarks(): JSX.Element {
  const { t } = useI18n();
  const { streams, report } = useApp();
  const category = report.category.value.id;
  const wanted = streams.wanted.value;
  const cases = streams.cases.value;
  const found = casesWanted(cases, wanted, streams.mine.value);
  const own = cases.some(({ kind }) => kind === 'own');
  return (
    <Section id="benchmarks" title={t('benchmarks_title')}>
      <ClipFilters cases={cases} />
      <div class="benchmarks-found">
        <span role="status">
          {t('streams_found', { count: { kind: 'count', value: found.length } })}
        </span>
        <Button
          look="link"
          disabled={wanted === anyClip}
          onClick={() => {
            streams.wanted.value = anyClip;
          }}
        >
          {t('streams_clear')}
        </Button>
      </div>
      {found.length > 0 && (
        <>
          <OwnFigures />
          <OwnCourse />
        </>
      )}
      {wanted.origin !== 'own' && <FeedGroups cases={found} factor={wanted.factor} />}
      {wanted.origin !== 'feed' && (
        <ClipGroup
          title={t('streams_own')}
          note={category === undefined ? undefined : t('streams_own_category')}
          cases={found.filter(({ kind }) => kind === 'own')}
          factor={wanted.factor}
          none={own ? t(noneLeftText(wanted.factor)) : ownLackText(streams.ownLack.value, t)}
        />
      )}
    </Section>
  );
}
