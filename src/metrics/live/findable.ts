import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../ids.ts';
import type { UnixSeconds } from '../time.ts';
import { startedOrCreated } from './latest.ts';

/**
 * What a LIVE is found by, as short as it can be kept: thousands of them are read at once. Texts of which
 * there are several stand one a line.
 */
export const FindableSchema = v.object({
  id: RoomIdSchema,
  title: v.exactOptional(v.string()),
  /** Handle and name of the account. */
  creator: v.exactOptional(v.string()),
  /** Of each product its id, and after a space its name where it is known. */
  products: v.exactOptional(v.string()),
  /** By which lists of LIVEs are ordered. */
  order: v.number(),
});
export type Findable = v.InferOutput<typeof FindableSchema>;

/** Of a session what a LIVE is found by. */
interface FindableSession {
  readonly room: {
    readonly id: RoomId;
    readonly title?: string | undefined;
    readonly creator?:
      | { readonly handle?: string | undefined; readonly name?: string | undefined }
      | undefined;
    readonly accountHandle?: string | undefined;
    readonly startedAt?: UnixSeconds | undefined;
  };
  readonly products?:
    | readonly { readonly id: string; readonly name?: string | undefined }[]
    | undefined;
  readonly pins?:
    | readonly { readonly product: string; readonly productName?: string | undefined }[]
    | undefined;
}

/** What a LIVE is found by, out of all that is known of it. */
export function findableOf({ room, products = [], pins = [] }: FindableSession): Findable {
  const title = inOneLine(room.title ?? '');
  const creator = [room.creator?.handle ?? room.accountHandle, room.creator?.name]
    .map((text) => inOneLine(text ?? ''))
    .filter((text) => text !== '')
    .join('\n');
  // A product that was pinned may have gone from the list by now.
  const named = new Map<string, string>();
  for (const { product, productName } of pins) named.set(product, productName ?? '');
  for (const { id, name } of products) named.set(id, name ?? named.get(id) ?? '');
  const lines = [...named].map(([id, name]) => `${id} ${inOneLine(name)}`.trim()).join('\n');
  return {
    id: room.id,
    ...(title === '' ? {} : { title }),
    ...(creator === '' ? {} : { creator }),
    ...(lines === '' ? {} : { products: lines }),
    order: startedOrCreated(room),
  };
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
