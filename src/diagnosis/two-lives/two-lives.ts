import type { MetricId } from '../../metrics/catalogue.ts';
import { answeredAccounts } from '../../metrics/live/own.ts';
import type { Session } from '../../metrics/session.ts';
import { isLikeLength } from '../comparable.ts';
import { mixBetween, type PastSources } from '../course/mix.ts';
import type { MixSplit } from '../course/mix-split.ts';
import { sourcesOver } from '../past-details.ts';
import type { FunnelKind } from '../step-id.ts';
import type { ComparedSide } from './compared-side.ts';
import { type CoursePair, coursePair } from './course-pair.ts';
import { type FigurePair, figurePairs, stepPairs } from './figure-pair.ts';
import { commonKind, type MoneyDifference, moneyDifference } from './money-difference.ts';
import { type ProductPair, productPairs } from './product-pair.ts';
import { type SourcePair, sourcePairs } from './source-pair.ts';

/** What two sides differ in beside their figures, so that the comparison says less. */
export type UnlikeGround =
  | 'account'
  | 'currency'
  | 'region'
  | 'zone'
  | 'basis'
  | 'length'
  | 'running'
  | 'partial';

/** What can't be laid side by side: it was never read, or the side has none of its own. */
export type PartGap = 'unread' | 'none-of-its-own';

/** One thing against another: two LIVEs, a LIVE against what is usual, or two hosts of one LIVE. */
export interface TwoLives {
  readonly kind: FunnelKind;
  readonly unlike: readonly UnlikeGround[];
  readonly money: MoneyDifference;
  /** The five steps, from the top. */
  readonly steps: readonly FigurePair[];
  readonly figures: readonly FigurePair[];
  readonly course: CoursePair | PartGap;
  readonly products: readonly ProductPair[] | PartGap;
  readonly sources: readonly SourcePair[] | PartGap;
  /** The difference in GMV per hour by who came and what they did: above zero where the second is ahead; undefined where it can't be told. */
  readonly mix: Readonly<Record<'source' | 'product', MixSplit | undefined>>;
  /** Of hosts: figures of the LIVE that aren't counted by the minute. */
  readonly untold: readonly MetricId[];
}

/** Holds the first side against the second, as a LIVE is held against its reference. Pure. */
export function compareTwo(
  first: ComparedSide,
  second: ComparedSide,
  untold: readonly MetricId[] = [],
): TwoLives {
  const kind = commonKind(first, second);
  const gap: PartGap =
    first.kind === 'live' && second.kind === 'live' ? 'unread' : 'none-of-its-own';
  const courseGap: PartGap =
    first.kind === 'usual' || second.kind === 'usual' ? 'none-of-its-own' : 'unread';
  return {
    kind,
    unlike: unlikeGrounds(first, second),
    money: moneyDifference(first, second, kind),
    steps: stepPairs(first, second, kind),
    figures: figurePairs(first, second, kind),
    course: coursePair(first, second) ?? courseGap,
    products: productPairs(first, second, kind) ?? gap,
    sources: sourcePairs(first, second) ?? gap,
    mix: { source: mixIn('source', first, second), product: mixIn('product', first, second) },
    untold,
  };
}

/** What the usual differs in is told where it is chosen: it is worked out of the LIVE's own account and currency. */
function unlikeGrounds(first: ComparedSide, second: ComparedSide): readonly UnlikeGround[] {
  const [one, other] = [first.session, second.session];
  const differ = <T>(a: T | undefined, b: T | undefined): boolean =>
    a !== undefined && b !== undefined && a !== b;
  const grounds: (UnlikeGround | false)[] = [
    differ(first.currency, second.currency) && 'currency',
    differ(first.funnel.basis, second.funnel.basis) && 'basis',
  ];
  if (one !== undefined && other !== undefined) {
    const isLongerMuch =
      first.hours !== undefined &&
      second.hours !== undefined &&
      !isLikeLength(first.hours, second.hours);
    grounds.unshift(differ(...accountsOf(one, other)) && 'account');
    grounds.push(
      differ(one.room.region, other.room.region) && 'region',
      isOtherZone(one, other) && 'zone',
      isLongerMuch && 'length',
    );
  }
  const runs = [one, other].some((session) => session?.room.status === 'live');
  const isPartial = [first, second].some((side) => side.isPartial === true);
  grounds.push(runs && 'running', isPartial && 'partial');
  return grounds.filter((ground) => ground !== false);
}

/** By their names where both have one: a zone's offset moves with the clocks. */
function isOtherZone(
  { room: { zone: one } }: Session,
  { room: { zone: other } }: Session,
): boolean {
  if (one === undefined || other === undefined) return false;
  return one.name !== undefined && other.name !== undefined
    ? one.name !== other.name
    : one.offset !== other.offset;
}

function accountsOf(
  one: Session,
  other: Session,
): readonly [string | undefined, string | undefined] {
  const lives = [one, other].map(({ room }) => ({ id: room.id, room }));
  const accountOf = answeredAccounts(lives);
  const [mine, theirs] = lives.map(accountOf);
  return [mine, theirs];
}

function mixIn(
  by: 'source' | 'product',
  first: ComparedSide,
  second: ComparedSide,
): MixSplit | undefined {
  const [mine, theirs] = [partsOfSide(first), partsOfSide(second)];
  return mine === undefined || theirs === undefined ? undefined : mixBetween(by, mine, theirs);
}

const partsOfSide = ({ session, hours }: ComparedSide): PastSources | undefined =>
  session === undefined || hours === undefined ? undefined : sourcesOver(session, hours);
