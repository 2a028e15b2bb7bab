import { formatDecimal } from '../../platform/format.ts';
import type { StepScale } from './step-scale.ts';

type Shown = Pick<StepScale, 'factor' | 'digits'>;

/** A figure as a field shows it at rest, with separators as the reader's language writes them ("24,801"). */
export function written(value: number, { factor, digits }: Shown, locale: string): string {
  return formatDecimal(value * factor, digits, locale);
}

/** A figure as it is typed over: plain digits and a point, without separators or needless zeros. */
export function typed(value: number, { factor, digits }: Shown): string {
  return String(Number((value * factor).toFixed(digits)));
}

/**
 * The figure behind what was typed, with or without the separators of the reader's language; undefined
 * where it is no number of zero or more. A comma or a point that groups no thousands is a decimal one.
 */
export function untyped(text: string, factor: number, locale: string): number | undefined {
  const bare = text.replaceAll(/[\s'’]/g, '');
  const plain = isGrouped(bare, locale)
    ? bare.replaceAll(groupSign(locale), '').replace(',', '.')
    : bare.replace(',', '.');
  // Number() knows other forms as well (0x1F, 1e3), which nobody means who types a figure.
  const value = /^\+?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value / factor : undefined;
}

function isGrouped(text: string, locale: string): boolean {
  const sign = groupSign(locale);
  const [whole = '', ...groups] = text.split(sign);
  return (
    groups.length > 0 && /^\d{1,3}$/.test(whole) && groups.every((one) => /^\d{3}\b/.test(one))
  );
}

function groupSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12_345);
  return parts.find(({ type }) => type === 'group')?.value ?? ',';
}
