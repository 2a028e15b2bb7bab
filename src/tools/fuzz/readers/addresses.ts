import fc from 'fast-check';
import { createLastAnswers } from '../../../background/rooms/last-answers.ts';
import { noteUnread } from '../../../background/rooms/reader-health.ts';
import { readArguments } from '../../../cli/arguments.ts';
import { readFeedArguments } from '../../../cli/feed/options.ts';
import { analyticsAddress } from '../../../content/analytics-address.ts';
import { pagePlaceOf } from '../../../content/page-place.ts';
import { isAddress } from '../../../metrics/address.ts';
import { originPattern, parseFeedAddress } from '../../../metrics/feed/feed.ts';
import { parseRoomId } from '../../../metrics/ids.ts';
import { accountOf, shopOf } from '../../../metrics/live/account.ts';
import { seconds } from '../../../metrics/time.ts';
import { cueIn } from '../../../panel/cue/cue-in.ts';
import { momentOf } from '../../../panel/notes/moment.ts';
import { timeTyped } from '../../../panel/plan/typed-time.ts';
import { untyped } from '../../../panel/potential/typed-figure.ts';
import { isPlaylist } from '../../../panel/replay/own-player.ts';
import { roomInAddress, roomToJudge } from '../../../panel/state/room-in-address.ts';
import { isAnalyticsPath } from '../../../platform/analytics-path.ts';
import { isSupportedAddress } from '../../../platform/hosts.ts';
import { isSafeAddress } from '../../../sources/feed/address.ts';
import { filmAt } from '../../../sources/sample/film/address.ts';
import { fuzzed } from '../fuzzed.ts';
import { junk, unreadableNumbers } from '../junk.ts';
import { spoiltText } from '../spoilt-text.ts';

const page = 'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391253';
const addresses = [
  page,
  'https://shop.tiktok.com/api/v1/insights/workbench/live/detail/core/stats?room_id=7649951805363391253',
  '/api/v4/insights/seller/live/list?oec_seller_id=7495687808946800000',
  'https://seller-id.tokopedia.com/compass/live-overview',
  'chrome-extension://abc/src/panel/panel.html?room=7649951805363391253&view=verdict',
  'chrome-extension://abc/src/panel/panel.html?view=cue&which=shop&plan=2f1b3c58-7a0e-4f6e-9a6a-0c1a4d2b9e11#room=1',
  'https://feeds.example.com/live/index.json',
  'https://sample.invalid/film?mark=leaf&hue=120&length=3600',
  'https://v.example.com/replay.m3u8?expire=1781240000',
  'data:text/html,a',
  'https://user:word@a.example:8080/a#b',
];

const text = fc.oneof(
  spoiltText(fc.constantFrom(...addresses)),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  junk.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))),
);

/** What people type where a figure, a time or a moment is asked for. */
const typed = fc.oneof(
  {
    weight: 3,
    arbitrary: spoiltText(fc.constantFrom('24,801', '1.234,5', '20:00', '8 pm', '0:42:10', '90')),
  },
  { weight: 2, arbitrary: fc.constantFrom<string>(...unreadableNumbers) },
  { weight: 1, arbitrary: junk.map((value) => String(value)) },
);

/** What stands on a command line. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '--room',
        '--region',
        '--dates',
        '--vs',
        '--feed',
        '--answers',
        '--json',
        '--out',
        'a.json',
      ],
      ...[
        '--window',
        '--days',
        '--day',
        '--name',
        '--homepage',
        '--min-lives',
        '--max-share',
        '28',
      ],
      ...['--out=x', '--room=7649951805363391253', '--region=vn', '--dates=day-first', '--', '-h'],
    ),
    // Node takes long for thousands of short options in one word.
    text.map((word) => word.slice(0, 200)),
  ),
  { maxLength: 8 },
);

export const addressReaders = [
  fuzzed({
    name: 'addresses that are asked',
    reads: ['background/rooms/last-answers.ts', 'background/rooms/reader-health.ts'],
    share: 2,
    inputs: fc.record({ address: text, body: fc.oneof(fc.constant('{"code":0}'), typed) }),
    read: async ({ address, body }) => {
      const last = createLastAnswers();
      last.hold(address, undefined, body);
      await noteUnread(address);
      return last.all();
    },
    wrong: (held) =>
      held.every(({ path }) => isAnalyticsPath(new URL(path, page).pathname))
        ? undefined
        : 'an answer about something else is held',
  }),
  fuzzed({
    name: 'command lines',
    reads: ['cli/arguments.ts', 'cli/feed/options.ts'],
    share: 2,
    inputs: words,
    read: (args) => [readArguments(args), readFeedArguments(args)] as const,
    wrong: ([report, feed]) => {
      if (report.want === 'report' && report.room !== undefined && !/^\d+$/.test(report.room))
        return `room ${report.room}`;
      const numbers = feed.want === 'feed' ? [feed.options.window, feed.options.days] : [];
      return numbers.every((number) => Number.isSafeInteger(number) && number > 0)
        ? undefined
        : `options ${numbers.join(', ')}`;
    },
  }),
  fuzzed({
    name: 'addresses',
    reads: [
      'content/analytics-address.ts',
      'content/page-place.ts',
      'metrics/address.ts',
      'metrics/feed/feed.ts',
      'metrics/ids.ts',
      'metrics/live/account.ts',
      'panel/cue/cue-in.ts',
      'panel/replay/own-player.ts',
      'panel/state/room-in-address.ts',
      'platform/analytics-path.ts',
      'platform/hosts.ts',
      'sources/feed/address.ts',
      'sources/sample/film/address.ts',
    ],
    share: 8,
    inputs: text,
    read: (address) => ({
      asked: analyticsAddress(address, page),
      place: isAddress(address) ? pagePlaceOf(address) : undefined,
      feed: parseFeedAddress(address),
      account: accountOf({ id: address, handle: address }),
      shop: shopOf(address),
      rooms: [parseRoomId(address), roomInAddress(address), roomToJudge(address)],
      cue: cueIn(address),
      film: filmAt(address),
      yes: [isPlaylist(address), isSupportedAddress(address), isSafeAddress(address)],
    }),
    wrong: ({ asked, feed, film }, address) => {
      if (asked !== undefined) {
        const { origin, pathname } = new URL(asked);
        if (origin !== new URL(page).origin || !isAnalyticsPath(pathname))
          return `${asked} is none of the page's figures`;
      }
      if (feed !== undefined && !/^https:\/\/[a-z0-9.-]+\/\*$/.test(originPattern(feed)))
        return `${feed} is the address of no feed`;
      if (feed !== undefined && parseFeedAddress(feed) !== feed) return `${feed} isn't itself`;
      if (film !== undefined && !Number.isFinite(film.length)) return 'a film without a length';
      return isSafeAddress(address) && /[<>"\s]/.test(address)
        ? 'an address with marks'
        : undefined;
    },
  }),
  fuzzed({
    name: 'what people type',
    reads: ['panel/notes/moment.ts', 'panel/plan/typed-time.ts', 'panel/potential/typed-figure.ts'],
    share: 3,
    inputs: fc.record({
      text: typed,
      locale: fc.constantFrom('en', 'de', 'id', 'vi', 'ar', 'th', 'pt-BR', 'en-IN'),
    }),
    read: ({ text: said, locale }) => ({
      figure: untyped(said, 1, locale),
      time: timeTyped(said),
      moment: momentOf(said, seconds(20_000)),
    }),
    wrong: ({ figure, time, moment }, { text: said }) => {
      if (figure !== undefined && !(Number.isFinite(figure) && figure >= 0))
        return `read ${figure}`;
      if (figure !== undefined && /[^\d.,\s'’\u00a0\u202f٬٫e+-]/i.test(said))
        return `${said} is read as ${figure}`;
      if (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return `a time ${time}`;
      const isMoment = typeof moment === 'number';
      return isMoment && !(moment >= 0 && moment <= 20_000) ? `a moment ${moment}` : undefined;
    },
  }),
];
