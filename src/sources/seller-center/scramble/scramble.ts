import type { MetricId } from '../../../metrics/catalogue.ts';
import type { Random } from '../../sample/random.ts';
import { isRecord, parseNumber } from '../fields.ts';
import { parseJson } from '../json.ts';
import { readerFor } from '../readers.ts';
import { drawFactors, type Factors } from './factors.ts';
import { metricOfField, metricOfPart } from './field-metrics.ts';
import { groupMark, inStyleOf, multiplied, withOtherDigits } from './numbers.ts';
import { drawReplacements, type Replacements } from './replacements.ts';

/** An answer as it came, with what it was asked with. */
export interface HeldAnswer {
  /** The address's path and query, without the host. */
  readonly path: string;
  /** The request's body, where there was one. */
  readonly request?: string | undefined;
  /** The answer's text. */
  readonly body: string;
}

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
 * nobody knows get other digits, times move by whole weeks; names, ids, words and addresses get
 * stand-ins, the same for the same everywhere. Lengths, codes, currencies, regions, the names of traffic
 * sources and the shares of a distribution stay as they are. What is no JSON is left out.
 */
export function scramble(held: readonly HeldAnswer[], random: Random): ScrambledSample {
  const parsed = held.flatMap(({ path, request, body }) => {
    const answer = parseJson(body);
    const asked = request === undefined ? undefined : parseJson(request);
    return answer.ok
      ? [{ path, asked: asked?.ok ? asked.value : undefined, answer: answer.value }]
      : [];
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

/** Numbers that are no figures of a LIVE: codes, lengths, and comparisons that multiplying leaves alone. */
const keptNumbers: ReadonlySet<string> = new Set([
  'cmp',
  'code',
  'duration',
  'during_time',
  'event_type',
  'granularity',
  'is_content_type',
  'platform_type',
  'sold_product',
  'stats_type',
  'stats_types',
  'status',
  'timezone_offset',
  'type',
  'version',
]);

/** Words that name nobody. */
const keptWords: ReadonlySet<string> = new Set([
  'country',
  'currency_code',
  'currency_symbol',
  'owner_region',
  'sellable_countries',
  'sellable_country',
  'source',
  'source_name',
  'timezone',
]);

const ID_NAME = /(?:^|_)ids?$/;
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
    if ('amount' in value && 'currency_code' in value) return scrambledMoney(value, of, place);
    const part = metricOfPart(place.endpoint, name, value.stats_type) ?? place.around;
    const within = { ...place, around: part };
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        /^\d{6,}$/.test(key) ? place.stands.id(key) : key,
        scrambled(inner, key, within),
      ]),
    );
  }
  if (typeof value === 'number') return scrambledNumber(value, name, place);
  return typeof value === 'string' && value !== '' ? scrambledText(value, name, place) : value;
}

function scrambledNumber(value: number | string, name: string, place: Place): number | string {
  if (keptNumbers.has(name) || isShare(name, place)) return value;
  const metric = metricOfField(name, place.around);
  const factor = metric === undefined ? undefined : place.factors(metric);
  if (factor !== undefined) return multiplied(value, factor);
  if (ID_NAME.test(name)) return likeIt(value, place.stands.id(`${value}`));
  const moved = TIME_NAME.test(name) ? place.stands.time(Number(value)) : undefined;
  if (moved !== undefined) return likeIt(value, `${moved}`);
  return withOtherDigits(value, place.random);
}

/** Shares of a distribution stand beside the names of places, which get stand-ins. */
const isShare = (name: string, { endpoint }: Place): boolean =>
  name === 'value' && endpoint === 'user/portrait';

function scrambledText(value: string, name: string, place: Place): unknown {
  const { stands } = place;
  if (/^\d+$/.test(value) && (value.length >= ID_DIGITS || ID_NAME.test(name))) {
    return stands.id(value);
  }
  if (parseNumber(value) !== undefined) return scrambledNumber(value, name, place);
  if (keptWords.has(name) || (name === 'message' && value === 'success')) return value;
  if (URL.canParse(value) && /^https?:/i.test(value)) return stands.address(value);
  const metric = metricOfField(name, place.around);
  const factor = metric === undefined ? undefined : place.factors(metric);
  const plain = factor === undefined ? undefined : plainOf(value);
  if (factor === undefined || plain === undefined) return stands.text(value);
  return inStyleOf(value, `${multiplied(plain, factor)}`, undefined);
}

/** Money: the amount, and the same amount as it is written beside. */
function scrambledMoney(
  money: Record<string, unknown>,
  of: MetricId | undefined,
  place: Place,
): Record<string, unknown> {
  const { amount, currency_code: currency } = money;
  const factor = of === undefined ? undefined : place.factors(of);
  const changed =
    typeof amount !== 'string' && typeof amount !== 'number'
      ? amount
      : factor === undefined
        ? withOtherDigits(amount, place.random)
        : multiplied(amount, factor);
  const mark = place.marks.get(`${currency}`);
  return Object.fromEntries(
    Object.entries(money).map(([name, value]) => {
      if (name === 'amount') return [name, changed];
      const isWritten = typeof value === 'string' && /^amount_/.test(name);
      if (isWritten) return [name, inStyleOf(value, `${changed}`, mark)];
      return [name, scrambled(value, name, { ...place, around: undefined })];
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

function pathOf(pathname: string, query: string | undefined, stands: Replacements): string {
  const path = pathname.replace(/\d{6,}/g, stands.id);
  if (query === undefined) return path;
  const parts = [...new URLSearchParams(query)].map(([name, value]) => {
    const kept = /^\d{1,4}$/.test(value) ? value : /^\d+$/.test(value) ? stands.id(value) : 'x';
    return `${encodeURIComponent(name)}=${kept}`;
  });
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
