import type { MetricId } from '../../metrics/catalogue.ts';
import { metric } from '../../metrics/catalogue.ts';
import { spanLength } from '../../metrics/live/length.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import type { Text } from '../../metrics/text.ts';
import { HOUR_SECONDS } from '../../metrics/time.ts';
import { cellsOf } from '../course/cells.ts';
import { noiseOf } from '../course/noise.ts';
import type { Factor } from '../factor.ts';
import type { Evidence } from '../report.ts';
import { readApart } from '../statistics/apart.ts';
import { LUCK, type SampleReading } from '../statistics/chance.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { count, figure, message, phrase, rateText, words } from '../text/wording.ts';
import { type HostShift, hostsOf, sidesOf } from '../timeline/hosts.ts';
import { intervalsOf, type TrendInterval } from '../timeline/span.ts';

/** What a host's hour is judged by: how many viewers tap, and how many taps are bought. */
const rates = [
  { id: 'liveCtr', hits: 'productClicks', tries: 'views', more: 'factor_hostShift_moreViews' },
  { id: 'ctor', hits: 'orders', tries: 'productClicks', more: 'factor_hostShift_moreClicks' },
] as const;
type Rate = (typeof rates)[number];

/** One host's rate beside that of the rest of the LIVE. */
interface Held {
  readonly host: HostShift;
  readonly rate: Rate;
  readonly yours: number;
  readonly rest: number;
  readonly reading: SampleReading;
}

/** Whether the hours of one host convert less than the rest of the same LIVE, where the seller marked who hosted when. */
export const hostShift: Factor = {
  id: 'host-shift',
  title: 'factor_hostShift_title',
  lever: 'who-streams',
  group: 'interaction-conversion',
  owners: ['operator'],
  advises: [{ key: 'factor_hostShift_advice', deed: 'factor_hostShift_deed' }],
  evaluate: ({ session, currency }) => {
    const hosts = hostsOf(session);
    const isCounted = rates.some((rate) => countedOf(session, rate) !== undefined);
    if (hosts.length === 0) {
      const key = isCounted ? 'factor_hostShift_needsHosts' : 'factor_hostShift_needs';
      return { state: 'missing', needs: { key } };
    }
    // Always as many as there could be, so that a series that isn't there never loosens the line.
    const luck = LUCK / (hosts.length * rates.length);
    const held = rates.flatMap((rate) => heldOf(session, hosts, rate, luck));
    const [first] = held;
    if (first === undefined) {
      const key = isCounted ? 'factor_hostShift_needsOthers' : 'factor_hostShift_needsSeries';
      return { state: 'missing', needs: { key } };
    }
    const evidence = hosts.flatMap((host) => rowsOf(session, host, held, currency));
    const worst = held
      .filter(({ reading }) => reading.reading === 'below')
      .reduce<Held | undefined>(
        (low, one) => (low === undefined || shortfall(one) > shortfall(low) ? one : low),
        undefined,
      );
    if (worst !== undefined) {
      const values = {
        host: words(worst.host.name),
        rate: message(metric(worst.rate.id).name),
        yours: rateText(worst.yours),
        rest: rateText(worst.rest),
      };
      return {
        state: 'gap',
        brief: { key: 'factor_hostShift_brief', values },
        seen: { key: 'factor_hostShift_seen', values },
        advice: { key: 'factor_hostShift_advice', values },
        evidence,
        stretches: worst.host.spans,
      };
    }
    const scarce = held.flatMap((one) =>
      one.reading.reading === 'scarce' ? [{ ...one, more: one.reading.more }] : [],
    );
    // Clicks are rarer than views: the rate that needs the smaller share more is nearer to a verdict.
    const [nearest] = scarce.sort((a, b) => a.more - b.more);
    if (nearest !== undefined && scarce.length === held.length) {
      const values = { count: count(nearest.more), host: words(nearest.host.name) };
      return { state: 'scarce', needs: { key: nearest.rate.more, values }, evidence };
    }
    return {
      state: 'fine',
      brief: { key: 'factor_hostShift_briefFine' },
      seen: { key: 'factor_hostShift_seenFine' },
      evidence,
    };
  },
};

const shortfall = ({ yours, rest }: Held): number => 1 - yours / rest;

/** The counts over time that a rate is made of; undefined where one isn't known. */
function countedOf(session: Session, rate: Rate) {
  const hits = intervalsOf(session, rate.hits, 'amount');
  const tries = intervalsOf(session, rate.tries, 'amount');
  const cells = hits === undefined ? undefined : cellsOf(hits, 'amount');
  if (hits === undefined || tries === undefined || cells === undefined) return undefined;
  return tries.some(({ value }) => !(value >= 0)) ? undefined : { hits, tries, cells };
}

function heldOf(session: Session, hosts: readonly HostShift[], rate: Rate, luck: number): Held[] {
  const known = countedOf(session, rate);
  if (known === undefined) return [];
  const { hits, tries, cells } = known;
  const triesAt = new Map(tries.map(({ from, value }) => [from, value]));
  const counted = hits.filter(({ from }) => triesAt.has(from));
  const noise = noiseOf(cells, 'amount');
  const trials = (side: readonly TrendInterval[]) => ({
    k: sumOf(side),
    n: side.reduce((sum, { from }) => sum + (triesAt.get(from) ?? 0), 0),
  });
  return hosts.flatMap((host): Held[] => {
    const sides = sidesOf(counted, host);
    const own = trials(sides.own);
    const rest = trials(sides.rest);
    const reading = readApart(own, rest, { noise, luck });
    return reading === undefined
      ? []
      : [{ host, rate, yours: own.k / own.n, rest: rest.k / rest.n, reading }];
  });
}

const sumOf = (intervals: readonly TrendInterval[]): number =>
  intervals.reduce((sum, { value }) => sum + value, 0);

/** What is known of a host's hours: both rates, and GMV per hour. */
function rowsOf(
  session: Session,
  host: HostShift,
  held: readonly Held[],
  currency: CurrencyCode | undefined,
): Evidence[] {
  const own = held.filter((one) => one.host === host);
  const gmv = sidesOf(intervalsOf(session, 'gmv', 'amount') ?? [], host).own;
  const seconds = gmv.reduce((sum, interval) => sum + spanLength(interval), 0);
  return [
    ...own.map(({ rate, yours }) => evidenceRow(labelOf(host, rate.id), rateText(yours))),
    ...(seconds > 0
      ? [
          evidenceRow(
            labelOf(host, 'gmvPerHour'),
            figure('gmvPerHour', (sumOf(gmv) * HOUR_SECONDS) / seconds, currency),
          ),
        ]
      : []),
  ];
}

const labelOf = ({ name }: HostShift, id: MetricId): Text => ({
  key: 'factor_hostShift_row',
  values: { host: words(name), metric: phrase({ key: metric(id).name }) },
});
