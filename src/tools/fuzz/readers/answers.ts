import fc from 'fast-check';
import * as v from 'valibot';
import { emptySession, mergePart } from '../../../metrics/merge.ts';
import { type Session, type SessionPart, SessionSchema } from '../../../metrics/session.ts';
import { randomOf } from '../../../sources/sample/random.ts';
import { availableDay } from '../../../sources/seller-center/available-date.ts';
import { derive } from '../../../sources/seller-center/derive.ts';
import { openEnvelope } from '../../../sources/seller-center/envelope.ts';
import { isRecord } from '../../../sources/seller-center/fields.ts';
import { at, room } from '../../../sources/seller-center/fixtures/captured.ts';
import { parseJson } from '../../../sources/seller-center/json.ts';
import { readObserved } from '../../../sources/seller-center/observed.ts';
import { rowCountOf, totalOf } from '../../../sources/seller-center/readers/room-list.ts';
import { readers } from '../../../sources/seller-center/readers.ts';
import { scramble } from '../../../sources/seller-center/scramble/scramble.ts';
import { type CapturedAnswer, capturedAnswers } from '../captured-answers.ts';
import { fuzzed } from '../fuzzed.ts';
import { junk } from '../junk.ts';
import { anotherNumberIn } from '../malformed-field.ts';
import { spoiltText } from '../spoilt-text.ts';
import { spoilt, wayDown } from '../spoilt-value.ts';
import { wrongKinds } from '../wrong-kind.ts';

const folder = 'sources/seller-center';
const nthAnswer = fc.nat(capturedAnswers.length - 1);
const anyAnswer = fc.constantFrom(...capturedAnswers);
const answerAt = (nth: number): CapturedAnswer => capturedAnswers[nth] ?? { path: '', data: {} };

/** Reads the data of an answer as what asked for it does. */
function partsOf({ path, request }: CapturedAnswer, data: unknown): readonly SessionPart[] {
  const reader = readers.find((one) => one.path.test(path));
  if (reader === undefined) throw new Error(`nobody reads ${path}`);
  const origin = { how: 'fetched', endpoint: reader.endpoint, at } as const;
  return reader.read(isRecord(data) ? data : {}, { room, origin, request });
}

/** The sessions that parts make, each LIVE's with what follows from them. */
function sessionsOf(parts: readonly SessionPart[]): readonly Session[] {
  const sessions = new Map<string, Session>();
  for (const part of parts) {
    const { id } = part.room;
    sessions.set(id, mergePart(sessions.get(id) ?? emptySession(id), part));
  }
  return [...sessions.values()].map(derive);
}

/** What the archive would refuse of sessions. */
function refusedIn(sessions: readonly Session[]): string | undefined {
  for (const session of sessions) {
    const read = v.safeParse(SessionSchema, session);
    if (!read.success) return `not to be stored: ${v.summarize(read.issues)}`;
  }
  return undefined;
}

const readerFiles = [
  'core-stats',
  'event-timeline',
  'other-lists',
  'product-list',
  'room-info',
  'room-list',
  'room-status',
  'show-list',
  'source-new',
  'trend-chart',
  'user-portrait',
  'violation-list',
].map((name) => `${folder}/readers/${name}.ts`);

/** An answer with one field of another kind, or with a number that can't be read. */
const malformed = fc.record({ nth: nthAnswer, down: wayDown, by: wrongKinds });

export const answerReaders = [
  fuzzed({
    name: 'answers of Seller Center, spoilt',
    reads: [...readerFiles, `${folder}/fields.ts`, `${folder}/derive.ts`],
    share: 12,
    inputs: nthAnswer.chain((nth) =>
      spoilt(fc.constant<unknown>(answerAt(nth).data)).map((data) => ({ nth, data })),
    ),
    read: ({ nth, data }) => sessionsOf(partsOf(answerAt(nth), data)),
    wrong: refusedIn,
  }),
  fuzzed({
    name: 'answers with a malformed field',
    reads: [...readerFiles, `${folder}/fields.ts`, `${folder}/zone.ts`],
    share: 30,
    inputs: malformed,
    read: ({ nth, down, by }) =>
      anotherNumberIn(answerAt(nth).data, down, by, (data) => partsOf(answerAt(nth), data)),
    wrong: (found) => found,
  }),
  fuzzed({
    name: 'answers as the page got them',
    reads: ['observed.ts', 'envelope.ts', 'json.ts', 'available-date.ts'].map(
      (name) => `${folder}/${name}`,
    ),
    share: 8,
    inputs: anyAnswer.chain(({ path, data, request }) => {
      const body = JSON.stringify({ code: 0, message: 'success', data });
      const asked = JSON.stringify(request ?? { request: { room_filter: { room_id: room } } });
      return fc.record({
        url: fc.oneof(fc.constant(`https://shop.tiktok.com${path}`), spoiltText(fc.constant(path))),
        status: fc.constantFrom(200, 200, 200, 0, 302, 404, 429, 500),
        request: fc.oneof(fc.constant(asked), spoiltText(fc.constant(asked))),
        body: fc.oneof(
          spoiltText(fc.constant(body)),
          spoilt(fc.constant<unknown>({ code: 0, data })).map((value) => JSON.stringify(value)),
        ),
      });
    }),
    read: (observed) => [readObserved({ ...observed, at }), availableDay(observed)] as const,
    wrong: ([read, day]) => {
      if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) return `day ${day}`;
      if (!read.ok || read.value === undefined) return undefined;
      return refusedIn(sessionsOf([read.value.part, ...read.value.others]));
    },
  }),
  fuzzed({
    name: 'envelopes and JSON text',
    reads: ['envelope.ts', 'json.ts', 'available-date.ts'].map((name) => `${folder}/${name}`),
    share: 5,
    inputs: fc.record({
      url: fc.constant('https://shop.tiktok.com/api/v1/insights/seller/shop/data/available/date'),
      status: fc.constant(200),
      body: spoiltText(
        spoilt(
          fc.constant<unknown>({
            code: 0,
            message: 'success',
            data: {
              id: '7649951805363391253',
              text: 'a "quoted" \\ word 7649951805363391253',
              module_name_to_available_date_map: {
                live: { available_date: '2026-11-30' },
                video: { available_date: '1781240000' },
              },
            },
          }),
        ).map((value) => JSON.stringify(value) ?? ''),
      ),
    }),
    read: (observed) =>
      [parseJson(observed.body), openEnvelope(observed), availableDay(observed)] as const,
    wrong: ([json, opened, day]) => {
      if (opened.ok && !json.ok) return 'an envelope that is no JSON';
      return day === undefined || /^\d{4}-\d\d-\d\d$/.test(day) ? undefined : `day ${day}`;
    },
  }),
  fuzzed({
    name: 'pages of the list of LIVEs',
    reads: [`${folder}/readers/room-list.ts`],
    share: 2,
    inputs: spoilt(
      fc.constant(capturedAnswers.find(({ path }) => path.endsWith('/live/list'))?.data),
    ),
    read: (data) => {
      const answer = isRecord(data) ? data : {};
      return [totalOf(answer) ?? 0, rowCountOf(answer)];
    },
    wrong: (counts) =>
      counts.every((count) => Number.isSafeInteger(count) && count >= 0)
        ? undefined
        : `counts ${counts.join(', ')}`,
  }),
  fuzzed({
    name: 'samples for problem reports',
    reads: [`${folder}/scramble/scramble.ts`, `${folder}/scramble/replacements.ts`],
    share: 3,
    inputs: anyAnswer.chain(({ path, data }) =>
      fc.record({
        path: fc.constant(path),
        body: fc.oneof(
          spoilt(fc.constant<unknown>({ code: 0, data })).map((value) => JSON.stringify(value)),
          junk.map((value) => JSON.stringify(value)),
          spoiltText(fc.constant(JSON.stringify({ code: 0, data }))),
          fc
            .integer({ min: 1, max: 50_000 })
            .map((depth) => `{"data":${'['.repeat(depth)}${']'.repeat(depth)}}`),
        ),
      }),
    ),
    read: (held) => scramble([held], randomOf('fuzz')),
  }),
];
