import type { Text } from '../metrics/text.ts';

/** A result, or what it takes to tell one. */
export type ToldOrNot<T> =
  | { readonly state: 'told'; readonly value: T }
  | { readonly state: 'untold'; readonly needs: Text };

/** A result where there is one, else what it takes. */
export function toldOr<T>(value: T | undefined, needs: () => Text): ToldOrNot<T> {
  return value === undefined ? { state: 'untold', needs: needs() } : { state: 'told', value };
}
