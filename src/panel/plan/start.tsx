import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Plan, PlanPatch } from '../../metrics/board/plan.ts';
import { starting } from '../../metrics/board/plan-edits.ts';
import { DAY_MS, type Zone } from '../../metrics/time.ts';
import { instantAt, readersZone, wallTime, zoneAt } from '../../metrics/zone.ts';
import { formatClock, formatDay, formatInstant, zoneLabel } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { useApp } from '../state/app.ts';
import { Reminder } from './reminder.tsx';
import { timeTyped } from './typed-time.ts';
import { Undone } from './undone.tsx';

/** Days ahead that are offered, today among them: further ahead nobody plans a single LIVE. Chosen by us. */
const DAYS = 60;

/** What is being chosen and isn't kept yet: a day without a time, or a time without a day. */
interface Draft {
  readonly day?: string;
  readonly time?: string;
}

/** When the next LIVE starts by the shop's clock, and how long before to be reminded. */
export function Start({ plan, zone }: { plan: Plan; zone: Zone | undefined }): JSX.Element {
  const { t, locale } = useI18n();
  const { plans, now } = useApp();
  const { startsAt } = plan;
  const at = startsAt ?? now.value;
  const shop = zoneAt(at, zone ?? readersZone(at));
  const draft = useSignal<Draft>({});
  const kept = startsAt === undefined ? {} : partsOf(wallTime(startsAt, shop));
  const { day, time } = { ...kept, ...draft.value };
  /** The plan as it was when the seller came to the fields: times on the way must not cost the reminder. */
  const before = useRef<Plan | undefined>(undefined);
  const choose = (chosen: Draft): void => {
    draft.value = chosen;
    const next = { ...kept, ...chosen };
    if (next.day === undefined || next.time === undefined) return;
    const instant = instantAt(`${next.day}T${next.time}`, shop);
    draft.value = {};
    if (instant === undefined || instant === startsAt) return;
    gone.value = undefined;
    void plans.change(plan.id, starting(before.current ?? plan, instant, shop, now.value));
  };
  /** The start that was just taken back, with its reminder. */
  const gone = useSignal<Plan | undefined>(undefined);
  const clear = (): void => {
    draft.value = {};
    if (startsAt === undefined) return;
    gone.value = plan;
    void plans.change(plan.id, starting(plan, undefined, shop, now.value));
  };
  const taken = startsAt === undefined ? gone.value : undefined;
  return (
    <div class="plan-start">
      <fieldset
        class="plan-when"
        onFocusIn={() => {
          before.current ??= plan;
        }}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
          if (!stays) before.current = undefined;
        }}
      >
        <legend class="visually-hidden">{t('plan_starts')}</legend>
        <span aria-hidden="true">{t('plan_starts_short')}</span>
        <Select
          label={t('plan_day')}
          value={day ?? ''}
          choices={[
            { value: '', name: t('plan_day_none') },
            ...daysAround(wallTime(now.value, shop), day).map((one) => ({
              value: one,
              name: formatDay(one, locale),
            })),
          ]}
          onChoose={(chosen) => (chosen === '' ? clear() : choose({ ...draft.value, day: chosen }))}
        />
        <TimeField time={time} onTime={(typed) => choose({ ...draft.value, time: typed })} />
        <span class="quiet small plan-zone">
          {zoneLabel(shop)} <ZoneTip plan={plan} shop={shop} known={zone !== undefined} />
        </span>
      </fieldset>
      {startsAt !== undefined && startsAt <= now.value && (
        <p class="quiet small">{t('plan_begun')}</p>
      )}
      {startsAt !== undefined && startsAt > now.value && <Reminder plan={plan} />}
      {taken?.startsAt !== undefined && (
        <Undone
          text={t('plan_removed', {
            title: { kind: 'instant', at: taken.startsAt, zone: taken.zone, style: 'both' },
          })}
          stays
          onUndo={() => void plans.change(plan.id, startOf(taken))}
        />
      )}
    </div>
  );
}

/** A time of day, written as everywhere in the panel and read however it is typed. */
function TimeField({
  time,
  onTime,
}: {
  time: string | undefined;
  onTime: (time: string) => void;
}): JSX.Element {
  const { t, locale } = useI18n();
  const id = useId();
  /** What is being typed; undefined while what is kept stands there. */
  const typed = useSignal<string | undefined>(undefined);
  const wrong = useSignal(false);
  const shown = time === undefined ? '' : formatClock(time, locale);
  const keep = (): void => {
    const text = typed.value;
    if (text === undefined) return;
    const read = timeTyped(text);
    // An emptied field takes back what stood there: without a day there is no start, so that is where it is cleared.
    wrong.value = read === undefined && text.trim() !== '';
    if (wrong.value) return;
    typed.value = undefined;
    if (read !== undefined) onTime(read);
  };
  return (
    <>
      <input
        class="plan-time"
        aria-label={t('plan_time')}
        aria-invalid={wrong.value}
        aria-describedby={wrong.value ? id : undefined}
        placeholder={formatClock('20:00', locale)}
        maxLength={12}
        autocomplete="off"
        value={typed.value ?? shown}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          else if (event.key === 'Escape' && typed.value !== undefined) {
            event.stopPropagation();
            typed.value = undefined;
            wrong.value = false;
          }
        }}
      />
      {wrong.value && (
        <span class="plan-refused small" id={id} role="alert">
          {t('plan_time_wrong', { time: { kind: 'text', text: formatClock('20:00', locale) } })}
        </span>
      )}
    </>
  );
}

/** Whose clock it is, where the reader's shows something else. */
function ZoneTip({
  plan: { startsAt },
  shop,
  known,
}: {
  plan: Plan;
  shop: Zone;
  /** Whether it is the shop's own zone; else it is the reader's. */
  known: boolean;
}): JSX.Element | null {
  const { t, locale } = useI18n();
  const { now } = useApp();
  const reader = readersZone(startsAt ?? now.value);
  if (known && reader.offset === shop.offset) return null;
  return (
    <Tooltip label={t('plan_zone_label')}>
      <p>{t(known ? 'plan_zone_shop' : 'plan_zone_yours')}</p>
      {known && startsAt !== undefined && (
        <p class="quiet">
          {t('plan_starts_yours', {
            at: { kind: 'text', text: formatInstant(startsAt, reader, locale, 'short') },
          })}
        </p>
      )}
    </Tooltip>
  );
}

/** What puts a start back as it was, reminder and all. */
const startOf = ({ startsAt, zone, remindAt, remindedAt }: Plan): PlanPatch => ({
  startsAt: startsAt ?? null,
  zone: zone ?? null,
  remindAt: remindAt ?? null,
  remindedAt: remindedAt ?? null,
});

/** The day and the time of what a clock shows ("2026-11-27T20:00"). */
function partsOf(wall: string): Draft {
  const [day = '', time = ''] = wall.split('T');
  return { day, time };
}

/** The days from the one that a clock shows on, and the chosen one where it is none of them. */
function daysAround(wall: string, chosen: string | undefined): readonly string[] {
  const today = Date.parse(`${partsOf(wall).day}T00:00Z`);
  const ahead = Array.from({ length: DAYS }, (_, place) =>
    new Date(today + place * DAY_MS).toISOString().slice(0, 10),
  );
  return chosen === undefined || ahead.includes(chosen) ? ahead : [chosen, ...ahead].toSorted();
}
