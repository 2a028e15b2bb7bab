import { type Fault, failed, fault, type Result } from '../metrics/fault.ts';

/** What every method of the archive rejects with; carries the fault for the seller. */
export class StorageError extends Error {
  readonly fault: Fault;

  constructor(reason: Fault) {
    super(reason.detail ?? reason.code);
    this.name = 'StorageError';
    this.fault = reason;
  }
}

/** The fault behind anything that the database threw. */
export function faultOfStorage(error: unknown): Fault {
  if (error instanceof StorageError) return error.fault;
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  switch (name) {
    case 'QuotaExceededError':
      return fault('storage-full', detail);
    case 'VersionError':
      return fault('storage-newer', detail);
    default:
      return fault(error instanceof DOMException ? 'storage-broken' : 'internal', detail);
  }
}

/** Anything that the database threw, as a result. */
export const failure = (error: unknown): Result<never> => failed(faultOfStorage(error));
