import type { Session } from '../../metrics/session.ts';
import { demoShop } from '../shop.ts';
import type { ApiAnswer } from './answers.ts';

/** What a shop's owner gives an app: its tokens, and the cipher that its questions name. */
export interface ShopTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly cipher: string;
}

/** A shop of the stand-in, simulated from a seed of its own, with the tokens that are good now. */
export interface StandInShop {
  readonly tokens: () => ShopTokens;
  /** All that was ever issued for it. */
  readonly everIssued: () => readonly string[];
  readonly hasExpired: () => boolean;
  readonly expire: () => void;
  /** New tokens; those before are worth nothing from now on. */
  readonly refresh: () => ApiAnswer;
  /** Its LIVEs in the order of the list: by GMV, the most first. */
  readonly sessions: () => readonly Session[];
}

const WEEK = 7 * 86_400;

/** The nth shop, played when it is first asked about. */
export function standInShop(nth: number, now: () => number): StandInShop {
  let issued = 0;
  let expired = false;
  let opened: ReturnType<typeof demoShop> | undefined;
  const tokens = (time = issued): ShopTokens => ({
    accessToken: `standin-access-${nth}-${time}-x7Qp`,
    refreshToken: `standin-refresh-${nth}-${time}-k3Zs`,
    cipher: `GCP_standInOfShop${nth}-w9`,
  });
  return {
    tokens: () => tokens(),
    everIssued: () =>
      Array.from({ length: issued + 1 }, (_, time) => Object.values(tokens(time))).flat(),
    hasExpired: () => expired,
    expire: () => {
      expired = true;
    },
    refresh: () => {
      issued += 1;
      expired = false;
      const { accessToken, refreshToken } = tokens();
      const data = {
        access_token: accessToken,
        access_token_expire_in: Math.floor(now() / 1000) + WEEK,
        refresh_token: refreshToken,
        refresh_token_expire_in: Math.floor(now() / 1000) + 8 * WEEK,
        user_type: 0,
      };
      return { status: 200, code: 0, message: 'success', data };
    },
    sessions: () => {
      opened ??= demoShop(now(), nth + 1);
      return [...opened.sessions(now())].sort((a, b) => gmvOf(b) - gmvOf(a));
    },
  };
}

const gmvOf = ({ figures }: Session): number => {
  const { gmv } = figures;
  return gmv !== undefined && 'money' in gmv ? Number(gmv.money.amount) : 0;
};
