import type { Random } from '../../sample/random.ts';

const WEEK_S = 604_800;
/** Instants between which unix seconds are taken for one: 2001 and 2040. */
const [EARLIEST_S, LATEST_S] = [1_000_000_000, 2_208_988_800];

/** Stand-ins for what names somebody or something; the same one for the same thing within a sample. */
export interface Replacements {
  /** An id in as many digits. One that holds the second it was made in, as rooms' do, is moved like the times. */
  readonly id: (id: string) => string;
  /** Words of which nothing is kept; one word for one word, as a handle must be. */
  readonly text: (text: string) => string;
  /** An address that leads nowhere, with the kind of its file and the names in its query. */
  readonly address: (address: string) => string;
  /** A time in seconds or milliseconds, moved by whole weeks; undefined for what is no time. */
  readonly time: (time: number) => number | undefined;
}

/** Draws the stand-ins of one sample. All times are moved back by the same whole number of weeks. */
export function drawReplacements(random: Random): Replacements {
  const ids = new Map<string, string>();
  const texts = new Map<string, string>();
  const addresses = new Map<string, string>();
  const back = (8 + Math.floor(random() * 96)) * WEEK_S;

  const time = (given: number): number | undefined => {
    if (!Number.isInteger(given)) return undefined;
    if (given >= EARLIEST_S && given < LATEST_S) return given - back;
    return given >= EARLIEST_S * 1000 && given < LATEST_S * 1000 ? given - back * 1000 : undefined;
  };
  const digit = (least: number): string => String(least + Math.floor(random() * (10 - least)));
  const drawId = (id: string): string => {
    const made = id.length < 18 ? undefined : time(Number(BigInt(id) >> 32n));
    if (made !== undefined) {
      return String((BigInt(made) << 32n) | BigInt(Math.floor(random() * 2 ** 32)));
    }
    return [...id].map((_, index) => digit(index === 0 ? 1 : 0)).join('');
  };
  const query = (given: URLSearchParams): string => {
    const parts = [...given].map(([name, value]) => {
      const moved = /^\d+$/.test(value) ? time(Number(value)) : undefined;
      return `${encodeURIComponent(name)}=${moved ?? 'x'}`;
    });
    return parts.length === 0 ? '' : `?${parts.join('&')}`;
  };

  return {
    time,
    id: (id) => kept(ids, id, () => drawId(id)),
    text: (text) =>
      kept(texts, text, () => `${/\s/.test(text) ? 'Text ' : 'text'}${texts.size + 1}`),
    address: (address) =>
      kept(addresses, address, () => {
        const { pathname, searchParams } = new URL(address);
        const [kind = ''] = /\.[a-z0-9]{2,5}$/i.exec(pathname) ?? [];
        return `https://address.invalid/${addresses.size + 1}${kind}${query(searchParams)}`;
      }),
  };
}

function kept(known: Map<string, string>, key: string, draw: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  const drawn = draw();
  known.set(key, drawn);
  return drawn;
}
