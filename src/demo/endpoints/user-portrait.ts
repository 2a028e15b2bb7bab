import { present } from '../../metrics/present.ts';
import type { AudienceSplit, Session } from '../../metrics/session.ts';
import { genders, portraitStats, tiers } from '../../sources/seller-center/portrait-types.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope, invalidParameters } from './envelope.ts';
import { moneyValue, sixPlaces } from './values.ts';

/**
 * `user/portrait`: one distribution for each id asked, in the captured shapes: counts by type, money by
 * type, shares by place.
 */
export function userPortrait(session: Session, ids: readonly number[]): DemoAnswer {
  const asked = ids.map((id) => portraitStats.find((stat) => stat.id === id));
  if (ids.length === 0 || asked.includes(undefined)) return invalidParameters();
  return envelope({
    stats: Object.fromEntries(
      asked.flatMap((stat) => {
        const found = session.audience?.find(({ of, by }) => of === stat?.of && by === stat?.by);
        return stat === undefined || found === undefined
          ? []
          : [[stat.field, inCodeOrder(found).map((part) => encode(found, part))]];
      }),
    ),
  });
}

function encode({ by }: AudienceSplit, part: AudienceSplit['parts'][number]): object {
  if (by === 'region' || by === 'country')
    return { key: part.name, value: sixPlaces(part.share ?? 0) };
  return present({
    type: codeOf(part.name),
    cnt: part.value,
    amount: part.money && moneyValue(part.money),
  });
}

const codes = new Map([
  ...[...genders].map(([code, name]) => [name, Number(code)] as const),
  ...[...tiers].map(([code, { name }]) => [name, Number(code)] as const),
]);
const codeOf = (name: string): number => codes.get(name) ?? Number(name);

/** Seller Center lists types by their number, and places by size. */
function inCodeOrder({ by, parts }: AudienceSplit): AudienceSplit['parts'] {
  const isPlace = by === 'region' || by === 'country';
  return isPlace ? parts : parts.toSorted((a, b) => codeOf(a.name) - codeOf(b.name));
}
