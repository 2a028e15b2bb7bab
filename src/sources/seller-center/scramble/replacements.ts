import type { Random } from '../../sample/random.ts';

const MINUTE_S = 60;
const DAY_S = 86_400;
/** Instants between which unix seconds are taken for one: 2001 and 2040. */
const [EARLIEST_S, LATEST_S] = [1_000_000_000, 2_208_988_800];
/** By how many days times are moved back, at least and at most. */
const [LEAST_DAYS, MOST_DAYS] = [60, 700];

/** Kinds of files that an address may keep: what stands behind a dot may be a part of a handle too. */
const FILE_KIND = /\.(?:avif|flv|jpe?g|m3u8|mp4|png|svg|ts|webp)$/i;
const QUERY_NAME = /^[\w.-]{1,30}$/;

/** Stand-ins for what names somebody or something; the same one for the same thing within a sample. */
export interface Replacements {
  /** An id in as many digits. */
  readonly id: (id: string) => string;
  /** A LIVE's id, which holds the second in which it was made: that is moved like all times. */
  readonly room: (id: string) => string;
  /** Words of which nothing is kept; one word for one word, as a handle must be. */
  readonly text: (text: string) => string;
  /** An address that leads nowhere, with the kind of its file and the names in its query. */
  readonly address: (address: string) => string;
  /** A time in seconds or milliseconds, moved; undefined for what is no time. */
  readonly time: (time: number) => number | undefined;
  /** A written day (2026-09-13, 20260913), moved by whole days in the same form; undefined for what is none. */
  readonly day: (day: string) => string | undefined;
}

/** Draws the stand-ins of one sample. All times are moved back by the same number of days and minutes. */
export function drawReplacements(random: Random): Replacements {
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  const addresses = new Map<string, string>();
  const days = LEAST_DAYS + Math.floor(random() * (MOST_DAYS - LEAST_DAYS));
  const back = days * DAY_S + Math.floor(random() * (DAY_S / MINUTE_S)) * MINUTE_S;

  const time = (given: number): number | undefined => {
    if (!Number.isInteger(given)) return undefined;
    if (given >= EARLIEST_S && given < LATEST_S) return given - back;
    return given >= EARLIEST_S * 1000 && given < LATEST_S * 1000 ? given - back * 1000 : undefined;
  };
  const digit = (least: number): string => String(least + Math.floor(random() * (10 - least)));
  const drawId = (id: string): string =>
    [...id].map((_, index) => digit(index === 0 ? 1 : 0)).join('');
  const drawRoom = (id: string): string => {
    const made = /^\d{18,19}$/.test(id) ? time(Number(BigInt(id) >> 32n)) : undefined;
    if (made === undefined) return drawId(id);
    return String((BigInt(made) << 32n) | BigInt(Math.floor(random() * 2 ** 32)));
  };
  const query = (given: URLSearchParams): string => {
    const parts = [...given].map(([name, value]) => {
      const moved = /^\d+$/.test(value) ? time(Number(value)) : undefined;
      return `${isName(name) ? name : 'x'}=${moved ?? 'x'}`;
    });
    return parts.length === 0 ? '' : `?${parts.join('&')}`;
  };

  return {
    time,
    id: (id) => kept(ids, id, () => drawId(id)),
    room: (id) => kept(ids, id, () => drawRoom(id)),
    text: (text) =>
      kept(texts, text, () => `${/\s/.test(text) ? 'Text ' : 'text'}${texts.size + 1}`),
    address: (address) =>
      kept(addresses, address, () => {
        const { pathname, searchParams } = new URL(address);
        const [kind = ''] = FILE_KIND.exec(pathname) ?? [];
        return `https://address.invalid/${addresses.size + 1}${kind}${query(searchParams)}`;
      }),
    day: (day) => {
      const [, year, mark = '', month, date] = /^(\d{4})([-/]?)(\d\d)\2(\d\d)$/.exec(day) ?? [];
      const at = Date.parse(`${year}-${month}-${date}T00:00Z`);
      if (year === undefined || !(at >= EARLIEST_S * 1000 && at < LATEST_S * 1000))
        return undefined;
      const moved = new Date(at - days * DAY_S * 1000).toISOString().slice(0, 10);
      return moved.replaceAll('-', mark);
    },
  };
}

/** Whether the name of a field in a query names nobody. */
export function isName(name: string): boolean {
  return QUERY_NAME.test(name) && !/\d{5}/.test(name);
}

function kept(known: Map<string, string>, key: string, draw: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  const drawn = draw();
  known.set(key, drawn);
  return drawn;
}
