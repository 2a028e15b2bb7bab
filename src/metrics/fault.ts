import * as v from 'valibot';
import type { Text } from './text.ts';

/** Everything that can go wrong, by code; the sentence for people stands in public/_locales as fault_CODE. */
export type FaultCode =
  | 'signed-out'
  | 'offline'
  | 'not-allowed'
  | 'unknown-room'
  | 'bad-room-id'
  | 'rate-limited'
  | 'server-error'
  | 'timeout'
  | 'malformed'
  | 'refused-parameters'
  | 'worker-gone'
  | 'extension-updated'
  | 'storage-full'
  | 'storage-broken'
  | 'storage-newer'
  | 'migration-failed'
  | 'snapshot-full'
  | 'snapshot-failed'
  | 'snapshot-gone'
  | 'bad-message'
  | 'no-rooms'
  | 'feed-not-allowed'
  | 'feed-refused'
  | 'feed-down'
  | 'feed-missing'
  | 'feed-redirected'
  | 'feed-too-large'
  | 'feed-other-file'
  | 'feed-newer-version'
  | 'feed-older-version'
  | 'feed-malformed'
  | 'feed-hostile'
  | 'feed-absurd'
  | 'feed-wrong-slice'
  | 'changed-meanwhile'
  | 'pinned-gone'
  | 'plan-full'
  | 'plan-open'
  | 'internal';

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

const retryable: Record<FaultCode, boolean> = {
  'signed-out': true,
  offline: true,
  'not-allowed': false,
  'unknown-room': false,
  'bad-room-id': false,
  'rate-limited': true,
  'server-error': true,
  timeout: true,
  malformed: true,
  'refused-parameters': false,
  'worker-gone': true,
  'extension-updated': false,
  'storage-full': true,
  'storage-broken': false,
  'storage-newer': false,
  'migration-failed': false,
  'snapshot-full': true,
  'snapshot-failed': true,
  'snapshot-gone': false,
  'bad-message': false,
  'no-rooms': true,
  'feed-not-allowed': false,
  'feed-refused': true,
  'feed-down': true,
  'feed-missing': true,
  'feed-redirected': false,
  'feed-too-large': true,
  'feed-other-file': false,
  'feed-newer-version': false,
  'feed-older-version': false,
  'feed-malformed': true,
  'feed-hostile': true,
  'feed-absurd': true,
  'feed-wrong-slice': true,
  'changed-meanwhile': false,
  'pinned-gone': false,
  'plan-full': false,
  'plan-open': false,
  internal: true,
};

const sentences = {
  'signed-out': 'fault_signed_out',
  offline: 'fault_offline',
  'not-allowed': 'fault_not_allowed',
  'unknown-room': 'fault_unknown_room',
  'bad-room-id': 'fault_bad_room_id',
  'rate-limited': 'fault_rate_limited',
  'server-error': 'fault_server_error',
  timeout: 'fault_timeout',
  malformed: 'fault_malformed',
  'refused-parameters': 'fault_refused_parameters',
  'worker-gone': 'fault_worker_gone',
  'extension-updated': 'fault_extension_updated',
  'storage-full': 'fault_storage_full',
  'storage-broken': 'fault_storage_broken',
  'storage-newer': 'fault_storage_newer',
  'migration-failed': 'fault_migration_failed',
  'snapshot-full': 'fault_snapshot_full',
  'snapshot-failed': 'fault_snapshot_failed',
  'snapshot-gone': 'fault_snapshot_gone',
  'bad-message': 'fault_bad_message',
  'no-rooms': 'fault_no_rooms',
  'feed-not-allowed': 'fault_feed_not_allowed',
  'feed-refused': 'fault_feed_refused',
  'feed-down': 'fault_feed_down',
  'feed-missing': 'fault_feed_missing',
  'feed-redirected': 'fault_feed_redirected',
  'feed-too-large': 'fault_feed_too_large',
  'feed-other-file': 'fault_feed_other_file',
  'feed-newer-version': 'fault_feed_newer_version',
  'feed-older-version': 'fault_feed_older_version',
  'feed-malformed': 'fault_feed_malformed',
  'feed-hostile': 'fault_feed_hostile',
  'feed-absurd': 'fault_feed_absurd',
  'feed-wrong-slice': 'fault_feed_wrong_slice',
  'changed-meanwhile': 'fault_changed_meanwhile',
  'pinned-gone': 'fault_pinned_gone',
  'plan-full': 'fault_plan_full',
  'plan-open': 'fault_plan_open',
  internal: 'fault_internal',
} as const satisfies Record<FaultCode, Text['key']>;

/** A fault with its usual sentence. `detail` is for the ledger, not for the seller. */
export function fault(code: FaultCode, detail?: string): Fault {
  return {
    code,
    text: { key: sentences[code] },
    retryable: retryable[code],
    ...(detail === undefined ? {} : { detail }),
  };
}

/** A fault's code in stored data. */
export const FaultCodeSchema = v.custom<FaultCode>(
  (code) => typeof code === 'string' && Object.hasOwn(sentences, code),
);
