import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as v from 'valibot';
import { PictureRecordSchema } from '../../../archive/board.ts';
import { FiledSchema } from '../../../archive/imports/filed.ts';
import {
  AnswersSchema,
  DetailsSchema,
  HeadSchema,
  RevisionSchema,
} from '../../../archive/records.ts';
import { recordsOf } from '../../../archive/released/released.fixture.ts';
import { ChunkSchema, StoredSnapshotSchema } from '../../../archive/snapshots/database.ts';
import { keptHistory } from '../../../background/history/kept.ts';
import { readBackoffs } from '../../../background/rooms/kept-backoffs.ts';
import { sellerHost } from '../../../background/rooms/seller-host.ts';
import { keptVerdict } from '../../../background/tabs/kept-verdicts.ts';
import { pageOf } from '../../../background/tabs/pages.ts';
import { BenchmarkSchema, PastLiveSchema } from '../../../metrics/benchmark.ts';
import { BeforeEndSchema, PlanEndSchema } from '../../../metrics/board/end-plan.ts';
import { PinnedChangeSchema, PinnedSchema } from '../../../metrics/board/pinned.ts';
import { PlanChangeSchema, PlanSchema, patchedPlan } from '../../../metrics/board/plan.ts';
import {
  DroppedFeedSchema,
  KeptFeedSchema,
  KeptSliceSchema,
} from '../../../metrics/feed/kept-feed.ts';
import { arePlainFigures, FiguresSchema, ListedFiguresSchema } from '../../../metrics/figure.ts';
import {
  ImportedFilesSchema,
  ImportedLiveSchema,
  ImportRecordSchema,
} from '../../../metrics/imports.ts';
import { FindableSchema } from '../../../metrics/live/findable.ts';
import { NoteSchema } from '../../../metrics/note.ts';
import { RecordingMeasuresSchema } from '../../../metrics/recording/measures.ts';
import { SessionSchema } from '../../../metrics/session.ts';
import { ShortVerdictSchema } from '../../../metrics/short-verdict.ts';
import { SnapshotSchema, UpgradeSchema } from '../../../metrics/snapshot.ts';
import { unixMs } from '../../../metrics/time.ts';
import { chosenLanguage } from '../../../platform/chosen-language.ts';
import { LedgerEntrySchema } from '../../../platform/ledger-entry.ts';
import { PanelChoicesSchema } from '../../../platform/panel-choices.ts';
import { healthIn } from '../../../platform/reader-health.ts';
import { patched, SettingsPatchSchema, SettingsSchema } from '../../../platform/settings.ts';
import { versionSeen } from '../../../platform/version-seen.ts';
import { room } from '../../../sources/seller-center/fixtures/captured.ts';
import { holdInStorage } from '../extension-stand-in.ts';
import { fuzzed } from '../fuzzed.ts';
import { junk } from '../junk.ts';
import { spoilt } from '../spoilt-value.ts';
import { valuesOf } from '../values-of-schema.ts';

/** What is stored, by the schema that reads it. */
const schemas = {
  answers: AnswersSchema,
  before: BeforeEndSchema,
  benchmark: BenchmarkSchema,
  chunk: ChunkSchema,
  details: DetailsSchema,
  dropped: DroppedFeedSchema,
  end: PlanEndSchema,
  feeds: KeptFeedSchema,
  figures: FiguresSchema,
  filed: FiledSchema,
  files: ImportedFilesSchema,
  findable: FindableSchema,
  imported: ImportedLiveSchema,
  imports: ImportRecordSchema,
  ledger: LedgerEntrySchema,
  listed: ListedFiguresSchema,
  measures: RecordingMeasuresSchema,
  notes: NoteSchema,
  panels: PanelChoicesSchema,
  past: PastLiveSchema,
  pictures: PictureRecordSchema,
  pinned: PinnedSchema,
  'pinned change': PinnedChangeSchema,
  plans: PlanSchema,
  'plan change': PlanChangeSchema,
  revisions: RevisionSchema,
  rooms: HeadSchema,
  session: SessionSchema,
  settings: SettingsSchema,
  'settings change': SettingsPatchSchema,
  slices: KeptSliceSchema,
  snapshot: SnapshotSchema,
  snapshots: StoredSnapshotSchema,
  upgrade: UpgradeSchema,
  verdict: ShortVerdictSchema,
} as const satisfies Readonly<Record<string, v.GenericSchema>>;

interface StoredRecord {
  readonly name: string;
  readonly schema: v.GenericSchema;
  readonly record: unknown;
}

const released = recordsOf(10);

/** Records as an earlier version stored them, and such as the schema describes, whole and spoilt. */
const stored: fc.Arbitrary<StoredRecord> = fc.oneof(
  ...Object.entries<v.GenericSchema>(schemas).map(([name, schema]) => {
    const known = (released[name] ?? []).map(({ value }) => value);
    const made = valuesOf(schema);
    const whole = known.length === 0 ? made : fc.oneof(fc.constantFrom(...known), made);
    const record = fc.oneof(
      { weight: 2, arbitrary: whole },
      { weight: 5, arbitrary: spoilt(whole) },
      { weight: 1, arbitrary: junk },
    );
    return record.map((one) => ({ name, schema, record: one }));
  }),
);

export const recordReaders = [
  fuzzed({
    name: 'records of the archive',
    reads: [
      'archive/board.ts',
      'archive/imports/filed.ts',
      'archive/snapshots/database.ts',
      'archive/records.ts',
      'archive/valid-records.ts',
      'metrics/board/plan.ts',
      'metrics/board/pinned.ts',
      'metrics/figure.ts',
      'metrics/time.ts',
      'platform/settings.ts',
    ],
    share: 20,
    inputs: stored,
    read: ({ schema, record }) => v.safeParse(schema, record),
    wrong: (read, { name, schema, record }) => {
      if (!read.success) return undefined;
      const again = v.safeParse(schema, read.output);
      if (!again.success) return `${name}: what was read is refused when it is stored`;
      if (!isDeepStrictEqual(again.output, read.output)) return `${name} is read as another record`;
      const isPlain = name === 'figures' && arePlainFigures(record);
      return isPlain && !isDeepStrictEqual(read.output, record)
        ? 'figures aren’t plain'
        : undefined;
    },
  }),
  fuzzed({
    name: 'changes of plans and settings',
    reads: ['metrics/board/plan.ts', 'platform/settings.ts'],
    share: 4,
    inputs: fc.record({
      plan: valuesOf(PlanSchema),
      change: fc.oneof(valuesOf(PlanChangeSchema), spoilt(valuesOf(PlanChangeSchema))),
      settings: fc.oneof(valuesOf(SettingsSchema), spoilt(valuesOf(SettingsSchema))),
      patch: fc.oneof(valuesOf(SettingsPatchSchema), spoilt(valuesOf(SettingsPatchSchema))),
    }),
    read: ({ plan, change, settings, patch }) => {
      const [whole, to] = [v.safeParse(PlanSchema, plan), v.safeParse(PlanChangeSchema, change)];
      const [now, next] = [
        v.safeParse(SettingsSchema, settings),
        v.safeParse(SettingsPatchSchema, patch),
      ];
      return {
        plan:
          whole.success && to.success
            ? patchedPlan(whole.output, to.output.patch, unixMs(0))
            : undefined,
        settings: now.success && next.success ? patched(now.output, next.output) : undefined,
      };
    },
    wrong: ({ plan, settings }) => {
      if (plan?.ok === true && !v.is(PlanSchema, plan.value)) return 'a plan that is none';
      if (settings === undefined) return undefined;
      const kept = v.safeParse(SettingsSchema, settings);
      return kept.success && isDeepStrictEqual(kept.output, settings)
        ? undefined
        : 'settings that are read as others';
    },
  }),
  fuzzed({
    name: 'what the browser keeps beside the archive',
    reads: [
      'background/history/kept.ts',
      'background/rooms/kept-backoffs.ts',
      'background/rooms/seller-host.ts',
      'background/tabs/kept-verdicts.ts',
      'background/tabs/pages.ts',
      'platform/chosen-language.ts',
      'platform/reader-health.ts',
      'platform/version-seen.ts',
    ],
    share: 4,
    inputs: fc.oneof(
      spoilt(
        fc.constantFrom<unknown>(
          {
            phase: 'running',
            waiting: [room],
            read: 1,
            unreadable: [],
            slowed: 0,
            tries: { [room]: 1 },
          },
          { 'core/stats': { until: 1_781_240_000_000, failed: true } },
          [[room, { ground: 1, verdict: { change: -0.1, side: 'low' } }]],
          { page: 'live-dashboard', room },
          { endpoints: { 'core/stats': { at: 1, missing: [], unknown: [] } }, unread: { '/a': 1 } },
          '0.2.0',
          'pt_BR',
        ),
      ),
      junk,
    ),
    read: async (value) => {
      holdInStorage(value);
      return {
        health: healthIn(value),
        all: await Promise.all([
          keptHistory(),
          readBackoffs(room),
          sellerHost(undefined),
          keptVerdict(room, 1),
          pageOf(1),
          chosenLanguage(),
          versionSeen(),
        ]),
      };
    },
    wrong: ({ all: [history] }) =>
      history === undefined || Number.isInteger(history.read) ? undefined : 'a history',
  }),
];
