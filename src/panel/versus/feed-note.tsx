import type { ComponentChildren, JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { restsOn } from '../../diagnosis/text/feed-text.ts';
import { categoryName } from '../../metrics/feed/categories.ts';
import type { FeedLack } from '../../metrics/feed/feed.ts';
import type { Text } from '../../metrics/text.ts';
import { Button } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { basisPhrases } from '../diagnosis/basis-names.ts';
import { useApp } from '../state/app.ts';
import { chosenSlice } from '../state/feed-store.ts';

/** Under the choice of a category feed: whose it is and what it rests on, or why another basis stands in. */
export function FeedNote(): JSX.Element | null {
  const { t, write } = useI18n();
  const { settings, feeds, report, ports } = useApp();
  const shown = report.report.value;
  const { slices, lacks } = feeds.view.value;
  const lack = useLack();
  const said = chosenSlice(slices, settings.settings.value.feed);
  if (shown === undefined) return null;
  if (lack === undefined) {
    if (settings.settings.value.versus !== 'feed' || shown.feed === undefined) return null;
    if (said === undefined) return null;
    return (
      <Line simulated={shown.feed.simulated ? t('feed_simulated') : undefined}>
        {write(restsOn(shown.feed))}
        {said.fault !== undefined
          ? ` ${write(said.fault.text)} ${t('feed_stays')}`
          : said.stale && ` ${t('feed_note_old')}`}
        {said.slice.leftOut !== undefined && ` ${t('feed_note_older_meaning')}`}
      </Line>
    );
  }
  return (
    <Line>
      {write(lack.why)} {write(lack.standsIn)}{' '}
      {slices.length + lacks.length === 0 && shown.category !== undefined && (
        <Button look="link" onClick={() => void ports.ask('tab.open', { page: 'options' })}>
          {t('feed_add')}
        </Button>
      )}
    </Line>
  );
}

/** Over figures that a chosen feed has no benchmark for: why it hasn't, and what stands in; nothing where it has. */
export function FeedLackLine(): JSX.Element | null {
  const { write } = useI18n();
  const lack = useLack();
  return lack === undefined ? null : (
    <p class="feed-lack small quiet">
      {write(lack.why)} {write(lack.standsIn)}
    </p>
  );
}

/** Why the feed that the seller compares with isn't used, and what is in its place; undefined where it is used. */
function useLack(): { readonly why: Text; readonly standsIn: Text } | undefined {
  const { settings, feeds, report } = useApp();
  const { versus, feed: chosen } = settings.settings.value;
  const shown = report.report.value;
  const { slices, lacks, known, fault } = feeds.view.value;
  if (versus !== 'feed' || shown === undefined || !known) return undefined;
  if (chosenSlice(slices, chosen) !== undefined && shown.feed !== undefined) return undefined;
  const basis = { kind: 'message', message: basisPhrases[shown.basis] } as const;
  return {
    why: fault?.text ?? whyLacking(lacks, shown.category),
    standsIn: { key: 'feed_note_stands_in', values: { basis } },
  };
}

function whyLacking(lacks: readonly FeedLack[], category: Report['category']): Text {
  const [first] = lacks;
  if (category === undefined) return { key: 'feed_note_no_category' };
  if (first === undefined) return { key: 'feed_note_none' };
  if (first.reason === 'asking') return { key: 'feed_note_asking' };
  if (first.reason === 'failed') return first.fault?.text ?? { key: 'fault_feed_down' };
  if (first.reason === 'no-region') return { key: 'feed_note_no_region' };
  const name = categoryName(category);
  const value =
    name === undefined
      ? ({ kind: 'text', text: category } as const)
      : ({ kind: 'message', message: name } as const);
  if (lacks.length > 1) return { key: 'feed_note_not_covered', values: { category: value } };
  const feed = { kind: 'text', text: first.feed.name } as const;
  return { key: 'feed_note_not_covered_by', values: { feed, category: value } };
}

function Line({
  simulated,
  children,
}: {
  simulated?: string | undefined;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <p class="feed-note small quiet" role="status">
      {simulated !== undefined && <Chip tone="warn">{simulated}</Chip>} {children}
    </p>
  );
}
