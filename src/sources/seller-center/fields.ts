import * as v from 'valibot';
import { isAddress } from '../../metrics/address.ts';
import { type Money, MoneySchema } from '../../metrics/money.ts';
import type { ReadingGap } from '../../metrics/session.ts';
import { type Seconds, seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NUMERIC = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** A number from a JSON number or a decimal string; undefined for anything else. */
export function parseNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && NUMERIC.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Collects what could not be read of one answer, each field once. */
export class Gaps {
  private readonly found = new Map<string, ReadingGap>();

  /** @param known gaps to begin with */
  constructor(
    readonly endpoint: string,
    known: readonly ReadingGap[] = [],
  ) {
    for (const { field, reason } of known) this.note(field, reason);
  }

  note(field: string, reason: ReadingGap['reason']): void {
    this.found.set(`${field} ${reason}`, { endpoint: this.endpoint, field, reason });
  }

  get list(): ReadingGap[] {
    return [...this.found.values()];
  }
}

/**
 * One object of an answer, read field by field. A field that is absent, null or an empty string
 * reads as undefined; a field of the wrong kind too, and is noted as a gap. Nothing throws, and
 * nothing missing becomes zero. `label` names the field in the gap where the answer's own name
 * would mean nothing to a reader.
 */
export class Fields {
  private readonly asked = new Set<string>();

  private constructor(
    private readonly source: Record<string, unknown>,
    readonly gaps: Gaps,
    private readonly path: string,
  ) {}

  static of(value: unknown, gaps: Gaps, path = ''): Fields {
    if (isRecord(value)) return new Fields(value, gaps, path);
    if (value !== undefined && value !== null) gaps.note(path, 'malformed');
    return new Fields({}, gaps, path);
  }

  /** The same object with another collector of gaps, for a row that becomes a part of its own. */
  collecting(gaps: Gaps): Fields {
    return new Fields(this.source, gaps, '');
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** A whole number that is not negative. */
  count(name: string, label?: string): number | undefined {
    return this.read(name, label, (value) => {
      const number = parseNumber(value);
      return number !== undefined && Number.isSafeInteger(number) && number >= 0
        ? number
        : undefined;
    });
  }

  /** Any number, as JSON number or decimal string. */
  number(name: string, label?: string): number | undefined {
    return this.read(name, label, parseNumber);
  }

  /** A share, a ratio or a length: a number that is not negative. */
  positive(name: string, label?: string): number | undefined {
    return this.read(name, label, (value) => {
      const number = parseNumber(value);
      return number !== undefined && number >= 0 ? number : undefined;
    });
  }

  /** A share of a whole: a number from 0 to 1. */
  share(name: string, label?: string): number | undefined {
    return this.read(name, label, (value) => {
      const number = parseNumber(value);
      return number !== undefined && number >= 0 && number <= 1 ? number : undefined;
    });
  }

  money(name: string, label?: string): Money | undefined {
    return this.read(name, label, parseMoney);
  }

  text(name: string, label?: string): string | undefined {
    return this.read(name, label, (value) => (typeof value === 'string' ? value : undefined));
  }

  flag(name: string, label?: string): boolean | undefined {
    return this.read(name, label, (value) => (typeof value === 'boolean' ? value : undefined));
  }

  /** An id in digits; a short one may come as a number. */
  id(name: string, label?: string): string | undefined {
    return this.read(name, label, (value) => {
      const text = typeof value === 'number' && Number.isSafeInteger(value) ? `${value}` : value;
      return typeof text === 'string' && /^\d{1,24}$/.test(text) ? text : undefined;
    });
  }

  /** A list of ids in digits; what is none is left out and noted. */
  ids(name: string): readonly string[] {
    const value = this.raw(name);
    if (value === undefined) return [];
    const ids = Array.isArray(value)
      ? value.filter((id: unknown) => typeof id === 'string' && /^\d{1,24}$/.test(id))
      : [];
    if (!Array.isArray(value) || ids.length < value.length) {
      this.gaps.note(this.label(name), 'malformed');
    }
    return ids;
  }

  /** An instant in unix seconds; 0 stands for "not yet" and reads as absent. */
  instant(name: string, label?: string): UnixSeconds | undefined {
    if (parseNumber(this.raw(name)) === 0) return undefined;
    return this.read(name, label, (value) => {
      const number = parseNumber(value);
      return number !== undefined && number > 0 && number < 1e11 ? unixSeconds(number) : undefined;
    });
  }

  length(name: string, label?: string): Seconds | undefined {
    const value = this.positive(name, label);
    return value === undefined ? undefined : seconds(value);
  }

  /** An address of a picture or recording; of https, as the extension's pages load nothing else. */
  address(name: string, label?: string): string | undefined {
    return this.read(name, label, (value) =>
      typeof value === 'string' && isAddress(value) && /^https:/i.test(value) ? value : undefined,
    );
  }

  /** The objects of a list; elements that are no objects are left out and noted. */
  list(name: string): Fields[] {
    const value = this.raw(name);
    const path = `${this.label(name)}[]`;
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.gaps.note(path, 'malformed');
      return [];
    }
    return value.flatMap((element: unknown) => {
      if (isRecord(element)) return [new Fields(element, this.gaps, path)];
      this.gaps.note(path, 'malformed');
      return [];
    });
  }

  /** How many elements a list has, those that are no objects included. */
  size(name: string): number {
    const value = this.raw(name);
    return Array.isArray(value) ? value.length : 0;
  }

  inside(name: string): Fields {
    return Fields.of(this.raw(name), this.gaps, this.label(name));
  }

  /**
   * Notes every field with money or a number in it that was never asked for by name: a figure that no
   * reader knows. `others` are numbers that are known to be no figures.
   */
  noteUnknown(others: ReadonlySet<string> = new Set()): void {
    for (const name of Object.keys(this.source)) {
      if (this.asked.has(name) || others.has(name)) continue;
      if (isFigure(this.source[name])) this.gaps.note(this.label(name), 'unknown');
    }
  }

  /** The names of the fields that are there. */
  get names(): string[] {
    return Object.keys(this.source).filter((name) => this.has(name));
  }

  /** The whole name of a field, as gaps have it. */
  label(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  private raw(name: string): unknown {
    this.asked.add(name);
    const value = Object.hasOwn(this.source, name) ? this.source[name] : undefined;
    return value === null || value === '' ? undefined : value;
  }

  private read<T>(
    name: string,
    label: string | undefined,
    parse: (value: unknown) => T | undefined,
  ): T | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) this.gaps.note(label ?? this.label(name), 'malformed');
    return parsed;
  }
}

/** Whether a value is money, or a number of any form; ids are longer. */
function isFigure(value: unknown): boolean {
  if (isRecord(value)) return 'amount' in value && 'currency_code' in value;
  if (typeof value === 'string' && value.trim().length > MOST_DIGITS) return false;
  return parseNumber(value) !== undefined;
}

/** Longer than any figure with its decimals is; ids have 19 digits. */
const MOST_DIGITS = 17;

/** Money as Seller Center answers it: an object with the amount in major units and a currency code. */
function parseMoney(value: unknown): Money | undefined {
  if (!isRecord(value)) return undefined;
  const amount = typeof value.amount === 'number' ? `${value.amount}` : value.amount;
  const read = v.safeParse(MoneySchema, { amount, currency: value.currency_code });
  return read.success ? read.output : undefined;
}
