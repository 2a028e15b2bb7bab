import * as v from 'valibot';
import type { MessageKey, Text } from './text.ts';

/** What is said of a fault and what can be done about it. */
interface FaultEntry {
  /** The sentence for people, in public/_locales. */
  readonly sentence: MessageKey;
  /** Whether trying again can help; not, when absent. */
  readonly retryable?: true;
  /** How loud the panel says it; as an error, when absent. */
  readonly tone?: FaultTone;
  /** What the panel writes over the sentence in place of its usual title. */
  readonly title?: MessageKey;
  /** What helps beside trying again, or where that doesn't. */
  readonly action?: FaultAction;
  /** Whether the archive itself can't be used. */
  readonly ofStorage?: true;
}

export type FaultTone = 'info' | 'warn' | 'fault';
/**
 * Allow the hosts; load the page anew; sign in to Seller Center; look at the LIVE on its dashboard; delete
 * snapshots on the options page.
 */
type FaultAction = 'allow' | 'reload' | 'sign-in' | 'look' | 'make-room';

/** Everything that can go wrong: a line here and a sentence make a fault. */
const faults = {
  'signed-out': {
    sentence: 'fault_signed_out',
    retryable: true,
    tone: 'warn',
    title: 'panel_title_signed_out',
    action: 'sign-in',
  },
  offline: {
    sentence: 'fault_offline',
    retryable: true,
    tone: 'info',
    title: 'panel_title_offline',
  },
  'not-allowed': {
    sentence: 'fault_not_allowed',
    tone: 'warn',
    title: 'panel_title_not_allowed',
    action: 'allow',
  },
  'unknown-room': {
    sentence: 'fault_unknown_room',
    tone: 'warn',
    title: 'panel_title_unknown_room',
  },
  'room-gone': { sentence: 'fault_room_gone', tone: 'info', title: 'panel_title_room_gone' },
  'bad-room-id': { sentence: 'fault_bad_room_id' },
  'rate-limited': { sentence: 'fault_rate_limited', retryable: true, tone: 'warn' },
  'server-error': { sentence: 'fault_server_error', retryable: true },
  timeout: { sentence: 'fault_timeout', retryable: true },
  malformed: { sentence: 'fault_malformed', retryable: true },
  'refused-parameters': { sentence: 'fault_refused_parameters', action: 'look' },
  'worker-gone': { sentence: 'fault_worker_gone', retryable: true },
  'extension-updated': {
    sentence: 'fault_extension_updated',
    tone: 'warn',
    title: 'panel_title_extension_updated',
    action: 'reload',
  },
  'storage-full': { sentence: 'fault_storage_full', retryable: true, ofStorage: true },
  'storage-broken': { sentence: 'fault_storage_broken', retryable: true, ofStorage: true },
  'storage-newer': { sentence: 'fault_storage_newer', ofStorage: true },
  'migration-failed': {
    sentence: 'fault_migration_failed',
    title: 'panel_title_migration_failed',
    ofStorage: true,
  },
  'snapshot-full': {
    sentence: 'fault_snapshot_full',
    retryable: true,
    title: 'panel_title_snapshot',
    action: 'make-room',
    ofStorage: true,
  },
  'snapshot-failed': {
    sentence: 'fault_snapshot_failed',
    retryable: true,
    title: 'panel_title_snapshot',
    ofStorage: true,
  },
  'snapshot-gone': { sentence: 'fault_snapshot_gone' },
  'backup-other-file': { sentence: 'fault_backup_other_file' },
  'backup-damaged': { sentence: 'fault_backup_damaged' },
  'bad-message': { sentence: 'fault_bad_message', action: 'reload' },
  'no-rooms': {
    sentence: 'fault_no_rooms',
    retryable: true,
    tone: 'info',
    title: 'panel_title_no_rooms',
  },
  'feed-not-allowed': { sentence: 'fault_feed_not_allowed' },
  'feed-refused': { sentence: 'fault_feed_refused', retryable: true },
  'feed-down': { sentence: 'fault_feed_down', retryable: true },
  'feed-missing': { sentence: 'fault_feed_missing', retryable: true },
  'feed-redirected': { sentence: 'fault_feed_redirected' },
  'feed-too-large': { sentence: 'fault_feed_too_large', retryable: true },
  'feed-other-file': { sentence: 'fault_feed_other_file' },
  'feed-newer-version': { sentence: 'fault_feed_newer_version' },
  'feed-older-version': { sentence: 'fault_feed_older_version' },
  'feed-malformed': { sentence: 'fault_feed_malformed', retryable: true },
  'feed-hostile': { sentence: 'fault_feed_hostile', retryable: true },
  'feed-absurd': { sentence: 'fault_feed_absurd', retryable: true },
  'feed-wrong-slice': { sentence: 'fault_feed_wrong_slice', retryable: true },
  'import-gone': { sentence: 'fault_import_gone' },
  'changed-meanwhile': { sentence: 'fault_changed_meanwhile' },
  'pinned-gone': { sentence: 'fault_pinned_gone' },
  'note-gone': { sentence: 'fault_note_gone' },
  'plan-full': { sentence: 'fault_plan_full' },
  'plan-open': { sentence: 'fault_plan_open' },
  internal: { sentence: 'fault_internal', retryable: true },
} as const satisfies Record<string, FaultEntry>;

export type FaultCode = keyof typeof faults;

/** An error as a value: a code for programs, a sentence for people, and whether trying again helps. */
export interface Fault {
  readonly code: FaultCode;
  readonly text: Text;
  readonly retryable: boolean;
  /** For the ledger and bug reports, never shown as the message. */
  readonly detail?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (fault: Fault): Result<never> => ({ ok: false, fault });

const entryOf = (code: FaultCode): FaultEntry => faults[code];

/** A fault with its usual sentence. `detail` is for the ledger, not for the seller. */
export function fault(code: FaultCode, detail?: string): Fault {
  const { sentence, retryable = false } = entryOf(code);
  return {
    code,
    text: { key: sentence },
    retryable,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** How the panel says a fault: how loud, under which title, with which action; trying again apart. */
export function faultLook(
  code: FaultCode,
): Pick<FaultEntry, 'title' | 'action'> & { readonly tone: FaultTone } {
  const { tone = 'fault', title, action } = entryOf(code);
  return { tone, ...(title && { title }), ...(action && { action }) };
}

/** Whether the archive itself can't be used: then nothing is to be said of connecting a shop. */
export const isOfStorage = ({ code }: Fault): boolean => entryOf(code).ofStorage === true;

/** A fault's code in stored data. */
export const FaultCodeSchema = v.custom<FaultCode>(
  (code) => typeof code === 'string' && Object.hasOwn(faults, code),
);
