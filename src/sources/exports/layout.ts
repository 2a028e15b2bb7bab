import type { MetricId } from '../../metrics/catalogue.ts';

/** What a column says of the room, a figure, or a figure whose meaning the rows themselves decide. */
export type Column =
  | {
      readonly is:
        | 'room'
        | 'title'
        /** A title, or a room id where it has the shape of one. */
        | 'room-or-title'
        | 'start'
        | 'end'
        | 'length'
        | 'creator-id'
        | 'creator-handle'
        | 'creator-name'
        /** Known, and no figure of ours. */
        | 'aside';
    }
  | { readonly metric: MetricId }
  | { readonly oneOf: readonly MetricId[] };

/** A layout of Seller Center's export files, as third-party programs know it. One file each. */
export interface Layout {
  /** Stands in a figure's origin. */
  readonly id: string;
  /**
   * Heads without which it isn't this layout, each in the languages in which it is known; see `headOf`
   * for their form.
   */
  readonly needs: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, Column>>;
}
