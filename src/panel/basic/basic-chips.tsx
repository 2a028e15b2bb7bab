import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { Standing } from '../../diagnosis/report.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { Chip, type Shape, type Tone } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { FiguresAge } from '../shell/figures-age.tsx';
import { useApp } from '../state/app.ts';
import { Missing } from './missing.tsx';
import { missingParts } from './missing-parts.ts';
import { Violations } from './violations.tsx';

const standings = {
  risk: { tone: 'low', shape: 'alert', name: 'panel_standing_risk' },
  'need-attention': { tone: 'warn', shape: 'down', name: 'panel_standing_need_attention' },
  'can-improve': { tone: 'accent', shape: 'up', name: 'panel_standing_can_improve' },
  normal: { tone: 'high', shape: 'dot', name: 'panel_standing_normal' },
  unknown: undefined,
} as const satisfies Record<Standing, { tone: Tone; shape: Shape; name: string } | undefined>;

/** How the LIVE stands, its state, its violations and what is missing; the last two unfold. */
export function BasicChips({
  room,
  link,
}: {
  room: RoomInfo;
  link: ComponentChildren;
}): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const open = useSignal<'violations' | 'missing' | undefined>(undefined);
  const { session, missing } = app.room.view.value;
  // Of a LIVE whose end isn't known nothing is said: it may run, or be long over.
  const phase = phaseOf(room, app.now.value);
  const standing = standings[app.report.report.value?.standing ?? 'unknown'];
  const violations = session?.violations ?? [];
  const gaps = missingParts(session, missing);
  const toggle = (which: 'violations' | 'missing'): void => {
    open.value = open.value === which ? undefined : which;
  };
  return (
    <>
      <div class="basic-chips">
        {phase.name === 'running' && (
          <Chip tone="low" shape="dot">
            {t('panel_state_live')}
          </Chip>
        )}
        {standing !== undefined && (
          <Chip tone={standing.tone} shape={standing.shape}>
            {t(standing.name)}
          </Chip>
        )}
        {phase.name === 'provisional' && (
          <Chip tone="plain">
            {t('panel_provisional_until', {
              date: { kind: 'instant', at: phase.finalAt, zone: room.zone, style: 'date' },
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
        <FiguresAge class="basic-age quiet small" alone />
        {link}
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
