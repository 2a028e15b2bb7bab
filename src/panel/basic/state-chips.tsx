import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { Session } from '../../metrics/session.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { useApp } from '../state/app.ts';
import './basic.css';
import { Missing } from './missing.tsx';
import { missingParts } from './missing-parts.ts';
import { Violations } from './violations.tsx';

/** Whether the LIVE's figures may still move, its violations and what is missing; the last two unfold. */
export function StateChips({ session }: { session: Session }): JSX.Element | null {
  const { t } = useI18n();
  const app = useApp();
  const open = useSignal<'violations' | 'missing' | undefined>(undefined);
  const { missing } = app.room.view.value;
  const { room, violations = [] } = session;
  // Of a LIVE whose end isn't known nothing is said: it may run, or be long over.
  const phase = phaseOf(room, app.now.value);
  const gaps = missingParts(session, missing);
  const toggle = (which: 'violations' | 'missing'): void => {
    open.value = open.value === which ? undefined : which;
  };
  const quiet = phase.name !== 'provisional';
  if (quiet && violations.length === 0 && gaps.length === 0) return null;
  return (
    <>
      <div class="state-chips">
        {phase.name === 'provisional' && (
          <Chip tone="plain">
            {t('panel_provisional_until', {
              date: { kind: 'instant', at: phase.finalAt, zone: room.zone, style: 'day' },
            })}
          </Chip>
        )}
        {violations.length > 0 && (
          <Unfold
            open={open.value === 'violations'}
            controls="violations"
            onClick={() => toggle('violations')}
          >
            <Chip tone="warn" shape="alert">
              {t('panel_violations', { count: { kind: 'count', value: violations.length } })}
              <Icon name="chevron" size={11} />
            </Chip>
          </Unfold>
        )}
        {gaps.length > 0 && (
          <Unfold
            open={open.value === 'missing'}
            controls="missing"
            onClick={() => toggle('missing')}
          >
            <Chip tone="plain">
              {t('panel_partial')}
              <Icon name="chevron" size={11} />
            </Chip>
          </Unfold>
        )}
      </div>
      {open.value === 'violations' && (
        <div class="basic-more" id="violations">
          <Violations violations={violations} room={room} />
        </div>
      )}
      {open.value === 'missing' && (
        <div class="basic-more" id="missing">
          <Missing parts={gaps} />
        </div>
      )}
    </>
  );
}

function Unfold({
  open,
  controls,
  onClick,
  children,
}: {
  open: boolean;
  controls: string;
  onClick: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class="chip-button"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
