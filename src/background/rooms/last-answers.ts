import { isAddress } from '../../metrics/address.ts';
import { isAnalyticsPath } from '../../platform/analytics-path.ts';
import { readerFor } from '../../sources/seller-center/readers.ts';
import type { HeldAnswer } from '../../sources/seller-center/scramble/scramble.ts';

/** What is held of all answers together: 512 KiB, at two bytes a character. */
const MOST_CHARACTERS = 262_144;
const BASE = 'https://page.invalid';

/** The last answer of each endpoint, and of each path that no reader knows. */
export interface LastAnswers {
  /**
   * Holds an answer in place of the endpoint's one before, a refusal in place of its last refusal. Where all become too much, the oldest go; one
   * that is too much alone isn't held, and neither is a page or what isn't about LIVEs.
   */
  readonly hold: (address: string, request: string | undefined, body: string) => void;
  /** What is held, oldest first. */
  readonly all: () => readonly HeldAnswer[];
  readonly forget: () => void;
}

export function createLastAnswers(): LastAnswers {
  const held = new Map<string, HeldAnswer>();
  return {
    hold(address, request, body) {
      if (!isAddress(address, BASE)) return;
      const { pathname, search } = new URL(address, BASE);
      const answer: HeldAnswer = {
        path: `${pathname}${search}`,
        ...(request === undefined ? {} : { request }),
        body,
      };
      if (!isAnalyticsPath(pathname) || !/^\s*\{/.test(body)) return;
      if (sizeOf(answer) > MOST_CHARACTERS) return;
      const endpoint = readerFor(pathname)?.endpoint ?? pathname.replace(/\d{6,}/g, '…');
      // A refusal tells nothing of the shape of answers, and doesn't take the place of one.
      const key = isRefusal(body) ? `${endpoint} refused` : endpoint;
      // Deleted first, so that the map's order is the order of their coming.
      held.delete(key);
      held.set(key, answer);
      let size = [...held.values()].reduce((sum, one) => sum + sizeOf(one), 0);
      for (const [oldest, one] of held) {
        if (size <= MOST_CHARACTERS) break;
        size -= sizeOf(one);
        held.delete(oldest);
      }
    },
    all: () => [...held.values()],
    forget: () => held.clear(),
  };
}

/** Whether the envelope says anything but success; its code stands first. */
const isRefusal = (body: string): boolean => /^\s*\{\s*"code"\s*:\s*"?(?!0\b)/.test(body);

const sizeOf = ({ path, request = '', body }: HeldAnswer): number =>
  path.length + request.length + body.length;

/** Held in the worker's memory alone, and gone with it: only a sample that the seller saves reaches the disk. */
export const lastAnswers: LastAnswers = createLastAnswers();
