import * as v from 'valibot';
import { recordHead } from '../archive/records.ts';
import { FiguresSchema } from '../metrics/figure.ts';
import { RoomIdSchema } from '../metrics/ids.ts';
import { accountOf } from '../metrics/live/account.ts';
import { emptySession } from '../metrics/merge.ts';
import { CurrencyCodeSchema, toMoney } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import {
  HOUR_SECONDS,
  MINUTE_SECONDS,
  seconds,
  type UnixSeconds,
  unixSeconds,
  type Zone,
} from '../metrics/time.ts';
import type { View } from './panel-view.ts';
import { putRaw } from './raw-archive.ts';
import type { Stage } from './stage.ts';

interface MadeShop {
  readonly handle: string;
  readonly id: string;
  readonly region: string;
  readonly currency: string;
  /** What one dollar of the sample shop is in its currency. */
  readonly rate: number;
  readonly zone: Zone;
  /** By how much its LIVEs start later than those of the sample shop. */
  readonly later: number;
}

const shops: readonly MadeShop[] = [
  {
    handle: 'made.us',
    id: '700101',
    region: 'US',
    currency: 'USD',
    rate: 1,
    zone: { offset: seconds(-8 * HOUR_SECONDS), name: 'America/Los_Angeles' },
    later: 0,
  },
  {
    handle: 'made.vn',
    id: '700202',
    region: 'VN',
    currency: 'VND',
    rate: 25_000,
    zone: { offset: seconds(7 * HOUR_SECONDS), name: 'Asia/Ho_Chi_Minh' },
    later: 30 * MINUTE_SECONDS,
  },
];

/** LIVEs that {@link keepTwoShops} puts in for each shop, newest first, and the one of nobody known. */
export interface TwoShops {
  readonly us: readonly Session[];
  readonly vn: readonly Session[];
}

/**
 * Puts LIVEs of two accounts in two currencies and zones into the shop's archive, to be called from a page of the
 * extension, which is to be loaded anew afterwards. They are figures of the demo's LIVEs that ended: twenty of the
 * first shop, and ten of the second that start while one of the first is on air. One more tells no account.
 */
export async function keepTwoShops(stage: Stage, view: View): Promise<TwoShops> {
  const ended = stage.demo.sessions().filter(({ room }) => room.endedAt !== undefined);
  const [first, second] = shops;
  if (first === undefined || second === undefined) throw new Error('no shops');
  const us = ended.slice(0, 20).map((session) => ofShop(first, session, 1));
  const vn = ended
    .slice(0, 20)
    .flatMap((session, place) => (place % 2 === 0 ? [] : [ofShop(second, session, 2)]));
  const all = [...us, ...vn, ...ended.slice(21, 22).map(ofNobody)];
  await putRaw(view, 'shop', {
    rooms: all.map((session) => recordHead(session, 1)),
    details: all.map((session) => ({ id: session.room.id, session })),
  });
  return { us, vn };
}

/** A LIVE of the demo with the account, money and clock of a shop; `turn` keeps ids of both shops apart. */
function ofShop(shop: MadeShop, { room, figures, origins }: Session, turn: number): Session {
  const { id: account, handle, region, later, rate } = shop;
  const currency = v.parse(CurrencyCodeSchema, shop.currency);
  const id = v.parse(RoomIdSchema, `${turn}${room.id.slice(1)}`);
  const moved = (at: UnixSeconds | undefined) => unixSeconds((at ?? 0) + later);
  const inMoney = Object.entries(figures).map(([metric, figure]) => [
    metric,
    'money' in figure
      ? { ...figure, money: toMoney(Number(figure.money.amount) * rate, currency) }
      : figure,
  ]);
  return {
    ...emptySession(id),
    room: {
      id,
      title: room.title,
      ...accountOf({ id: account, handle }),
      creator: { handle },
      region,
      startedAt: moved(room.startedAt),
      endedAt: moved(room.endedAt),
      status: 'ended',
      zone: shop.zone,
    },
    currency,
    figures: v.parse(FiguresSchema, Object.fromEntries(inMoney)),
    origins,
  };
}

/** A LIVE of which nothing says whose it is. */
function ofNobody({ room, figures, currency, origins }: Session): Session {
  const { id, title, startedAt, endedAt } = room;
  return {
    ...emptySession(id),
    room: { id, title, startedAt, endedAt, status: 'ended' },
    currency,
    figures,
    origins,
  };
}
