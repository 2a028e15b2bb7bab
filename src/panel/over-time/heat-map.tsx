import type { ComponentChildren, JSX } from 'preact';
import { dayName } from '../course/slot-values.ts';
import { useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { moveInGrid } from './grid-keys.ts';
import './heat-map.css';
import { mondayFirst } from './words.ts';

/** A table with a column for each day of the week, whose buttons are one stop of the Tab key. */
export function HeatMap({
  label,
  corner,
  hasHours = false,
  children,
}: {
  label: string;
  /** The cell over the names of the rows. */
  corner: JSX.Element;
  /** Whether its rows are hours of the day. */
  hasHours?: boolean;
  /** The rows. */
  children: ComponentChildren;
}): JSX.Element {
  const { locale } = useI18n();
  return (
    <table
      class={hasHours ? 'heat-map week-map' : 'heat-map'}
      aria-label={label}
      onKeyDown={moveInGrid}
    >
      <thead>
        <tr>
          {corner}
          {mondayFirst.map((weekday) => (
            <th key={weekday} scope="col" abbr={dayName(weekday, locale, 'long')}>
              {dayName(weekday, locale, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** A coloured cell that can be picked; what it shows to the eye alone is said in whole words. */
export function HeatButton({
  level,
  said,
  isStop,
  isPicked,
  onPick,
  children,
}: {
  /** From 0 to 4; undefined where none is known. */
  level: number | undefined;
  said: string;
  /** Whether the Tab key leads to it. */
  isStop: boolean;
  isPicked: boolean;
  onPick: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`heat heat-${level ?? 'unknown'}`}
      aria-pressed={isPicked}
      title={said}
      tabIndex={isStop ? 0 : -1}
      onClick={onPick}
    >
      <VisuallyHidden>{said}</VisuallyHidden>
      {children}
    </button>
  );
}
