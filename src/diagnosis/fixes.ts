import type { Finding, Fix } from './report.ts';
import { stepWords } from './text/step-words.ts';
import type { TimelineReport } from './timeline-report.ts';

/** Steps to fix that are named; more would be no plan for one LIVE. */
const STEPS_NAMED = 3;

/**
 * What to fix, first things first: the steps in the order of the potential, which says what is surely
 * attainable, and the pin that sat on the wrong product among them by the least that it cost: how much more a
 * product would earn in another's place, few orders tell.
 */
export function fixesOf(
  findings: readonly Finding[],
  { pins }: Pick<TimelineReport, 'pins'>,
): readonly Fix[] {
  const steps = findings.flatMap(fixOf).slice(0, STEPS_NAMED);
  const misplaced = pins.state === 'told' ? pins.value.misplaced : undefined;
  if (misplaced === undefined) return steps;
  const choice = findings.find(({ factor, state }) => factor === 'pin-choice' && state === 'gap');
  const pin: Fix = {
    id: 'misplaced-pin',
    deed: { key: 'verdict_pin_lever' },
    how: misplaced.how,
    headline: { key: 'verdict_pin_headline' },
    money: misplaced.perHour,
    atLeast: true,
    sureness: misplaced.sureness,
    note: misplaced.text,
    ...(choice === undefined ? {} : { factor: choice.factor }),
  };
  const least = pin.money.low ?? pin.money.value;
  const place = steps.findIndex(({ money }) => money.value < least);
  return steps.toSpliced(place < 0 ? steps.length : place, 0, pin);
}

function fixOf({ factor, state, step, title, money, sureness }: Finding): Fix[] {
  if (state !== 'gap' || money === undefined) return [];
  return [
    {
      id: factor,
      deed: step === undefined ? title : { key: stepWords[step].deed },
      ...(step === undefined ? {} : { how: { key: stepWords[step].how } }),
      money,
      ...(sureness === undefined ? {} : { sureness }),
      factor,
    },
  ];
}
