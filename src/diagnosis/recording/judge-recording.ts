import { type Span, spanLength, spanOf } from '../../metrics/live/length.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text, TextValue } from '../../metrics/text.ts';
import { MINUTE_SECONDS, unixSeconds } from '../../metrics/time.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import type { Outcome } from '../factor.ts';
import type { Evidence } from '../report.ts';
import { quantile } from '../statistics/quantile.ts';
import {
  between,
  cell,
  count,
  lasting,
  message,
  percent,
  phrase,
  timeOf,
} from '../text/wording.ts';
import type { MeasuredLive } from './measured-live.ts';
import type { JudgedSide, RecordingPlan } from './recording-plan.ts';
import { type KnownSample, knownOf, measuresOver, stretchesWhere, windowsOver } from './samples.ts';
import {
  type LineSide,
  quartilesOf,
  type StandOutLine,
  standOutLineOf,
  tellingLives,
  type UsualMeasure,
  usualOf,
} from './stand-out-line.ts';

/** Measures below which nothing is said of a LIVE. Chosen by us. */
const FEWEST_MEASURES = 5;

/** A LIVE of which only the seconds since its start are told. */
const anyLive: Span = { from: unixSeconds(0), to: unixSeconds(1e9) };

/** A side of the measure as this LIVE has it. */
interface Held {
  readonly side: JudgedSide;
  readonly line: StandOutLine;
  readonly stretches: readonly Span[];
  readonly total: number;
}

/**
 * Judges a measure of the recording: stretches in which it stands out, by what own LIVEs are like, else by a stated
 * threshold, with what viewers and clicks did in them against the rest of the LIVE. Nothing is said of what the
 * stretches cost.
 */
export function judgeRecording(
  session: Session,
  recording: MeasuredLive,
  plan: RecordingPlan,
): Outcome {
  const live = spanOf(session.room);
  if (live === undefined) {
    return { state: 'missing', needs: { key: 'factor_recording_needs' } };
  }
  const among = plan.among?.spans(session);
  if (plan.among !== undefined && (among === undefined || among.length === 0)) {
    return { state: 'missing', needs: { key: plan.among.needs } };
  }
  const all = valuesIn(recording.own, live, plan);
  const samples = all.filter((one) => isAmong(one, among));
  const fewest = plan.windows === undefined ? FEWEST_MEASURES : 1;
  if (samples.length < fewest) {
    const isShort = plan.among !== undefined && all.length >= fewest;
    return { state: 'missing', needs: { key: isShort ? plan.among.needsLonger : plan.needs } };
  }
  const lives = plan.ownBy === 'nothing' ? [] : recording.past;
  const past = lives.map((own) => valuesIn(own, anyLive, plan));
  const levels = plan.ownBy === 'level' ? past.map((own) => own.map(({ value }) => value)) : [];
  const held = plan.sides.flatMap((side) => {
    const line = standOutLineOf(levels, side);
    return line === undefined ? [] : [heldBy(samples, plan, { side, line, among })];
  });
  const [first, ...others] = held;
  if (first === undefined) {
    const more = count(FEWEST_OWN_LIVES - tellingLives(levels).length);
    return {
      state: 'scarce',
      needs: { key: 'factor_recording_moreLives', values: { count: more } },
    };
  }
  const most = others.reduce((a, b) => (b.total > a.total ? b : a), first);
  const usual = usualOf(levels);
  const share = most.total / totalOf(samples);
  const usualShare =
    plan.ownBy === 'share' ? quartilesOf(past.map((own) => shareOf(own, plan, most))) : undefined;
  const view = { plan, samples, usual, usualShare, share, live, recording, among };
  const isUsual = usualShare !== undefined && share <= usualShare.p75;
  return most.stretches.length === 0 || isUsual ? fineOf(view, most) : gapOf(session, view, most);
}

/** What an outcome is told from. */
interface View {
  readonly plan: RecordingPlan;
  readonly samples: readonly KnownSample[];
  readonly usual: UsualMeasure | undefined;
  readonly usualShare: UsualMeasure | undefined;
  readonly share: number;
  readonly live: Span;
  readonly recording: MeasuredLive;
  /** The parts of the LIVE that are judged; undefined where all of it is. */
  readonly among: readonly Span[] | undefined;
}

function valuesIn(own: RecordingMeasures, live: Span, plan: RecordingPlan): KnownSample[] {
  const known = knownOf(measuresOver(own, live, plan.measured));
  return plan.windows === undefined ? known : windowsOver(known, plan.windows);
}

const isAmong = (one: Span, among: readonly Span[] | undefined): boolean =>
  among === undefined || among.some(({ from, to }) => one.from >= from && one.to <= to);

function heldBy(
  samples: readonly KnownSample[],
  plan: RecordingPlan,
  { side, line, among }: Pick<Held, 'side' | 'line'> & Partial<Pick<View, 'among'>>,
): Held {
  const alike = (some: readonly KnownSample[]) =>
    stretchesWhere(some, beyond(side, line), plan.least);
  // What lies between two of the spans belongs to neither.
  const stretches =
    among === undefined
      ? alike(samples)
      : among.flatMap((span) => alike(samples.filter((one) => isAmong(one, [span]))));
  return { side, line, stretches, total: totalOf(stretches) };
}

const beyond =
  ({ away }: LineSide, { at }: StandOutLine) =>
  (value: number): boolean =>
    away === 'below' ? value < at : value > at;

const totalOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + spanLength(span), 0);

/** Seconds tell nothing of what is measured twice a minute. */
const inMinutes = (seconds: number): TextValue =>
  lasting(Math.max(1, Math.round(seconds / MINUTE_SECONDS)) * MINUTE_SECONDS);

/** For which share of its time a measure of another LIVE stood out; undefined where too little of it was measured. */
function shareOf(
  samples: readonly KnownSample[],
  plan: RecordingPlan,
  { side, line }: Held,
): number | undefined {
  return samples.length < FEWEST_MEASURES
    ? undefined
    : heldBy(samples, plan, { side, line }).total / totalOf(samples);
}

/** Where nothing stands out, or no more than usual; then what the stated threshold would say is told. */
function fineOf(view: View, most: Held): Outcome {
  const { plan, samples, usualShare, among } = view;
  const evidence = evidenceOf(view, []);
  const stated = plan.sides
    .flatMap((side) =>
      side.stated === undefined
        ? []
        : [heldBy(samples, plan, { side, line: { at: side.stated, basis: 'stated' }, among })],
    )
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)[0];
  if (stated !== undefined && (most.line.basis === 'own' || usualShare !== undefined)) {
    const total = inMinutes(stated.total);
    return {
      state: 'fine',
      brief: { key: 'factor_recording_briefUsual' },
      seen: {
        key: 'factor_recording_seenUsual',
        values: { brief: phrase({ key: stated.side.brief, values: { total } }) },
      },
      evidence,
    };
  }
  return {
    state: 'fine',
    brief: { key: 'factor_recording_briefFine' },
    seen: {
      key: 'factor_recording_seenFine',
      values: { length: lasting(plan.least), read: inMinutes(totalOf(samples)) },
    },
    evidence,
  };
}

function gapOf(session: Session, view: View, { side, line, stretches, total }: Held): Outcome {
  const { samples, recording, among } = view;
  const { zone } = session.room;
  const longest = stretches.reduce((a, b) => (spanLength(b) > spanLength(a) ? b : a));
  const inside = samples.filter((one) => isAmong(one, stretches)).map(({ value }) => value);
  const values = {
    total: inMinutes(total),
    read: inMinutes(totalOf(samples)),
    from: timeOf(longest.from, zone),
    to: timeOf(longest.to, zone),
    against: phrase(againstOf(view, side, line, inside)),
  };
  const minutes = recording.compare(stretches, among);
  return {
    state: 'gap',
    brief: { key: side.brief, values: { total: values.total } },
    seen: { key: side.seen, values },
    advice: { key: side.advice, values: { from: values.from, to: values.to } },
    evidence: evidenceOf(view, inside),
    stretches: stretches.map(({ from, to }) => ({ from, to })),
    ...(minutes === undefined ? {} : { minutes }),
  };
}

const middle = (values: readonly number[]): number => quantile(values, 0.5) ?? 0;

/** What the stretches are held against, in a sentence. */
function againstOf(
  { plan, usual, usualShare }: View,
  { away }: JudgedSide,
  { at, basis }: StandOutLine,
  inside: readonly number[],
): Text {
  if (usualShare !== undefined) {
    return { key: 'factor_recording_againstShare', values: { usual: percent(usualShare.p50) } };
  }
  const values = { what: message(plan.name), yours: plan.show(middle(inside)) };
  if (usual !== undefined && basis === 'own') {
    return {
      key: 'factor_recording_againstUsual',
      values: { ...values, usual: plan.show(usual.p50) },
    };
  }
  return {
    key: away === 'below' ? 'factor_recording_againstBelow' : 'factor_recording_againstAbove',
    values: { ...values, line: plan.show(at) },
  };
}

/** The measure in the whole LIVE and in the stretches beside what is usual, and how much of the LIVE they are. */
function evidenceOf(
  { plan, samples, usual, usualShare, share }: View,
  inside: readonly number[],
): Evidence[] {
  const what = { what: message(plan.name) };
  const range = ({ p25, p75 }: UsualMeasure, show: (value: number) => TextValue) => ({
    usual: between(cell(show(p25)), cell(show(p75))),
  });
  return [
    {
      label: { key: 'factor_recording_whole', values: what },
      yours: cell(plan.show(middle(samples.map(({ value }) => value)))),
      ...(usual === undefined ? {} : range(usual, plan.show)),
    },
    ...(inside.length === 0
      ? []
      : [
          {
            label: { key: 'factor_recording_inside', values: what } as const,
            yours: cell(plan.show(middle(inside))),
          },
          {
            label: { key: 'factor_recording_share' } as const,
            yours: cell(percent(share)),
            ...(usualShare === undefined ? {} : range(usualShare, percent)),
          },
        ]),
  ];
}
