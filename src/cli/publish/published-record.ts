import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type CategorySlice, DaySchema, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { SalesBasisSchema } from '../../metrics/sales-basis.ts';

/** What was published last, beside the feed: all of it stands in the feed too. */
export const RECORD_FILE = '.published.json';

const FORMAT = 'live-diagnosis-published';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const SliceRecordSchema = v.object({
  region: RegionSchema,
  category: CategoryIdSchema,
  basis: SalesBasisSchema,
  day: DaySchema,
  shops: count,
  lives: count,
  /** Fingerprints of the figures, and of the LIVEs that are named. */
  figures: v.string(),
  rooms: v.string(),
});
export type SliceRecord = v.InferOutput<typeof SliceRecordSchema>;

const RecordSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  slices: v.array(SliceRecordSchema),
});

/** What the file says; undefined where it says nothing that is known. */
export function readPublishedRecord(text: string): readonly SliceRecord[] | undefined {
  try {
    const read = v.safeParse(RecordSchema, JSON.parse(text));
    return read.success ? read.output.slices : undefined;
  } catch {
    return undefined;
  }
}

export function recordText(slices: readonly SliceRecord[]): string {
  const record: v.InferInput<typeof RecordSchema> = {
    format: FORMAT,
    version: 1,
    slices: [...slices],
  };
  return `${JSON.stringify(record)}\n`;
}

/** A slice as it is kept for the next time. */
export function recordOfSlice({ rooms, ...figures }: CategorySlice): SliceRecord {
  const { region, category, basis, day, shops, lives } = figures;
  const fingerprints = { figures: fingerprint(figures), rooms: fingerprint(rooms) };
  return { region, category, basis, day, shops, lives, ...fingerprints };
}

/** A slice as it is told of. */
export function nameOfSlice({
  region,
  category,
  basis,
  day,
}: Pick<SliceRecord, 'region' | 'category' | 'basis' | 'day'>): string {
  return `${region} ${category} ${basis} ${day}`;
}

const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');
