import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { FeedIndexSchema } from '../../sources/feed/index-schema.ts';
import { FeedSliceSchema } from '../../sources/feed/slice-schema.ts';
import { FEED_VERSION } from '../../sources/feed/version.ts';

/** The two files of a feed, by the name under which its JSON schema is published beside it. */
export function feedSchemas(): Readonly<Record<'index' | 'slice', JsonSchema>> {
  return {
    index: {
      title: `Benchmark feed, index, version ${FEED_VERSION}`,
      ...schemaOf(FeedIndexSchema),
    },
    slice: {
      title: `Benchmark feed, slice, version ${FEED_VERSION}`,
      ...schemaOf(FeedSliceSchema),
    },
  };
}

// Brands, tidying and checks across fields are not about the shape of the file.
function schemaOf(schema: Parameters<typeof toJsonSchema>[0]): JsonSchema {
  return toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
}
