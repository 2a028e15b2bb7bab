import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { FeedIndexSchema, FirstIndexSchema } from '../../sources/feed/index-schema.ts';
import { FeedSliceSchema, FirstSliceSchema } from '../../sources/feed/slice-schema.ts';
import { FEED_VERSION } from '../../sources/feed/version.ts';

/** The two files of a feed, by the name under which its JSON schema is published beside it. */
export function feedSchemas(
  version: 1 | typeof FEED_VERSION = FEED_VERSION,
): Readonly<Record<'index' | 'slice', JsonSchema>> {
  const isFirst = version === 1;
  return {
    index: {
      title: `Benchmark feed, index, version ${version}`,
      ...schemaOf(isFirst ? v.omit(FirstIndexSchema, ['successor']) : FeedIndexSchema),
    },
    slice: {
      title: `Benchmark feed, slice, version ${version}`,
      ...schemaOf(isFirst ? FirstSliceSchema : FeedSliceSchema),
    },
  };
}

// Brands, tidying and checks across fields are not about the shape of the file.
function schemaOf(schema: Parameters<typeof toJsonSchema>[0]): JsonSchema {
  return toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
}
