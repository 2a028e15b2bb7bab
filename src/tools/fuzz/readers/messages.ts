import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as v from 'valibot';
import { handlers as workerHandlers } from '../../../background/messaging/handlers.ts';
import { type Handlers, route } from '../../../background/messaging/router.ts';
import { readOrder } from '../../../content/launcher/commands.ts';
import { readPanel } from '../../../content/launcher/panel-state.ts';
import { readPill } from '../../../content/launcher/read-pill.ts';
import { readWords } from '../../../content/launcher/read-words.ts';
import { readObservedText, writeObserved } from '../../../content/observed-text.ts';
import { answerText } from '../../../content/observer/answer-text.ts';
import { readText } from '../../../content/observer/read-text.ts';
import { failed, fault } from '../../../metrics/fault.ts';
import { newsIn } from '../../../platform/archive-news.ts';
import { launcherWordsBy } from '../../../platform/launcher-words.ts';
import { MAX_WIDTH, MIN_WIDTH } from '../../../platform/panel-width.ts';
import { type Verb, verbs } from '../../../platform/protocol.ts';
import { madeSenders } from '../extension-stand-in.ts';
import { fuzzed } from '../fuzzed.ts';
import { junk } from '../junk.ts';
import { spoiltBytes } from '../spoilt-bytes.ts';
import { spoiltText } from '../spoilt-text.ts';
import { spoilt } from '../spoilt-value.ts';
import { valuesOf } from '../values-of-schema.ts';

const app = 'live-diagnosis';
const isVerb = (name: string): name is Verb => Object.hasOwn(verbs, name);
const verbNames = Object.keys(verbs).filter(isVerb);
const shop = 'https://shop.tiktok.com';

/** Takes every verb's request as it was read, and does nothing. */
let received: unknown;
const handlers: Handlers = new Proxy(workerHandlers, {
  get: () => async (request: unknown) => {
    received = request;
    return failed(fault('internal'));
  },
});

const anyVerb = fc.oneof(
  ...verbNames.map((verb) => {
    const whole = valuesOf(verbs[verb].request);
    return fc.oneof(whole, spoilt(whole), junk).map((request) => ({ verb, request }));
  }),
);

const observed = {
  url: `${shop}/api/v1/insights/workbench/live/detail/core/stats`,
  request: '{"request":{"room_filter":{"room_id":"7649951805363391253"}}}',
  status: 200,
  body: '{"code":0,"data":{}}',
};
const { request: _, ...unasked } = observed;
const orders: readonly unknown[] = [
  { app, order: 'toggle', words: launcherWordsBy((key) => key) },
  { app, order: 'panel', panel: { open: true, width: 420, dock: 'push' } },
  {
    app,
    order: 'pill',
    room: '7649951805363391253',
    says: { text: '−12%', name: 'x', tone: 'low' },
  },
  { app, order: 'fetch', path: '/api/v1/insights/workbench/live/detail/core/stats', body: '{}' },
];
const names = ['open', 'tab', 'close', 'resize', 'frame', 'updated', 'reload'] as const;
const word = { getMessage: (key: string) => `own ${key}` };

export const messageReaders = [
  fuzzed({
    name: 'messages to the worker',
    reads: ['background/messaging/router.ts', 'background/messaging/sender.ts'],
    share: 14,
    inputs: fc.oneof(
      { weight: 6, arbitrary: anyVerb.map((one): unknown => ({ app, ...one })) },
      { weight: 2, arbitrary: spoilt(anyVerb.map((one): unknown => ({ app, ...one }))) },
      { weight: 1, arbitrary: junk },
    ),
    read: async (message) => {
      received = undefined;
      const from = message !== null && typeof message === 'object' ? message : {};
      const verb: unknown = Reflect.get(from, 'verb');
      const isPage = typeof verb === 'string' && verb.startsWith('page.');
      const reply = await route(message, isPage ? madeSenders.page : madeSenders.panel, handlers);
      return { reply, request: received };
    },
    wrong: ({ reply, request }, message) => {
      if (reply !== undefined && typeof reply.ok !== 'boolean') return 'no answer';
      if (request === undefined || typeof message !== 'object' || message === null)
        return undefined;
      const verb = verbNames.find((name) => name === Reflect.get(message, 'verb'));
      if (verb === undefined) return 'a request of no verb';
      const again = v.safeParse(verbs[verb].request, request);
      if (!again.success) return `${verb} is refused when it is read again`;
      return isDeepStrictEqual(again.output, request) ? undefined : `${verb} is read as another`;
    },
  }),
  fuzzed({
    name: 'who sends a message',
    reads: ['background/messaging/sender.ts'],
    share: 2,
    inputs: spoilt(fc.constantFrom<unknown>(madeSenders.page, madeSenders.panel)),
    read: (sender) =>
      route(
        { app, verb: 'archive.forget', request: {} },
        typeof sender === 'object' && sender !== null ? sender : {},
        handlers,
      ),
    wrong: (reply, sender) => {
      const from = typeof sender === 'object' && sender !== null ? sender : {};
      // The browser says where a message is from, in texts: in others a list of one reads like the one.
      const isOurs =
        Reflect.get(from, 'id') === madeSenders.panel.id &&
        JSON.stringify([Reflect.get(from, 'origin'), Reflect.get(from, 'url')]).includes(
          madeSenders.panel.origin,
        );
      const isHeard = reply?.ok === false && reply.fault.code !== 'bad-message';
      return isHeard && !isOurs ? 'somebody else is heard' : undefined;
    },
  }),
  fuzzed({
    name: 'what comes out of the page',
    reads: ['content/observed-text.ts'],
    share: 5,
    inputs: fc.oneof(spoiltText(fc.constantFrom(observed, unasked).map(writeObserved)), junk),
    read: (detail) => readObservedText(detail, shop),
    wrong: (read) =>
      read === undefined || v.is(verbs['page.observed'].request, read)
        ? undefined
        : 'what the worker refuses is passed on',
  }),
  fuzzed({
    name: 'answers that the page reads',
    reads: ['content/observer/answer-text.ts', 'content/observer/read-text.ts'],
    share: 2,
    inputs: fc.record({
      bytes: spoiltBytes(fc.constant(new TextEncoder().encode(observed.body))),
      type: fc.constantFrom('application/json', 'text/plain', 'text/html', null),
      length: fc.constantFrom('14', '-1', '1e9', 'many', null),
      value: junk,
    }),
    read: async ({ bytes, type, length, value }) => {
      const headers = new Headers();
      if (type !== null) headers.set('content-type', type);
      if (length !== null) headers.set('content-length', length);
      const of = (responseType: XMLHttpRequestResponseType, response: unknown) =>
        answerText({ responseType, response, responseText: '' });
      return Promise.all([
        readText(new Response(bytes, { headers }), 10_000),
        of('arraybuffer', bytes.buffer),
        of('blob', new Blob([bytes])),
        of('json', value),
        of('document', value),
      ]);
    },
    wrong: (texts) =>
      texts.every((text) => text === undefined || typeof text === 'string') ? undefined : 'no text',
  }),
  fuzzed({
    name: 'orders to the launcher',
    reads: ['commands.ts', 'panel-state.ts', 'read-pill.ts', 'read-words.ts'].map(
      (name) => `content/launcher/${name}`,
    ),
    share: 4,
    inputs: fc.oneof(spoilt(fc.constantFrom(...orders)), junk),
    read: (message) => {
      const order = readOrder(message);
      return {
        order,
        panels: [order?.order === 'panel' ? order.panel : undefined, readPanel(message)],
        pill: readPill(message),
        words: names.map(
          readWords(order?.order === 'toggle' ? order.words : message, { i18n: word }),
        ),
      };
    },
    wrong: ({ panels, words }) => {
      const widths = panels.flatMap((panel) => panel?.width ?? []);
      if (!widths.every((width) => width >= MIN_WIDTH && width <= MAX_WIDTH)) return 'a width';
      return words.every((one) => typeof one === 'string') ? undefined : 'no words';
    },
  }),
  fuzzed({
    name: 'news for the pages',
    reads: ['platform/archive-news.ts'],
    share: 2,
    inputs: fc.oneof(
      spoilt(
        fc.constantFrom<unknown>(
          { app, news: { kind: 'room', room: '7649951805363391253', passing: true } },
          { app, news: { kind: 'rooms', rooms: ['7649951805363391253'], joined: [] } },
          { app, news: { kind: 'settings' } },
        ),
      ),
      junk,
    ),
    read: newsIn,
  }),
];
