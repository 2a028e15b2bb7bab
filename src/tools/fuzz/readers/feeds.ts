import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as v from 'valibot';
import firstIndex from '../../../cli/feed/released/1.0-index.json' with { type: 'json' };
import firstSlice from '../../../cli/feed/released/1.0-slice.json' with { type: 'json' };
import secondIndex from '../../../cli/feed/released/2.0-index.json' with { type: 'json' };
import secondSlice from '../../../cli/feed/released/2.0-slice.json' with { type: 'json' };
import revisedIndex from '../../../cli/feed/released/2.1-index.json' with { type: 'json' };
import {
  readPublishedRecord,
  recordOfSlice,
  recordText,
} from '../../../cli/publish/published-record.ts';
import { CategorySliceSchema } from '../../../metrics/feed/category-slice.ts';
import {
  fixtureNow,
  sliceArbitrary,
  sliceFile,
  wanted,
} from '../../../sources/feed/feed.fixture.ts';
import { FeedIndexSchema } from '../../../sources/feed/index-schema.ts';
import { plainLine } from '../../../sources/feed/plain-text.ts';
import { readIndex } from '../../../sources/feed/read-index.ts';
import { readSlice } from '../../../sources/feed/read-slice.ts';
import { fuzzed } from '../fuzzed.ts';
import { leavesOf, newIn } from '../malformed-field.ts';
import { spoiltText } from '../spoilt-text.ts';
import { placeIn, spoilt, valueIn, wayDown, withValue } from '../spoilt-value.ts';
import { kindOf, wrongKinds } from '../wrong-kind.ts';

const made = sliceArbitrary.map((slice): unknown => JSON.parse(sliceFile(slice)));
const slices = fc.oneof(made, fc.constantFrom<unknown>(firstSlice, secondSlice));
const indexes = fc.constantFrom<unknown>(firstIndex, secondIndex, revisedIndex);
const written = (value: unknown): string => JSON.stringify(value) ?? '';
const records = fc
  .array(sliceArbitrary, { maxLength: 3 })
  .map((all): unknown => JSON.parse(recordText(all.map(recordOfSlice))));
const files = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.oneof(spoilt(whole).map(written), spoiltText(whole.map(written)));

export const feedReaders = [
  fuzzed({
    name: 'slices of feeds',
    reads: ['read-slice.ts', 'read.ts', 'slice-schema.ts', 'plain-text.ts', 'values.ts'].map(
      (name) => `sources/feed/${name}`,
    ),
    share: 4,
    inputs: files(slices),
    read: (text) => readSlice(text, wanted, fixtureNow),
    wrong: (read) => {
      if (!read.ok) return undefined;
      const kept = v.safeParse(CategorySliceSchema, read.value);
      if (!kept.success) return `not to be stored: ${v.summarize(kept.issues)}`;
      const texts = read.value.rooms.flatMap(({ title, creator }) => [title ?? '', creator ?? '']);
      return texts.every((text) => plainLine(text) === text && !/<[a-z/!?]/i.test(text))
        ? undefined
        : 'text that could do harm';
    },
  }),
  fuzzed({
    name: 'slices of feeds with a malformed field',
    reads: ['sources/feed/read-slice.ts', 'sources/feed/slice-schema.ts'],
    share: 4,
    inputs: fc.record({ slice: made, down: wayDown, by: wrongKinds }),
    read: ({ slice, down, by }) => {
      const path = placeIn(slice, down);
      const kind = kindOf(valueIn(slice, path));
      const spoiltSlice = kind === undefined ? slice : withValue(slice, path, by[kind]);
      return [slice, spoiltSlice].map((one) => readSlice(written(one), wanted, fixtureNow));
    },
    wrong: ([before, after]) =>
      before?.ok === true && after?.ok === true
        ? newIn(leavesOf(after.value), leavesOf(before.value))
        : undefined,
  }),
  fuzzed({
    name: 'indexes of feeds',
    reads: ['sources/feed/read-index.ts', 'sources/feed/index-schema.ts'],
    share: 3,
    inputs: files(indexes),
    read: (text) => readIndex(text, fixtureNow),
    wrong: (read) => {
      if (!read.ok) return undefined;
      const again = v.safeParse(FeedIndexSchema, read.value);
      return again.success ? undefined : `no index: ${v.summarize(again.issues)}`;
    },
  }),
  fuzzed({
    name: 'records of what was published',
    reads: ['cli/publish/published-record.ts'],
    share: 1,
    inputs: files(records),
    read: readPublishedRecord,
    wrong: (read) => {
      if (read === undefined) return undefined;
      const again = readPublishedRecord(recordText(read));
      return isDeepStrictEqual(again, read) ? undefined : 'not read as it is written';
    },
  }),
];
