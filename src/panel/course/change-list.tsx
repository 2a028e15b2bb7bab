import type { JSX } from 'preact';
import type { ChangePoint } from '../../diagnosis/course/change-points.ts';
import { recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds } from '../../metrics/time.ts';
import { PinButton } from '../board/pin-button.tsx';
import { momentToPin } from '../board/pinnable.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import { useApp } from '../state/app.ts';
import './course.css';

const looks = {
  rose: { tone: 'high', shape: 'up' },
  fell: { tone: 'low', shape: 'down' },
} as const;

/** Each lasting change of the LIVE's course: when, what changed, what happened shortly before, and what it cost. */
export function ChangeList({
  changes,
  session,
  time,
}: {
  changes: readonly ChangePoint[];
  session: Session;
  time: TimeOfDay;
}): JSX.Element {
  const { t } = useI18n();
  const { now } = useApp();
  const { startedAt } = session.room;
  const playable = recordingState(replayOf(session.room), now.value).state === 'playable';
  const beside = changes.find(({ happened }) => happened.length > 0);
  return (
    <div class="changes">
      <div class="row">
        <h4>{t('panel_changes')}</h4>
        <Tooltip label={t('panel_changes_how')}>
          <p>{t('panel_changes_what')}</p>
          <p class="quiet">{t('panel_changes_money')}</p>
        </Tooltip>
      </div>
      {changes.length === 0 && <p class="small quiet">{t('panel_changes_none')}</p>}
      <ul>
        {changes.map((change) => (
          <li key={change.at} class="change">
            <Chip {...looks[change.direction]}>{time(change.at)}</Chip>
            <p>
              <RichMessage text={change.text} />
              {change.cost !== undefined && (
                <>
                  {' '}
                  <RichMessage text={change.cost} />
                </>
              )}
            </p>
            {playable && startedAt !== undefined && (
              <PinButton
                pinnable={momentToPin(session, { from: seconds(change.at - startedAt) }, now.value)}
                look="icon"
              />
            )}
          </li>
        ))}
      </ul>
      {beside !== undefined && (
        <p class="small quiet">
          {t('panel_changes_coincidence', {
            share: { kind: 'percent', value: Math.round(beside.coincidence * 100) / 100 },
          })}
        </p>
      )}
    </div>
  );
}
