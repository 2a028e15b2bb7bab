import type { PageKind } from '../../platform/page-state.ts';

/** One kind of page that the panel docks in. */
export interface Page {
  readonly kind: PageKind;
  matches(url: URL): boolean;
  /** The LIVE room the address names; undefined where it names none. */
  room(url: URL): string | undefined;
}
