import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Score } from '../../diagnosis/course/pin-scorecards.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { timeOfDay } from '../performance/time-of-day.ts';
import './course.css';
import { PinTable } from './pin-table.tsx';

const alike = {
  above: 'panel_pins_all_above',
  below: 'panel_pins_all_below',
  level: 'panel_pins_all_level',
  untold: 'panel_pins_all_untold',
} as const;

/** How each pinned product and each of its pins did against the rest of the LIVE; nothing where pins aren't known. */
export function PinScores({
  report: { timeline, currency },
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element | null {
  const words = useI18n();
  const { t, write, locale } = words;
  const time = useMemo(() => timeOfDay(session, words), [session, words]);
  const { pins } = timeline;
  if (pins.state === 'untold' || pins.value.products.length === 0) return null;
  const cards = pins.value;
  const scores: readonly Score[] = [...cards.products, ...cards.pins];
  const first = scores[0]?.verdict ?? 'untold';
  const isAlike = scores.every(({ verdict }) => verdict === first);
  const needs = scores[0]?.needs;
  // Where no pin could ever be told, why; how much longer each would have to be pinned is another matter.
  const isHopeless = isAlike && scores.every(({ more }) => more === undefined);
  return (
    <div class="card pin-scores">
      <div class="row">
        <h3>{t('panel_pins')}</h3>
        <Tooltip label={t('panel_pins_how')}>
          <p>{t('panel_pins_what')}</p>
          <p class="quiet">{t('panel_pins_formula')}</p>
        </Tooltip>
      </div>
      {cards.misplaced !== undefined && (
        <p class="small">
          <RichMessage text={cards.misplaced.text} />
        </p>
      )}
      {isAlike && (
        <p class="small quiet">
          {isHopeless && needs !== undefined ? write(needs) : t(alike[first])}
        </p>
      )}
      <PinTable
        cards={cards}
        columns={{
          verdict: !isAlike,
          lift: scores.some(({ lifts }) => lifts.some(({ lift }) => lift !== undefined)),
        }}
        style={{ currency, locale }}
        time={time}
      />
    </div>
  );
}
