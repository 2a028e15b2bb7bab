import * as v from 'valibot';
import type { DemoAnswer } from '../exchange.ts';

/** The ways in which a file of a feed can be wrong that a client must refuse. */
export const FeedFaultSchema = v.picklist([
  'huge',
  'newer-version',
  'older-version',
  'script-in-text',
  'script-address',
  'absurd-figure',
  'leads-elsewhere',
]);
export type FeedFault = v.InferOutput<typeof FeedFaultSchema>;

const HUGE_BYTES = 64 * 1024 * 1024;

/** Makes an answer of the feed wrong in one way; an answer that isn't JSON stays as it is. */
export function wrongFeed(kind: FeedFault, answer: DemoAnswer): DemoAnswer {
  const { etag: _other, ...headers } = answer.headers;
  if (kind === 'leads-elsewhere') {
    const location = 'https://elsewhere.example/index.json';
    return { status: 302, headers: { location }, body: '' };
  }
  if (kind === 'huge') return { ...answer, headers, body: Buffer.alloc(HUGE_BYTES, ' ') };
  const file = read(answer);
  return file === undefined
    ? answer
    : { ...answer, headers, body: JSON.stringify(changed(kind, file)) };
}

const FileSchema = v.looseObject({
  version: v.number(),
  metrics: v.optional(v.record(v.string(), v.looseObject({ p90: v.number() }))),
  rooms: v.optional(v.array(v.looseObject({}))),
});
type File = v.InferOutput<typeof FileSchema>;

function changed(kind: Exclude<FeedFault, 'huge' | 'leads-elsewhere'>, file: File): object {
  const [first = {}, ...others] = file.rooms ?? [];
  switch (kind) {
    case 'newer-version':
      return { ...file, version: file.version + 1 };
    case 'older-version':
      return { ...file, version: 0 };
    case 'script-in-text': {
      const text = '<img src=x onerror="alert(1)">';
      return { ...file, name: text, rooms: [{ ...first, title: text }, ...others] };
    }
    case 'script-address': {
      const address = 'javascript:alert(1)';
      return { ...file, homepage: address, rooms: [{ ...first, coverUrl: address }, ...others] };
    }
    case 'absurd-figure': {
      const [[id, spread] = ['gmvPerHour', { p90: 0 }]] = Object.entries(file.metrics ?? {});
      const metrics = { ...file.metrics, [id]: { ...spread, p90: 1e30 } };
      return { ...file, updatedAt: 1e12, metrics };
    }
  }
}

function read({ body }: DemoAnswer): File | undefined {
  try {
    const file = v.safeParse(FileSchema, JSON.parse(Buffer.from(body).toString('utf8')));
    return file.success ? file.output : undefined;
  } catch {
    return undefined;
  }
}
