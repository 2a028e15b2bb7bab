import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Plan, PlanItem } from '../../metrics/board/plan.ts';
import { edited } from '../../metrics/board/plan-edits.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { isMirrored } from '../design/is-mirrored.ts';
import { placeAfter } from '../design/next-place.ts';
import { ownerNamesOf } from '../plan/owners.ts';
import { itemDeed } from '../plan/topic.ts';
import { useApp } from '../state/app.ts';
import { type CueDeed, deedOfKey, deedOfSwipe } from './steps.ts';

/** A plan, and whether its items are shown one at a time. */
export interface CueView {
  readonly plan: Plan;
  readonly single: boolean;
  readonly onSwitch: () => void;
}

/** The items, one at a time or all at once; keys and swipes lead through them and tick them off. */
export function CueItems({ plan, single, onSwitch }: CueView): JSX.Element {
  const { t } = useI18n();
  const { plans } = useApp();
  const at = useSignal(0);
  const touch = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const { items } = plan;
  const place = Math.min(at.value, Math.max(items.length - 1, 0));
  const current = items[place];
  const check = (item: PlanItem): void =>
    void plans.change(plan.id, edited(item, { done: !item.done }));
  const act = (deed: CueDeed): void => {
    if (deed === 'switch') onSwitch();
    else if (deed === 'check') {
      if (current !== undefined) check(current);
    } else at.value = placeAfter(deed, place, items.length, false);
  };
  const latest = useRef(act);
  latest.current = act;
  // Before the first paint: a card in sight answers keys.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const deed = deedOfKey(event.key, isMirrored());
      const pressed = event.target instanceof Element && event.target.closest('button, input');
      // A control that has the focus answers Space and Enter itself.
      if (deed === undefined || (deed === 'check' && pressed)) return;
      event.preventDefault();
      latest.current(deed);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [place, single]);
  if (current === undefined) return <p class="cue-none">{t('cue_empty')}</p>;
  const shown = single ? [current] : items;
  return (
    <>
      <ol
        ref={list}
        class={single ? 'cue-items cue-single' : 'cue-items'}
        start={single ? place + 1 : 1}
        onPointerDown={(event) => {
          touch.current =
            event.pointerType === 'mouse' ? undefined : { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={(event) => {
          const from = touch.current;
          touch.current = undefined;
          if (from === undefined) return;
          const deed = deedOfSwipe(event.clientX - from.x, event.clientY - from.y, isMirrored());
          if (deed !== undefined && single) latest.current(deed);
        }}
      >
        {shown.map((item) => (
          <CueItem
            key={item.id}
            item={item}
            current={item === current}
            onCheck={() => check(item)}
          />
        ))}
      </ol>
      {single && (
        <nav class="cue-steps" aria-label={t('cue_steps')}>
          <Button disabled={place === 0} onClick={() => act('previous')}>
            {t('cue_previous')}
          </Button>
          <span role="status">
            {t('cue_place', {
              at: { kind: 'count', value: place + 1 },
              of: { kind: 'count', value: items.length },
            })}
          </span>
          <Button disabled={place === items.length - 1} onClick={() => act('next')}>
            {t('cue_next')}
          </Button>
        </nav>
      )}
      <p class="cue-keys">{t('cue_keys')}</p>
    </>
  );
}

/** One deed in large letters; how it is measured is no business of a host on air. */
function CueItem({
  item,
  current,
  onCheck,
}: {
  item: PlanItem;
  current: boolean;
  onCheck: () => void;
}): JSX.Element {
  const words = useI18n();
  const { deed, how, topic } = itemDeed(item, words);
  return (
    <li
      class={item.done ? 'cue-item cue-done' : 'cue-item'}
      aria-current={current ? 'true' : undefined}
    >
      <label>
        <input type="checkbox" checked={item.done} onChange={onCheck} />
        <span class="cue-deed">{deed}</span>
      </label>
      {how !== undefined && <p class="cue-how">{how}</p>}
      <p class="cue-under">
        {item.tested && <b class="cue-main">{words.t('plan_main')}</b>}
        {topic !== undefined && <span>{topic}</span>}
        <span>{ownerNamesOf(item.owners, words)}</span>
      </p>
    </li>
  );
}
