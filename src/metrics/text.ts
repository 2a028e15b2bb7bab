import type messages from '../../public/_locales/en/messages.json';
import type { Money } from './money.ts';
import type { UnixMs, Zone } from './time.ts';

/** The key of a sentence in public/_locales; a missing sentence fails the type check. */
export type MessageKey = Exclude<keyof typeof messages, '$schema'>;

/**
 * How far an amount is written out: `full` as the currency has it, never shortened; `figure` the same, with
 * large ones shortened; `units` without a fraction from ten on, as money per hour is told; `whole` never with one, as beside
 * amounts that have none; `estimate` in three digits, and `bound` in two, as the end of its interval is; below ten both in two.
 */
export type MoneyDetail = 'full' | 'figure' | 'units' | 'whole' | 'estimate' | 'bound';

/** A figure inside a sentence, still unformatted so that the reader's locale decides its shape. */
export type TextValue = TextValueOf<MessageKey>;

/** The same of a wider set of sentences, such as a terminal's. */
export type TextValueOf<Key extends string> =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'message';
      readonly message: Key;
      /** Whether it is words of the sentence like the others, so that the figure beside it stands out alone. */
      readonly isPlain?: true;
    }
  /** A sentence or phrase inside a sentence, with values of its own. */
  | { readonly kind: 'phrase'; readonly phrase: TextOf<Key> }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'decimal'; readonly value: number; readonly digits: number }
  /** A share or a chance. */
  | { readonly kind: 'percent'; readonly value: number }
  /** A rate that is compared with others of its kind, such as CTOR. */
  | { readonly kind: 'rate'; readonly value: number }
  | { readonly kind: 'points'; readonly value: number }
  | { readonly kind: 'duration'; readonly seconds: number }
  /** How far into a LIVE something is. */
  | { readonly kind: 'into'; readonly seconds: number }
  | {
      readonly kind: 'money';
      readonly money: Money;
      readonly detail: MoneyDetail;
      /** Whether it adds or takes away, and has a plus too. */
      readonly isChange?: true;
    }
  | {
      readonly kind: 'instant';
      readonly at: UnixMs;
      readonly zone?: Zone | undefined;
      readonly style: 'date' | 'time' | 'both' | 'day';
    };

/**
 * A sentence that has not been written out yet: `{name}` marks in the message are filled from
 * `values`. `count` picks `KEY_one` or `KEY_other` by the plural rule of the language when both exist.
 */
export interface TextOf<Key extends string> {
  readonly key: Key;
  readonly values?: Readonly<Record<string, TextValueOf<Key>>>;
}
export type Text = TextOf<MessageKey>;
