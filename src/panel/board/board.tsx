import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Pinned, PinnedId } from '../../metrics/board/pinned.ts';
import { endsSoon, expiryOf, WARN_DAYS } from '../../metrics/board/pinned-expiry.ts';
import { Button } from '../design/button.tsx';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/section.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useIdle } from '../design/use-idle.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { type OrderSaid, useOrder } from '../editing/use-order.ts';
import { useApp } from '../state/app.ts';
import { useUnfolding } from '../state/reveal.ts';
import './board.css';
import { anything, found, isAnything, tagsOf } from '../../metrics/board/board-filter.ts';
import { BoardMenu } from './board-menu.tsx';
import { PinnedCard } from './card.tsx';
import { BoardFilters } from './filters.tsx';
import { factorNames, thingName } from './names.ts';

/** Cards of the first paint, of the section at rest, and how many more each time they are asked for. */
const AT_ONCE = 4;
const FIRST = 12;
const MORE = 48;

/** Section 5: what the seller pinned, across LIVEs, in the seller's own order. */
export function BoardSection(): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { board, settings } = useApp();
  const { pinned, known, fault } = board.view.value;
  const { sample } = settings.settings.value;
  return (
    <Section
      id="pinned"
      title={t('board_title')}
      aside={pinned.length > 0 && <Head pinned={pinned} />}
    >
      {fault !== undefined && (
        <Notice
          tone="fault"
          title={t('board_unread')}
          actions={
            fault.retryable && (
              <Button icon="refresh" onClick={() => void board.read(sample ? 'sample' : 'shop')}>
                {t('panel_retry')}
              </Button>
            )
          }
        >
          {words.write(fault.text)}
        </Notice>
      )}
      {!known && fault === undefined && <Skeleton height="96px" />}
      {known && pinned.length === 0 && (
        <div class="board-none">
          <p>
            <b>{t('board_none')}</b>
          </p>
          <p>{t('board_none_how')}</p>
        </div>
      )}
      {pinned.length > 0 && <Pinboard pinned={pinned} />}
    </Section>
  );
}

/** How many there are, how many end soon, and what can be done with all of them. */
function Head({ pinned }: { pinned: readonly Pinned[] }): JSX.Element {
  const { t } = useI18n();
  const { now } = useApp();
  const ending = pinned.filter((one) => endsSoon(expiryOf(one, now.value))).length;
  const count = (value: number) => ({ kind: 'count', value }) as const;
  return (
    <>
      <span class="quiet small">{t('board_count', { count: count(pinned.length) })}</span>
      {ending > 0 && (
        <span class="board-ending">
          <Chip tone="warn" shape="alert">
            {t('board_ending', { count: count(ending), days: count(WARN_DAYS) })}
          </Chip>
        </span>
      )}
      <span class="board-menu">
        <BoardMenu pinned={pinned} />
      </span>
    </>
  );
}

const spoken = {
  lifted: 'board_order_lifted',
  moved: 'board_order_moved',
  dropped: 'board_order_dropped',
  back: 'board_order_back',
} as const satisfies Record<OrderSaid, string>;

function Pinboard({ pinned }: { pinned: readonly Pinned[] }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { board } = useApp();
  const hint = useId();
  const tagsId = useId();
  const wanted = useSignal(anything);
  const limit = useSignal(FIRST);
  const said = useSignal('');
  // The first cards are painted before the browser is given the others to lay out.
  const idle = useIdle();
  useUnfolding((one) => {
    if (one.kind !== 'pinned') return;
    wanted.value = anything;
    const place = found(pinned, anything, factorNames(words)).findIndex(({ id }) => id === one.id);
    limit.value = Math.max(limit.peek(), place + 1);
  });
  const all = found(pinned, wanted.value, factorNames(words));
  const shown = all.slice(0, idle ? limit.value : AT_ONCE);
  const count = (value: number) => ({ kind: 'count', value }) as const;
  const { list, order, drop, dragged, handle } = useOrder(
    shown,
    (id, { beside, side }) => void board.move(id, beside, side),
    (what, id, place) => {
      const one = pinned.find((other) => other.id === id);
      if (one === undefined) return;
      const name = { kind: 'text', text: thingName(one, words) } as const;
      said.value = t(spoken[what], { name, at: count(place + 1), of: count(all.length) });
    },
  );
  const remove = (id: PinnedId): void => {
    const place = shown.findIndex((one) => one.id === id);
    const next = shown[place + 1] ?? shown[place - 1];
    const card = next === undefined ? null : document.getElementById(`pinned-${next.id}`);
    // Before its card is gone, so that no key pressed meanwhile goes nowhere.
    (card ?? document.getElementById('pinned'))?.focus();
    void board.drop(id);
  };
  return (
    <>
      <BoardFilters pinned={pinned} wanted={wanted} found={all.length} />
      {all.length === 0 && (
        <div class="board-none">
          <p>{t('board_none_match')}</p>
          <Button
            onClick={() => {
              wanted.value = anything;
            }}
          >
            {t('board_clear')}
          </Button>
        </div>
      )}
      <ul class="board" ref={list} aria-label={t('board_title')}>
        {order.map((one) => (
          <PinnedCard
            key={one.id}
            pinned={one}
            handle={handle(one.id)}
            hint={hint}
            tagsId={tagsId}
            dragged={dragged === one.id}
            drop={drop?.beside === one.id ? drop.side : undefined}
            onRemove={() => remove(one.id)}
          />
        ))}
      </ul>
      {all.length > shown.length && idle && (
        <Button
          onClick={() => {
            limit.value += MORE;
          }}
        >
          {t('board_more', { count: count(Math.min(MORE, all.length - shown.length)) })}
        </Button>
      )}
      <datalist id={tagsId}>
        {tagsOf(pinned).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <span id={hint} hidden>
        {t(isAnything(wanted.value) ? 'board_order_hint' : 'board_order_hint_found')}
      </span>
      <span role="status">
        <VisuallyHidden>{said.value}</VisuallyHidden>
      </span>
    </>
  );
}
