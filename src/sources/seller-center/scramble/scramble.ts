import { isAddress } from '../../../metrics/address.ts';
import type { MetricId } from '../../../metrics/catalogue.ts';
import type { Random } from '../../sample/random.ts';
import { isRecord, parseNumber } from '../fields.ts';
import { parseJson } from '../json.ts';
import { readerFor } from '../readers.ts';
import { drawFactors, type Factors } from './factors.ts';
import { metricOfField, metricOfPart } from './field-metrics.ts';
import { isNestedBelow } from './nested.ts';
import { groupMark, inStyleOf, multiplied, withOtherDigits } from './numbers.ts';
import { drawReplacements, isName, type Replacements } from './replacements.ts';

/** An answer as it came, with what it was asked with. */
export interface HeldAnswer {
  /** The address's path and query, without the host. */
  readonly path: string;
  /** The request's body, where there was one. */
  readonly request?: string | undefined;
  /** The answer's text. */
  readonly body: string;
}

/** Chosen by us: no answer that was seen has more than eleven levels. */
const MOST_LEVELS = 100;

/** Answers with their shapes and without a seller's figures; `npm run diagnose -- --answers` reads it. */
export interface ScrambledSample {
  readonly version: 1;
  readonly scrambled: true;
  readonly answers: readonly {
    readonly request: { readonly path: string; readonly body?: unknown };
    readonly answer: unknown;
  }[];
}

/**
 * Makes a sample for a problem report. Every field stays, with the kind and form of its value. Figures
 * are multiplied such that what is worked out of others still is (GMV ÷ orders is AOV); figures that
 * nobody knows get other digits, times move by the same days and minutes; names, ids, words and addresses get
 * stand-ins, the same for the same everywhere. Lengths, codes, currencies, regions, the names of traffic
 * sources, TikTok's comparisons and the shares of a distribution stay as they are. What is no JSON is left out, and
 * what is nested deeper than any answer.
 *
 * It keeps figures from being read, not from being worked out: counts of one kind are multiplied alike, so
 * that who knows one of them, or what they have in common, finds the others.
 */
export function scramble(held: readonly HeldAnswer[], random: Random): ScrambledSample {
  const parsed = held.flatMap(({ path, request, body }) => {
    const answer = readable(body);
    const asked = request === undefined ? undefined : readable(request)?.value;
    return answer === undefined ? [] : [{ path, asked, answer: answer.value }];
  });
  const marks = new Map<string, string>();
  for (const { answer } of parsed) collectMarks(answer, marks);
  const means = { factors: drawFactors(random), stands: drawReplacements(random), random, marks };
  return {
    version: 1,
    scrambled: true,
    answers: parsed.map(({ path, asked, answer }) => {
      const [pathname = '', query] = path.split('?');
      const endpoint = readerFor(pathname)?.endpoint ?? '';
      const place = { ...means, endpoint, around: undefined };
      return {
        request: {
          path: pathOf(pathname, query, means.stands),
          ...(asked === undefined ? {} : { body: scrambled(asked, '', place) }),
        },
        answer: scrambled(answer, '', place),
      };
    }),
  };
}

function readable(text: string): { readonly value: unknown } | undefined {
  const read = parseJson(text);
  return read.ok && !isNestedBelow(read.value, MOST_LEVELS) ? read : undefined;
}

/** What is drawn for a sample, and where in an answer a value stands. */
interface Place {
  readonly factors: Factors;
  readonly stands: Replacements;
  readonly random: Random;
  /** The mark between thousands, by currency, where an answer shows it. */
  readonly marks: ReadonlyMap<string, string>;
  readonly endpoint: string;
  /** The metric that the object around is of. */
  readonly around: MetricId | undefined;
}

/** Numbers that are no figures of a LIVE: codes of up to four digits, and comparisons that multiplying leaves alone. */
const CODES: ReadonlySet<string> = new Set([
  'event_type',
  'granularity',
  'is_content_type',
  'platform_type',
  'sold_product',
  'stats_type',
  'stats_types',
  'status',
  'type',
  'version',
]);
const CODE = /^-?\d{1,4}$/;

/** Fields that stay as they are where they look as they should, and so name nobody. */
const KEPT: ReadonlyMap<string, RegExp> = new Map([
  ['cmp', /^-?\d{1,3}(?:\.\d+)?$/],
  ['code', /^\d{1,9}$/],
  ['country', /^[A-Z]{2}$/],
  ['currency_code', /^[A-Z]{3}$/],
  ['currency_symbol', /^\D{1,4}$/],
  ['duration', /^\d{1,6}$/],
  ['during_time', /^\d{1,6}$/],
  ['message', /^success$/],
  ['owner_region', /^[A-Z]{2}$/],
  ['sellable_countries', /^[A-Z]{2}$/],
  ['sellable_country', /^[A-Z]{2}$/],
  ['source', /^(?:TikTok|shop)$/],
  ['source_name', /^[a-z_]{1,40}$/],
  ['timezone', /^[A-Z][A-Za-z]+\/[A-Za-z_ ]{2,30}$/],
  ['timezone_offset', /^-?\d{1,5}$/],
]);

/** Names of fields as programs write them; any other key may be somebody's name. */
const FIELD_NAME = /^[a-z][a-z0-9_]{0,40}$/i;

const ID_NAME = /(?:^|_)ids?$/;
const ROOM_NAME = /^(?:room|live|live_room|event)_id$/;
const TIME_NAME = /(?:^|_)(?:at|date|end|key|start|time|timestamp|ts)$/;
/** Longer than any figure is. */
const ID_DIGITS = 16;

function scrambled(value: unknown, name: string, place: Place): unknown {
  if (Array.isArray(value)) {
    const within = {
      ...place,
      around: metricOfPart(place.endpoint, name, undefined) ?? place.around,
    };
    return value.map((element: unknown) => scrambled(element, name, within));
  }
  if (isRecord(value)) {
    const of = metricOfField(name, place.around);
    if (isMoney(value)) return scrambledMoney(value, of, place);
    const part = metricOfPart(place.endpoint, name, value.stats_type) ?? place.around;
    const within = { ...place, around: part };
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        keyOf(key, place.stands),
        scrambled(inner, key, within),
      ]),
    );
  }
  if (typeof value === 'number') return scrambledNumber(value, name, place);
  return typeof value === 'string' && value !== '' ? scrambledText(value, name, place) : value;
}

function scrambledNumber(value: number | string, name: string, place: Place): number | string {
  const { stands } = place;
  if (isKept(value, name) || isShare(value, name, place)) return value;
  const metric = metricOfField(name, place.around);
  const factor = metric === undefined ? undefined : place.factors(metric);
  if (factor !== undefined) return multiplied(value, factor);
  const digits = /^\d+$/.test(`${value}`);
  if (digits && ID_NAME.test(name)) return likeIt(value, idOf(`${value}`, name, stands));
  const moved = TIME_NAME.test(name)
    ? (stands.day(`${value}`) ?? stands.time(Number(value)))
    : undefined;
  return moved === undefined ? withOtherDigits(value, place.random) : likeIt(value, `${moved}`);
}

/** Whether a value is one of those that stay, and looks like it. */
function isKept(value: number | string, name: string): boolean {
  return CODES.has(name) ? CODE.test(`${value}`) : (KEPT.get(name)?.test(`${value}`) ?? false);
}

/** Shares of a distribution stand beside the names of places, which get stand-ins. */
function isShare(value: number | string, name: string, { endpoint }: Place): boolean {
  return (
    name === 'value' && endpoint === 'user/portrait' && Number(value) >= 0 && Number(value) <= 1
  );
}

const idOf = (id: string, name: string, stands: Replacements): string =>
  ROOM_NAME.test(name) ? stands.room(id) : stands.id(id);

/** The name of a field; of a key that may name somebody a stand-in. */
function keyOf(key: string, stands: Replacements): string {
  if (/^\d{5,}$/.test(key)) return stands.id(key);
  return FIELD_NAME.test(key) && !/\d{5}/.test(key) ? key : stands.text(key);
}

function scrambledText(value: string, name: string, place: Place): unknown {
  const { stands } = place;
  if (/^\d+$/.test(value) && (value.length >= ID_DIGITS || ID_NAME.test(name))) {
    return idOf(value, name, stands);
  }
  if (parseNumber(value) !== undefined) return scrambledNumber(value, name, place);
  if (isKept(value, name)) return value;
  if (isAddress(value) && /^https?:/i.test(value)) return stands.address(value);
  const metric = metricOfField(name, place.around);
  const factor = metric === undefined ? undefined : place.factors(metric);
  const plain = factor === undefined ? undefined : plainOf(value);
  if (factor !== undefined && plain !== undefined) {
    return inStyleOf(value, `${multiplied(plain, factor)}`, undefined);
  }
  return stands.day(value) ?? stands.text(value);
}

/** Money as it is read: a plain number and a currency. Anything else that calls itself so is no money. */
function isMoney(value: Record<string, unknown>): boolean {
  const { amount, currency_code: currency } = value;
  const plain =
    typeof amount === 'string' || typeof amount === 'number' ? parseNumber(amount) : undefined;
  return plain !== undefined && typeof currency === 'string';
}

/** Money: the amount, and the same amount as it is written beside. */
function scrambledMoney(
  money: Record<string, unknown>,
  of: MetricId | undefined,
  place: Place,
): Record<string, unknown> {
  const { amount, currency_code: currency } = money;
  const factor = of === undefined ? undefined : place.factors(of);
  const given = typeof amount === 'number' ? amount : `${amount}`;
  const changed =
    factor === undefined ? withOtherDigits(given, place.random) : multiplied(given, factor);
  const mark = place.marks.get(`${currency}`);
  return Object.fromEntries(
    Object.entries(money).map(([name, value]) => {
      if (name === 'amount') return [name, changed];
      const isWritten =
        typeof value === 'string' && (name === 'amount_formatted' || name === 'amount_delimited');
      if (isWritten) return [name, inStyleOf(value, `${changed}`, mark)];
      const within = { ...place, around: undefined };
      return [keyOf(name, place.stands), scrambled(value, name, within)];
    }),
  );
}

/** A written whole number without its marks ("Rp60.150.000" is 60150000); undefined for other words. */
function plainOf(written: string): string | undefined {
  const [digits] = /\d[\d.,\s'’]*\d|\d/.exec(written) ?? [];
  if (digits === undefined || !/^\d{1,3}(?:([.,\s'’])\d{3})(?:\1\d{3})*$/.test(digits))
    return undefined;
  return digits.replace(/\D/g, '');
}

function collectMarks(value: unknown, marks: Map<string, string>): void {
  if (Array.isArray(value)) for (const element of value) collectMarks(element, marks);
  if (!isRecord(value)) return;
  const { amount, amount_delimited: written, currency_code: currency } = value;
  if (typeof written === 'string' && typeof currency === 'string') {
    const [, fraction] = `${amount}`.split('.');
    const mark = groupMark(written, fraction?.length);
    if (mark !== undefined) marks.set(currency, mark);
  }
  for (const inner of Object.values(value)) collectMarks(inner, marks);
}

const likeIt = (value: number | string, text: string): number | string =>
  typeof value === 'string' ? text : Number(text);

/** The address's path and query; what isn't plainly the name of an endpoint or of a field gets a stand-in. */
function pathOf(pathname: string, query: string | undefined, stands: Replacements): string {
  const path = pathname
    .split('/')
    .map((part) => {
      if (part === '' || /^(?:v\d{1,2}|[a-z_]{1,30})$/.test(part)) return part;
      return /^\d+$/.test(part) ? stands.room(part) : 'x';
    })
    .join('/');
  if (query === undefined) return path;
  const parts = [...new URLSearchParams(query)].map(([name, value]) => {
    const kept = /^\d{1,4}$/.test(value)
      ? value
      : /^\d+$/.test(value)
        ? idOf(value, name, stands)
        : 'x';
    return `${isName(name) ? name : 'x'}=${kept}`;
  });
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
