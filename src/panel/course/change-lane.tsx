import type { JSX } from 'preact';
import type { ChangePoint } from '../../diagnosis/course/change-points.ts';
import { useI18n } from '../design/i18n.ts';
import { placeInTime, type TimelineData } from '../performance/timeline-data.ts';
import './course.css';
import { Lane } from './lane.tsx';

/** Where the LIVE's course changed, on the chart's own scale of time: up or down by shape. */
export function ChangeLane({
  changes,
  data,
}: {
  changes: readonly ChangePoint[];
  data: TimelineData;
}): JSX.Element | null {
  const { t, write } = useI18n();
  if (changes.length === 0) return null;
  return (
    <Lane name={t('panel_changes_lane')} class="lane-changes">
      {changes.map(({ at, direction, text }) => (
        <li
          key={at}
          class={`change-${direction}`}
          title={write(text)}
          style={{ '--from': `${(placeInTime(data, at, at).left * 100).toFixed(2)}%` }}
        >
          <span class="visually-hidden">{write(text)}</span>
        </li>
      ))}
    </Lane>
  );
}
