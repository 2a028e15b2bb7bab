import type { ComponentChildren, JSX } from 'preact';
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
  const { versus, feed: chosen } = settings.settings.value;
  const shown = report.report.value;
  const { slices, lacks, known, fault } = feeds.view.value;
  if (versus !== 'feed' || shown === undefined || !known) return null;
  const said = chosenSlice(slices, chosen);
  if (said !== undefined && shown.feed !== undefined) {
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
  const standIn = { kind: 'message', message: basisPhrases[shown.basis] } as const;
  return (
    <Line>
      {write(fault?.text ?? why(lacks))} {t('feed_note_stands_in', { basis: standIn })}{' '}
      {slices.length + lacks.length === 0 && shown.category !== undefined && (
        <Button look="link" onClick={() => void ports.ask('tab.open', { page: 'options' })}>
          {t('feed_add')}
        </Button>
      )}
    </Line>
  );

  function why([first]: readonly FeedLack[]): Text {
    const { category } = shown ?? {};
    if (category === undefined) return { key: 'feed_note_no_category' };
    const name = categoryName(category);
    if (first === undefined) return { key: 'feed_note_none' };
    if (first.reason === 'asking') return { key: 'feed_note_asking' };
    if (first.reason === 'failed') return first.fault?.text ?? { key: 'fault_feed_down' };
    if (first.reason === 'no-region') return { key: 'feed_note_no_region' };
    const value =
      name === undefined
        ? ({ kind: 'text', text: category } as const)
        : ({ kind: 'message', message: name } as const);
    return { key: 'feed_note_not_covered', values: { category: value } };
  }
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
