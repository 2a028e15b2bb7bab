import * as v from 'valibot';
import type { Migration } from './migration.ts';
import { renamedAudience } from './portrait-names.ts';
import { rewriteRecords } from './rewrite-records.ts';

/**
 * Until then `averageViewDuration` was Seller Center's id 29 and `averageViewDurationPerView` its id 30.
 * By their counts 29 is per view and 30 per viewer. What came from Seller Center takes the names that
 * its counts give; what came from files keeps its names, which say what the files say. Of the sample
 * shop the first was per viewer and the second per view.
 */
type Renames = ReadonlyMap<string, string>;
const ofSellerCenter: Renames = new Map([
  ['averageViewDuration', 'averageViewDurationPerView'],
  ['averageViewDurationPerView', 'averageViewDurationPerViewer'],
]);
const ofSample: Renames = new Map([['averageViewDuration', 'averageViewDurationPerViewer']]);
const none: Renames = new Map();

function renamesBy(how: string | undefined): Renames {
  if (how === 'simulated') return ofSample;
  return how === 'observed' || how === 'fetched' ? ofSellerCenter : none;
}

const renamed = (name: string, renames: Renames): string => renames.get(name) ?? name;

function renamedKeys<T>(record: Readonly<Record<string, T>>, renames: Renames): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [renamed(name, renames), value]),
  );
}

const FigureSchema = v.looseObject({ origin: v.looseObject({ how: v.string() }) });
const FiguresSchema = v.record(v.string(), FigureSchema);
type Figures = v.InferOutput<typeof FiguresSchema>;

/** Each figure by its own origin: a LIVE's figures may come from several places. */
function figuresRenamed(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      renamed(name, renamesBy(figure.origin.how)),
      figure,
    ]),
  );
}

const HeadSchema = v.looseObject({ figures: FiguresSchema });
const SessionSchema = v.looseObject({
  figures: FiguresSchema,
  comparisons: v.looseObject({
    market: v.record(v.string(), v.unknown()),
    own: v.record(v.string(), v.unknown()),
  }),
  gaps: v.array(v.looseObject({ endpoint: v.string(), field: v.string() })),
  origins: v.looseObject({ figures: v.optional(v.looseObject({ how: v.string() })) }),
  simulated: v.optional(v.boolean()),
  audience: v.optional(v.array(v.unknown())),
});
type Session = v.InferOutput<typeof SessionSchema>;

function sessionRenamed(session: Session): Session {
  const how = session.origins.figures?.how;
  const renames = renamesBy(how);
  const { audience, ...rest } = session;
  return {
    ...rest,
    figures: figuresRenamed(session.figures),
    comparisons: {
      ...session.comparisons,
      market: renamedKeys(session.comparisons.market, renames),
      own: renamedKeys(session.comparisons.own, renames),
    },
    gaps: session.gaps.map((gap) =>
      gap.endpoint === 'core/stats' ? { ...gap, field: renamed(gap.field, ofSellerCenter) } : gap,
    ),
    ...(audience === undefined
      ? {}
      : { audience: [...renamedAudience(audience, session.simulated === true)] }),
  };
}

const DetailSchema = v.looseObject({ session: SessionSchema });
const AnswersSchema = v.looseObject({
  session: SessionSchema,
  times: v.record(v.string(), v.unknown()),
});

/** Paths of times that end in a metric: "figures.views", "market.views". */
const METRIC_PATH = /^(figures|summaries|market|own)\.(.+)$/;

function timesRenamed(times: Readonly<Record<string, unknown>>, renames: Renames) {
  return Object.fromEntries(
    Object.entries(times).map(([path, time]) => {
      const [, kind, name] = METRIC_PATH.exec(path) ?? [];
      return [
        kind === undefined || name === undefined ? path : `${kind}.${renamed(name, renames)}`,
        time,
      ];
    }),
  );
}

const ClipSchema = v.looseObject({ metric: v.string() });
const NumbersSchema = v.record(v.string(), v.unknown());
const PinnedSchema = v.looseObject({
  kind: v.string(),
  feed: v.optional(v.string()),
  simulated: v.optional(v.boolean()),
  metric: v.optional(v.string()),
  clip: v.optional(ClipSchema),
  room: v.looseObject({ figures: NumbersSchema }),
});
type Pinned = v.InferOutput<typeof PinnedSchema>;

/** The seller's own LIVEs were Seller Center's, or the sample shop's. */
const renamesOf = ({ simulated }: { readonly simulated?: boolean | undefined }): Renames =>
  simulated === true ? ofSample : ofSellerCenter;

/** What a feed of version 1 says under these names came from files and from Seller Center alike. */
function pinnedRenamed(pinned: Pinned): Pinned {
  if (pinned.feed !== undefined) {
    return { ...pinned, room: { ...pinned.room, figures: without(pinned.room.figures) } };
  }
  const renames = renamesOf(pinned);
  return {
    ...pinned,
    ...(pinned.metric === undefined ? {} : { metric: renamed(pinned.metric, renames) }),
    ...(pinned.clip === undefined
      ? {}
      : { clip: { ...pinned.clip, metric: renamed(pinned.clip.metric, renames) } }),
    room: { ...pinned.room, figures: renamedKeys(pinned.room.figures, renames) },
  };
}

const ItemSchema = v.looseObject({ metric: v.optional(v.string()) });
const PlanSchema = v.looseObject({
  simulated: v.optional(v.boolean()),
  guardRail: v.optional(v.string()),
  items: v.array(ItemSchema),
});

function planRenamed(plan: v.InferOutput<typeof PlanSchema>): object {
  const renames = renamesOf(plan);
  return {
    ...plan,
    ...(plan.guardRail === undefined ? {} : { guardRail: renamed(plan.guardRail, renames) }),
    items: plan.items.map((item) =>
      item.metric === undefined ? item : { ...item, metric: renamed(item.metric, renames) },
    ),
  };
}

const SliceSchema = v.looseObject({
  metrics: NumbersSchema,
  rooms: v.array(v.looseObject({ figures: NumbersSchema, clips: v.array(ClipSchema) })),
  leftOut: v.optional(v.record(v.string(), v.string())),
});
const KeptSliceSchema = v.looseObject({ slice: v.optional(SliceSchema) });

function without(numbers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(numbers).filter(([name]) => !ofSellerCenter.has(name)));
}

/** Both are left out of what a feed said, with the reason. */
function sliceWithout(slice: v.InferOutput<typeof SliceSchema>): object {
  const names = Object.keys(slice.metrics).filter((name) => ofSellerCenter.has(name));
  return {
    ...slice,
    metrics: without(slice.metrics),
    rooms: slice.rooms.map((room) => ({
      ...room,
      figures: without(room.figures),
      clips: room.clips.filter(({ metric }) => !ofSellerCenter.has(metric)),
    })),
    ...(names.length === 0
      ? {}
      : { leftOut: Object.fromEntries(names.map((name) => [name, 'older-meaning'])) }),
  };
}

/** A record that can't be read is left to be set aside when it is read. */
const rewriting =
  <S extends v.GenericSchema>(schema: S, change: (record: v.InferOutput<S>) => unknown) =>
  (record: unknown): unknown => {
    const read = v.safeParse(schema, record);
    return read.success ? change(read.output) : record;
  };

/** All records of a store; a store of few, as they are held in memory. */
function recordsIn(transaction: IDBTransaction, store: string): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const request = transaction.objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * How long people watched by what its counts say it is over, audiences in whole parts, and what feeds say
 * by sales basis.
 */
export const durationsAndAudience: Migration = {
  tells: 'migration_durations',
  async migrate(database, transaction) {
    const rewrite = (store: string, change: (record: unknown) => unknown) =>
      rewriteRecords(transaction, store, change);
    const figures = rewriting(HeadSchema, (record) => ({
      ...record,
      figures: figuresRenamed(record.figures),
    }));
    await rewrite('rooms', figures);
    await rewrite('revisions', figures);
    await rewrite(
      'details',
      rewriting(DetailSchema, (record) => ({ ...record, session: sessionRenamed(record.session) })),
    );
    await rewrite(
      'answers',
      rewriting(AnswersSchema, (record) => ({
        ...record,
        session: sessionRenamed(record.session),
        times: timesRenamed(record.times, renamesBy(record.session.origins.figures?.how)),
      })),
    );
    await rewrite('pinned', rewriting(PinnedSchema, pinnedRenamed));
    await rewrite('plans', rewriting(PlanSchema, planRenamed));
    const slices = await recordsIn(transaction, 'slices');
    database.deleteObjectStore('slices');
    const store = database.createObjectStore('slices', {
      keyPath: ['feed', 'region', 'category', 'basis'],
    });
    const change = rewriting(KeptSliceSchema, (record) => ({
      ...record,
      basis: 'attributed',
      ...(record.slice === undefined ? {} : { slice: sliceWithout(record.slice) }),
    }));
    for (const slice of slices) {
      try {
        store.put(change(slice));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        transaction.objectStore('broken').add({ store: 'slices', record: slice, reason });
      }
    }
  },
};
