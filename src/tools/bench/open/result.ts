import type { BuiltSize } from '../../../e2e/built-size.ts';
import { aligned } from '../../aligned.ts';
import {
  type Mark,
  type Opening,
  type OpeningPlace,
  openingMarks,
  openingPlaces,
} from './openings.ts';
import { type PairedRatio, pairedRatioOf, type Summary, timesSummary } from './statistics.ts';

/** What was measured of one build; all builds' openings are paired by their place in the list. */
export interface MeasuredBuild {
  readonly folder: string;
  readonly size: BuiltSize;
  readonly openings: Readonly<Record<OpeningPlace, readonly Opening[]>>;
}

/** How long one thing took; durations in milliseconds. */
interface TimedFigure {
  readonly place: OpeningPlace;
  readonly mark: Mark;
  readonly build: Summary;
  /** Only when two builds were measured. */
  readonly against?: Summary;
  /** The build's durations divided by those of the one it is measured against. */
  readonly ratio?: PairedRatio;
}

export interface OpenResult {
  readonly browser: string;
  readonly runs: number;
  readonly throttle: number;
  readonly build: Pick<MeasuredBuild, 'folder' | 'size'>;
  readonly against?: Pick<MeasuredBuild, 'folder' | 'size'>;
  readonly figures: readonly TimedFigure[];
}

/** Works out the result of a run. */
export function resultOf(
  run: Pick<OpenResult, 'browser' | 'runs' | 'throttle'>,
  build: MeasuredBuild,
  against: MeasuredBuild | undefined,
): OpenResult {
  const { browser, runs, throttle } = run;
  const headOf = ({ folder, size }: MeasuredBuild): OpenResult['build'] => ({ folder, size });
  return {
    browser,
    runs,
    throttle,
    build: headOf(build),
    ...(against === undefined ? {} : { against: headOf(against) }),
    figures: openingPlaces.flatMap((place) =>
      openingMarks.map((mark): TimedFigure => {
        const took = build.openings[place].map((opening) => opening[mark]);
        if (against === undefined) return { place, mark, build: timesSummary(took) };
        const other = against.openings[place].map((opening) => opening[mark]);
        return {
          place,
          mark,
          build: timesSummary(took),
          against: timesSummary(other),
          ratio: pairedRatioOf(took, other),
        };
      }),
    ),
  };
}

const placeNames: Readonly<Record<OpeningPlace, string>> = { tab: 'in a tab', docked: 'docked' };
const markNames: Readonly<Record<Mark, string>> = {
  'first-paint': 'first paint',
  'first-content': "first LIVE's figures",
  whole: 'all sections, not busy',
  'change-content': "another LIVE's figures",
  'change-whole': 'all its sections',
};

/** The result as text, a line a figure. */
export function printResult({
  browser,
  runs,
  throttle,
  build,
  against,
  figures,
}: OpenResult): string {
  const compared = against !== undefined;
  const slower = throttle === 1 ? '' : `, main threads ${throttle} times slower`;
  const head = [
    '',
    'median',
    'p95',
    ...(compared ? ['against', 'p95', 'ratio', '95 %', 'pairs'] : []),
  ];
  const rows = figures.map((figure) => [
    `${placeNames[figure.place]}: ${markNames[figure.mark]}`,
    ...[figure.build, ...(figure.against === undefined ? [] : [figure.against])].flatMap(
      ({ median, p95 }) => [ms(median), ms(p95)],
    ),
    ...(figure.ratio === undefined ? [] : ratioCells(figure.ratio)),
  ]);
  return [
    `The panel's opening, ${runs} ${compared ? 'pairs' : 'runs'} in each place, ${browser}${slower}`,
    ...aligned([head, ...rows]),
    '',
    ...aligned([
      ['', 'loaded before first paint', 'gzip', 'whole build'],
      ...[build, ...(compared ? [against] : [])].map(({ folder, size: { opening, total } }) => [
        folder,
        kilobytes(opening.bytes),
        kilobytes(opening.gzip),
        kilobytes(total.bytes),
      ]),
    ]),
    ...(compared ? ['', 'A ratio below 1: faster than the build it is measured against.'] : []),
  ].join('\n');
}

function ratioCells({ median, interval: { low, high }, least, most }: PairedRatio): string[] {
  const range = (from: number, to: number): string => `${from.toFixed(2)} to ${to.toFixed(2)}`;
  return [median.toFixed(2), range(low, high), range(least, most)];
}

const ms = (duration: number): string => `${duration.toFixed(0)} ms`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
