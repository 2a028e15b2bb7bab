import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { HostSegment, Session } from '../../metrics/session.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import { useApp } from '../state/app.ts';
import './course.css';
import { clockOf, hostedLive, type Refusal, segmentOf } from './host-segments.ts';

const refusals = {
  unnamed: 'panel_hosts_unnamed',
  untimed: 'panel_hosts_untimed',
  outside: 'panel_hosts_outside',
  overlap: 'panel_hosts_overlap',
  unkept: 'panel_hosts_unkept',
} as const;

/** Who hosted when, as the seller marks it; only once the LIVE is over. */
export function Hosts({
  session,
  time,
}: {
  session: Session;
  time: TimeOfDay;
}): JSX.Element | null {
  const { t } = useI18n();
  const { settings } = useApp();
  const names = useId();
  const live = hostedLive(session.room);
  const marked = settings.settings.value.hosts[session.room.id] ?? [];
  const name = useSignal('');
  /** Until a time is typed, the fields offer what isn't marked yet. */
  const from = useSignal<string | undefined>(undefined);
  const to = useSignal<string | undefined>(undefined);
  const refused = useSignal<Refusal | 'unkept' | undefined>(undefined);
  if (live === undefined) return null;

  const next = marked.at(-1)?.endedAt ?? live.from;
  const typed = {
    name: name.value,
    from: from.value ?? clockOf(next, live),
    to: to.value ?? clockOf(live.to, live),
  };
  const known = new Set(
    Object.values(settings.settings.value.hosts).flatMap((room) => room.map((one) => one.name)),
  );
  const spanValues = ({ name: host, startedAt, endedAt }: HostSegment) => ({
    host: { kind: 'text', text: host } as const,
    from: { kind: 'text', text: time(startedAt) } as const,
    to: { kind: 'text', text: time(endedAt ?? live.to) } as const,
  });
  const keep = async (hosts: readonly HostSegment[]): Promise<void> => {
    const ordered = [...hosts].sort((a, b) => a.startedAt - b.startedAt);
    const reply = await settings.change({
      hosts: { [session.room.id]: ordered.length === 0 ? null : ordered },
    });
    refused.value = reply.ok ? undefined : 'unkept';
    if (!reply.ok) return;
    name.value = '';
    from.value = undefined;
    to.value = undefined;
  };
  const add = (): void => {
    const segment = segmentOf(typed, live, marked);
    if (typeof segment === 'string') refused.value = segment;
    else void keep([...marked, segment]);
  };
  return (
    <Disclosure summary={t('panel_hosts')} class="hosts small">
      <p class="quiet">{t('panel_hosts_what')}</p>
      {marked.length > 0 && (
        <ul aria-label={t('panel_hosts_marked')}>
          {marked.map((segment) => (
            <li key={segment.startedAt}>
              <span>{t('panel_hosts_span', spanValues(segment))}</span>
              <IconButton
                icon="close"
                label={t('panel_hosts_remove', spanValues(segment))}
                onClick={() => void keep(marked.filter((one) => one !== segment))}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label>
          {t('panel_hosts_name')}
          <input
            list={names}
            maxLength={60}
            autocomplete="off"
            value={typed.name}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <TimeField label={t('panel_hosts_from')} value={typed.from} typed={from} />
        <TimeField label={t('panel_hosts_to')} value={typed.to} typed={to} />
        <Button type="submit">{t('panel_hosts_add')}</Button>
        <datalist id={names}>
          {[...known].sort().map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </form>
      {refused.value !== undefined && (
        <p role="alert">
          {t(refusals[refused.value], {
            from: { kind: 'text', text: time(live.from) },
            to: { kind: 'text', text: time(live.to) },
          })}
        </p>
      )}
    </Disclosure>
  );
}

function TimeField({
  label,
  value,
  typed,
}: {
  label: string;
  value: string;
  typed: Signal<string | undefined>;
}): JSX.Element {
  return (
    <label>
      {label}
      <input
        type="time"
        value={value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
    </label>
  );
}
