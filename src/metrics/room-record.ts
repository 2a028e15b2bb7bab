import type { Figures } from './figure.ts';
import type { CategoryId, ProductId, RoomId } from './ids.ts';
import type { CurrencyCode } from './money.ts';
import type { RoomInfo } from './session.ts';
import type { UnixMs } from './time.ts';

/** A room without its heavy details, for lists and for the seller's own history. */
export interface RoomRecord {
  readonly id: RoomId;
  readonly room: RoomInfo;
  readonly figures: Figures;
  readonly currency?: CurrencyCode;
  /** The product with the highest GMV, from which the room's category follows. */
  readonly topProduct?: ProductId;
  /** That product's category, where the source knows it; Seller Center's answers carry none. */
  readonly category?: CategoryId;
  /** When its figures were last read; absent for a room that is only known from the list. */
  readonly fetchedAt?: UnixMs;
  /** What its figures say of it by `live/unusual.ts`, so that lists needn't look at them. */
  readonly notSelling?: boolean;
  readonly revision: number;
  readonly simulated: boolean;
}

/** A room in a list whose figures may follow later: thousands of LIVEs are listed, and few are compared with. */
export type ListedRoom = Omit<RoomRecord, 'figures'> & Partial<Pick<RoomRecord, 'figures'>>;

/** Without looking at the figures, which are made when they are. */
export const hasFigures = (room: ListedRoom): room is RoomRecord => 'figures' in room;
