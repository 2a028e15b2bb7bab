import Hls, {
  type ErrorData,
  type FragmentLoaderContext,
  type LevelDetails,
  type LoaderCallbacks,
  type LoaderConfiguration,
  type LoaderContext,
  type PlaylistLoaderContext,
} from 'hls.js';
import type { RecordingCourse } from '../../metrics/live/recording-clock.ts';
import { seconds } from '../../metrics/time.ts';
import { isLocked } from './hls/locked.ts';
import { type SaidSegment, type SegmentClock, segmentClock } from './hls/segment-clock.ts';
import { streamTimes } from './hls/stream-times.ts';
import { type ToldSegment, toldBreaks, withSeenBreaks } from './hls/told-breaks.ts';
import { type PlayTrouble, refusalOf } from './trouble.ts';
import type { Attached, Attaching } from './way.ts';

/** The segments as the playlist tells them, before hls.js learns better: by their numbers. */
type Said = ReadonlyMap<number, SaidSegment & { readonly cc: number }>;

const Loader = Hls.DefaultConfig.loader;

/**
 * Plays an HLS playlist through hls.js. Without its worker: that would be code from a blob, which an
 * extension's policy forbids. From the first segment on, whichever second is wanted: that one tells the clock
 * by which every other is sought.
 */
export function attachHls({ video, url, fail, learn }: Attaching): Attached {
  const clock = segmentClock();
  let details: LevelDetails | undefined;
  let said: Said = new Map();
  let stats: { readonly loaded: number } | undefined;
  let received = 0;
  const missing = new Set<string>();

  const tell = (): void => {
    if (details === undefined) return;
    learn(courseOf(details, said, clock));
  };

  /** A LIVE that is replayed has ended, whether its playlist says so or not. */
  class Playlists extends Loader {
    declare context: PlaylistLoaderContext | null;
    override load(
      context: PlaylistLoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      super.load(context, config, {
        ...callbacks,
        onSuccess: (response, ...rest) => {
          const { data, url: at = context.url } = response;
          callbacks.onSuccess(
            typeof data === 'string'
              ? { ...response, data: withGaps(withEnd(data), at, missing) }
              : response,
            ...rest,
          );
        },
      });
    }
  }

  /** Segments that go by another clock than those before them are marked as a playlist should have marked them. */
  class Segments extends Loader {
    declare context: FragmentLoaderContext | null;
    override load(
      context: FragmentLoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      super.load(context, config, {
        ...callbacks,
        onSuccess: (response, ...rest) => {
          place(context.frag, response.data);
          callbacks.onSuccess(response, ...rest);
        },
      });
    }
  }

  /** Goes on behind a segment that isn't there, where others are. Answers whether it does. */
  const goOnWithout = (segment: string): boolean => {
    if (received === 0 || missing.size >= MOST || missing.has(segment)) return false;
    missing.add(segment);
    hls.loadSource(url);
    return true;
  };

  const place = (frag: FragmentLoaderContext['frag'], data: unknown): void => {
    const told = frag.sn === 'initSegment' ? undefined : said.get(frag.sn);
    if (!(data instanceof ArrayBuffer) || told === undefined) return;
    received += data.byteLength;
    const times = streamTimes(new Uint8Array(data));
    if (times === undefined) return;
    const run = clock.run(told, times);
    // Each run keeps apart from every other, and from those that the playlist tells apart.
    frag.cc = told.cc + run * ((details?.endCC ?? 0) + 1);
    tell();
  };

  const hls = new Hls({
    enableWorker: false,
    startPosition: 0,
    pLoader: Playlists,
    fLoader: Segments,
  });
  hls.on(Hls.Events.FRAG_LOADING, (_event, { frag }) => {
    stats = frag.stats;
  });
  hls.on(Hls.Events.LEVEL_LOADED, (_event, loaded) => {
    details = loaded.details;
    said = new Map(
      details.fragments.map(({ sn, start, duration, cc }) => [sn, { start, length: duration, cc }]),
    );
    if (isLocked(details.m3u8)) fail({ kind: 'encrypted' });
    else tell();
  });
  hls.on(Hls.Events.ERROR, (_event, error) => {
    const trouble = troubleOf(error, details);
    const { frag } = error;
    if (trouble.kind === 'missing' && frag !== undefined && goOnWithout(frag.url)) return;
    // What is refused once stays so, and what never came: hls.js would ask on for half a minute.
    const isFinal =
      trouble.kind === 'run-out' ||
      trouble.kind === 'missing' ||
      (trouble.kind === 'unreached' && received === 0);
    if (error.fatal || isFinal) fail(trouble);
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return { detach: () => hls.destroy(), received: () => received + (stats?.loaded ?? 0) };
}

/** So many of its segments may be missing before a recording is. */
const MOST = 5;

/** A playlist that says which of its segments are missing, for a player to go on behind them. */
function withGaps(playlist: string, at: string, missing: ReadonlySet<string>): string {
  const isMissing = (line: string): boolean =>
    !line.startsWith('#') && URL.canParse(line, at) && missing.has(new URL(line, at).href);
  return playlist
    .split('\n')
    .map((line) => (isMissing(line.trim()) ? `#EXT-X-GAP\n${line}` : line))
    .join('\n');
}

/** A playlist of segments that says it has ended. */
const withEnd = (playlist: string): string =>
  playlist.includes('#EXTINF') && !playlist.includes('#EXT-X-ENDLIST')
    ? `${playlist.trimEnd()}\n#EXT-X-ENDLIST\n`
    : playlist;

function courseOf({ fragments }: LevelDetails, said: Said, clock: SegmentClock): RecordingCourse {
  const length = [...said.values()].reduce((sum, one) => sum + one.length, 0);
  const told = fragments.flatMap((fragment): ToldSegment[] => {
    const known = said.get(fragment.sn);
    const { rawProgramDateTime: date, tagList } = fragment;
    if (known === undefined) return [];
    return [{ ...known, date: date ?? undefined, isNew: /DISCONTINUITY/.test(tagList.join()) }];
  });
  return {
    length: seconds(length * clock.stretch()),
    breaks: withSeenBreaks(toldBreaks(told), clock.breaks()),
  };
}

function troubleOf(error: ErrorData, details: LevelDetails | undefined): PlayTrouble {
  const { response, type, frag } = error;
  const { NETWORK_ERROR, KEY_SYSTEM_ERROR } = Hls.ErrorTypes;
  const refused = response?.code === undefined ? undefined : refusalOf(response.code);
  if (refused !== undefined) return refused;
  if (type === KEY_SYSTEM_ERROR || error.details === Hls.ErrorDetails.FRAG_DECRYPT_ERROR) {
    return { kind: 'encrypted' };
  }
  if (error.details === Hls.ErrorDetails.BUFFER_FULL_ERROR) return { kind: 'too-large' };
  const silent = (response?.code ?? 0) === 0;
  if (type !== NETWORK_ERROR || !silent) return { kind: 'unplayable' };
  // All of its segments' hosts at once, so that the seller is asked once.
  const addresses =
    frag === undefined
      ? [error.url ?? error.context?.url ?? '']
      : (details?.fragments.map((one) => one.url) ?? [frag.url]);
  return { kind: 'unreached', hosts: hostsOf(addresses) };
}

function hostsOf(addresses: readonly string[]): string[] {
  const hosts = addresses.map((address) =>
    URL.canParse(address) ? new URL(address).hostname : '',
  );
  return [...new Set(hosts)].filter((host) => host !== '');
}
