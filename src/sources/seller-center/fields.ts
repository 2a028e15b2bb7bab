import * as v from 'valibot';
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

  constructor(private readonly endpoint: string) {}

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
      typeof value === 'string' && URL.canParse(value) && /^https:/i.test(value)
        ? value
        : undefined,
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

  inside(name: string): Fields {
    return Fields.of(this.raw(name), this.gaps, this.label(name));
  }

  /** The names of the fields that are there. */
  get names(): string[] {
    return Object.keys(this.source).filter((name) => this.has(name));
  }

  private label(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  private raw(name: string): unknown {
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

/** Money as Seller Center answers it: an object with the amount in major units and a currency code. */
function parseMoney(value: unknown): Money | undefined {
  if (!isRecord(value)) return undefined;
  const amount = typeof value.amount === 'number' ? `${value.amount}` : value.amount;
  const read = v.safeParse(MoneySchema, { amount, currency: value.currency_code });
  return read.success ? read.output : undefined;
}
