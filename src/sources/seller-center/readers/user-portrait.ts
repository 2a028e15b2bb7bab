import { present } from '../../../metrics/present.ts';
import type { AudienceSplit } from '../../../metrics/session.ts';
import { Fields, Gaps, isRecord, parseNumber } from '../fields.ts';
import { type PortraitStat, portraitStats } from '../portrait-types.ts';
import type { Reader } from '../reader.ts';

const endpoint = 'user/portrait';

type AudiencePart = AudienceSplit['parts'][number];

/** Genders as real shops answered them; the meaning of the other codes is not known. */
const genders: Readonly<Record<string, string>> = { 20: 'male', 21: 'female', 22: 'unknown' };

const nameFields = ['type', 'name', 'key', 'code', 'label'];
const shareFields = ['rate', 'ratio', 'percent', 'percentage', 'proportion', 'share'];
const valueFields = ['value', 'count', 'cnt', 'num'];
const moneyFields = ['amount', 'gmv_local', 'value', 'main_aov_local'];

/**
 * Who watched, bought and was reached. UNVERIFIED in its inside: the distributions' names are known
 * from a real shop, the shape of one is not, so a list of parts and an object of parts are both read
 * by likely field names. Parts keep TikTok's own codes (follower tiers 10 to 13, ages 3 to 5), but for
 * genders, whose codes are known.
 */
export const userPortraitReader: Reader = {
  endpoint,
  path: /\/workbench\/live\/detail\/user\/portrait$/,
  read(data, { room, origin }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const stats = Fields.of(data, gaps).inside('stats');
    const inner = isRecord(data.stats) ? data.stats : {};
    const audience = portraitStats.flatMap((stat) =>
      stats.has(stat.field) ? readSplit(inner[stat.field], stat, gaps) : [],
    );
    if (audience.length === 0) return [{ room: { id: room }, gaps: gaps.list }];
    return [{ room: { id: room }, audience, origins: { audience: origin }, gaps: gaps.list }];
  },
};

function readSplit(raw: unknown, stat: PortraitStat, gaps: Gaps): AudienceSplit[] {
  const parts = entriesOf(raw).flatMap(([name, value]) => readPart(name, value, gaps, stat.field));
  if (parts.length > 0) {
    const named = parts.map((part) => ({ ...part, name: genders[part.name] ?? part.name }));
    return [{ of: stat.of, by: stat.by, parts: stat.by === 'gender' ? named : parts }];
  }
  const empty = Array.isArray(raw) && raw.length === 0;
  if (!empty) gaps.note(stat.field, 'malformed');
  return [];
}

/** The parts of a distribution: list elements, or the fields of an object with their names. */
function entriesOf(raw: unknown): [string | undefined, unknown][] {
  if (Array.isArray(raw)) return raw.map((element: unknown) => [undefined, element]);
  if (!isRecord(raw)) return [];
  const list = Object.values(raw).find((value) => Array.isArray(value));
  return list === undefined ? Object.entries(raw) : entriesOf(list);
}

function readPart(
  key: string | undefined,
  raw: unknown,
  gaps: Gaps,
  field: string,
): AudiencePart[] {
  if (!isRecord(raw)) {
    const value = parseNumber(raw);
    if (key !== undefined && value !== undefined) return [{ name: key, value }];
    gaps.note(field, 'malformed');
    return [];
  }
  const fields = Fields.of(raw, gaps, field);
  const name = key ?? nameOf(raw);
  if (name === undefined) {
    gaps.note(field, 'malformed');
    return [];
  }
  if ('currency_code' in raw) {
    const money = Fields.of({ [name]: raw }, gaps, field).money(name);
    return money === undefined ? [] : [{ name, money }];
  }
  const money = moneyFields.find((candidate) => isRecord(raw[candidate]));
  const share = shareFields.find((candidate) => fields.has(candidate));
  const value = valueFields.find((candidate) => candidate !== money && fields.has(candidate));
  const part = present({
    name,
    share: share === undefined ? undefined : fields.positive(share),
    value: value === undefined ? undefined : fields.positive(value),
    money: money === undefined ? undefined : fields.money(money),
  });
  return Object.keys(part).length > 1 ? [part] : [];
}

function nameOf(raw: Record<string, unknown>): string | undefined {
  for (const field of nameFields) {
    const value = raw[field];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return `${value}`;
  }
  return undefined;
}
