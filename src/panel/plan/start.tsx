import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Plan } from '../../metrics/board/plan.ts';
import { isAhead, reminding, starting } from '../../metrics/board/plan-edits.ts';
import { type Lead, leadOf, leads } from '../../metrics/board/reminder.ts';
import type { Zone } from '../../metrics/time.ts';
import { instantAt, readersZone, wallTime, zoneAt } from '../../metrics/zone.ts';
import { formatInstant, zoneLabel } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { askNotifications, hasNotifications } from '../shell/permission.ts';
import { useApp } from '../state/app.ts';

/** Years of four digits, as they are written today. */
const EARLIEST = '2000-01-01T00:00';
const LATEST = '9999-12-31T23:59';

/** When the next LIVE starts by the shop's clock, and how long before to be reminded. */
export function Start({ plan, zone }: { plan: Plan; zone: Zone | undefined }): JSX.Element {
  const { t, locale } = useI18n();
  const { plans, now } = useApp();
  const id = useId();
  const { startsAt } = plan;
  const at = startsAt ?? now.value;
  const shop = zoneAt(at, zone ?? readersZone(at));
  const reader = readersZone(at);
  /** What stands in the field while it is being written, and the plan as it was before. */
  const typed = useSignal<string | undefined>(undefined);
  const before = useRef<Plan | undefined>(undefined);
  const choose = ({ value: wall, validity }: HTMLInputElement): void => {
    typed.value = wall;
    // Half a time is none yet: "20" is on its way to 2026.
    if (!validity.valid) return;
    const next = wall === '' ? undefined : instantAt(wall, shop);
    if (wall !== '' && next === undefined) return;
    // Times on the way must not cost the reminder.
    const patch = starting(before.current ?? plan, next, shop, now.value);
    if (next !== startsAt) void plans.change(plan.id, patch);
  };
  return (
    <div class="plan-start">
      <div class="plan-when">
        <label for={id}>{t('plan_starts')}</label>
        <input
          id={id}
          type="datetime-local"
          min={EARLIEST}
          max={LATEST}
          value={typed.value ?? (startsAt === undefined ? '' : wallTime(startsAt, shop))}
          onFocus={() => {
            before.current = plan;
          }}
          onChange={(event) => choose(event.currentTarget)}
          onBlur={() => {
            before.current = undefined;
            typed.value = undefined;
          }}
        />
        <span class="quiet small">
          {t(zone === undefined ? 'plan_zone_yours' : 'plan_zone_shop', {
            zone: { kind: 'text', text: zoneLabel(shop) },
          })}
        </span>
        {startsAt !== undefined && reader.offset !== shop.offset && (
          <span class="quiet small">
            {t('plan_starts_yours', {
              at: { kind: 'text', text: formatInstant(startsAt, reader, locale, 'both') },
            })}
          </span>
        )}
      </div>
      {startsAt !== undefined && startsAt <= now.value && (
        <p class="quiet small">{t('plan_begun')}</p>
      )}
      {startsAt !== undefined && startsAt > now.value && <Reminder plan={plan} />}
    </div>
  );
}

/** The browser is asked for leave to show notifications here, by the seller's own choice of a time. */
function Reminder({ plan }: { plan: Plan }): JSX.Element {
  const { t } = useI18n();
  const { plans, now } = useApp();
  const allowed = useSignal<boolean | undefined>(undefined);
  const lead = leadOf(plan);
  const { startsAt } = plan;
  useEffect(() => {
    void hasNotifications().then((has) => {
      allowed.value = has;
    });
  }, [allowed]);
  const choose = async (next: Lead | undefined): Promise<void> => {
    // Asked before anything else: the browser takes its question from a press alone.
    const asked = next === undefined ? undefined : askNotifications();
    void plans.change(plan.id, reminding(plan, next));
    if (asked === undefined) return;
    // Nothing is refused while the browser's question stands open.
    allowed.value = undefined;
    allowed.value = await asked;
  };
  const names = {
    15: 'plan_lead_15',
    60: 'plan_lead_60',
    180: 'plan_lead_180',
    1440: 'plan_lead_1440',
  } as const satisfies Record<Lead, string>;
  return (
    <div class="plan-when">
      <span aria-hidden="true">{t('plan_remind')}</span>
      <Select
        label={t('plan_remind')}
        value={lead === undefined ? '' : String(lead)}
        choices={[
          { value: '', name: t('plan_lead_none') },
          ...leads.map((one) => ({
            value: String(one),
            name: t(names[one]),
            disabled: startsAt === undefined || !isAhead(startsAt, one, now.value),
          })),
        ]}
        onChoose={(value) => void choose(leads.find((one) => String(one) === value))}
      />
      {plan.remindAt !== undefined && allowed.value === false && (
        <span class="small plan-refused" role="status">
          {t('plan_remind_refused')}
        </span>
      )}
      {plan.remindedAt !== undefined && <span class="quiet small">{t('plan_reminded')}</span>}
    </div>
  );
}
