import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { MetricId } from '../../metrics/catalogue.ts';

/** A thing of the panel to be brought into view, wherever it is folded away. */
export type Wanted =
  | { readonly kind: 'metric'; readonly id: MetricId }
  | { readonly kind: 'factor'; readonly id: string }
  | { readonly kind: 'pinned'; readonly id: PinnedId };
