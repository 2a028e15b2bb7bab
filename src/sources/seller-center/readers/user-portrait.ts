import { amountOf } from '../../../metrics/money.ts';
import { present } from '../../../metrics/present.ts';
import type { AudienceSplit } from '../../../metrics/session.ts';
import { MINUTE_MS } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import { genders, type PortraitStat, portraitStats, tiers } from '../portrait-types.ts';
import type { AskedReader } from '../reader.ts';

const endpoint = 'user/portrait';

type Part = AudienceSplit['parts'][number];

/**
 * Who watched, bought and was reached, in the three captured shapes: counts by type, money by type, and
 * shares by place, of which only the five largest are answered. Genders and follower tiers get their
 * names; TikTok's codes of ages stay, since nothing says what they stand for.
 */
export const userPortraitReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/user\/portrait$/,
  asked: {
    part: 'audience',
    ids: () => portraitStats.map(({ id }) => id),
    // It takes a request a distribution where one is refused, and hardly moves.
    freshFor: 15 * MINUTE_MS,
  },
  read(data, { room, origin }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const stats = Fields.of(data, gaps).inside('stats');
    const coded = portraitStats.flatMap((stat) => readSplit(stats, stat));
    for (const name of stats.names) {
      if (!portraitStats.some(({ field }) => field === name)) gaps.note(`stats.${name}`, 'unknown');
    }
    const contradicted = coded.filter((split) => split.by === 'follower' && !tiersAddUp(split));
    for (const { field } of contradicted) gaps.note(field, 'contradicts');
    const audience = coded.map(({ field: _, ...split }): AudienceSplit => {
      if (split.by === 'gender') return { ...split, parts: split.parts.map(withGender) };
      const isTiered = split.by === 'follower' && contradicted.length === 0;
      return isTiered ? { ...split, parts: withTiers(split.parts) } : split;
    });
    if (audience.length === 0) return [{ room: { id: room }, gaps: gaps.list }];
    return [{ room: { id: room }, audience, origins: { audience: origin }, gaps: gaps.list }];
  },
};

/** A distribution under TikTok's own codes, and the field it was answered in. */
type Coded = AudienceSplit & { readonly field: string };

function readSplit(stats: Fields, { field, of, by }: PortraitStat): Coded[] {
  if (!stats.has(field)) return [];
  const parts = stats.list(field).flatMap((entry) => readPart(entry));
  return parts.length === 0 ? [] : [{ of, by, parts: distinct(parts), field }];
}

function readPart(entry: Fields): Part[] {
  const place = entry.text('key');
  if (place !== undefined) {
    const share = entry.share('value');
    return share === undefined ? [] : [{ name: place, share }];
  }
  const name = entry.id('type');
  const part = present({ value: entry.count('cnt'), money: entry.money('amount') });
  if (name === undefined) entry.gaps.note(entry.label('type'), 'absent');
  return name === undefined || Object.keys(part).length === 0 ? [] : [{ name, ...part }];
}

/** A list of countries was seen to repeat its keys with shares of zero: the first word on a part stands. */
function distinct(parts: readonly Part[]): Part[] {
  const byName = new Map<string, Part>();
  for (const part of parts) if (!byName.has(part.name)) byName.set(part.name, part);
  return [...byName.values()];
}

const withGender = (part: Part): Part => ({ ...part, name: genders.get(part.name) ?? part.name });

/** Names the tiers, followers first and what splits them right behind. */
function withTiers(parts: readonly Part[]): Part[] {
  const codes = new Set(parts.map(({ name }) => name));
  return parts
    .toSorted((a, b) => Number(a.name) - Number(b.name))
    .map((part): Part => {
      const tier = tiers.get(part.name);
      if (tier === undefined) return part;
      const within =
        tier.within !== undefined && codes.has(tier.within) ? tiers.get(tier.within) : undefined;
      return { ...part, name: tier.name, ...(within === undefined ? {} : { within: within.name }) };
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Not following and what nothing is known of come after the followers and those within them. */
const rankOf = ({ name, within }: Part): number =>
  name === 'follower' ? 0 : within === 'follower' ? 1 : 2;

/**
 * Whether the followers are the old and the new ones together, as in all six captured distributions; an
 * average per tier tells nothing of that. Without it nothing says what the tiers' codes stand for.
 */
function tiersAddUp({ of, parts }: Coded): boolean {
  if (of === 'aov') return true;
  const [all, old, fresh] = ['10', '12', '13'].map((code) => {
    const part = parts.find(({ name }) => name === code);
    return part?.value ?? (part?.money === undefined ? undefined : amountOf(part.money));
  });
  if (all === undefined || old === undefined || fresh === undefined) return true;
  return Math.abs(all - old - fresh) <= 1e-9 * all + (of === 'gmv' ? 0.01 : 0);
}
