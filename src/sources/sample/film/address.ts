import * as v from 'valibot';
import { isAddress } from '../../../metrics/address.ts';
import { DAY_SECONDS, type Seconds, SecondsSchema } from '../../../metrics/time.ts';
import type { CoverMark } from '../cover.ts';

/** `invalid` is a name that no host can have: nothing answers there, and nothing is asked. */
const ROOT = 'https://sample.invalid/film?';

/** What the film of a simulated LIVE shows, and for how long it runs. */
export interface SampleFilm {
  /** The category of what is sold. */
  readonly mark: CoverMark;
  /** The colour of the cover, in degrees. */
  readonly hue: number;
  readonly length: Seconds;
}

const FilmSchema = v.object({
  mark: v.picklist(['leaf', 'house', 'gem'] satisfies CoverMark[]),
  hue: v.pipe(v.string(), v.decimal(), v.transform(Number)),
  // A feed may write what it likes: nobody is made to draw for days.
  length: v.pipe(
    v.string(),
    v.digits(),
    v.transform(Number),
    v.maxValue(DAY_SECONDS),
    SecondsSchema,
  ),
});

/** The address that stands for a film where a real LIVE has the address of its replay. */
export function filmAddress({ mark, hue, length }: SampleFilm): string {
  return `${ROOT}${new URLSearchParams({ mark, hue: String(hue), length: String(Math.round(length)) })}`;
}

/** The film that an address stands for; undefined for any other address. */
export function filmAt(address: string): SampleFilm | undefined {
  if (!address.startsWith(ROOT) || !isAddress(address)) return undefined;
  const film = v.safeParse(FilmSchema, Object.fromEntries(new URL(address).searchParams));
  return film.success ? film.output : undefined;
}
