import { type ReadonlySignal, signal } from '@preact/signals';
import { backupFile, keepBackup } from '../../archive/snapshots/backup-file.ts';
import { faultOfStorage } from '../../archive/storage-error.ts';
import type { Fault } from '../../metrics/fault.ts';
import type { Snapshot } from '../../metrics/snapshot.ts';
import type { Zone } from '../../metrics/time.ts';
import { readersZone, wallTime, zoneAt } from '../../metrics/zone.ts';
import { saveFile } from '../../panel/download/save-file.ts';
import type { Ports } from '../../panel/state/ports.ts';

interface BackupView {
  readonly busy?: 'saving' | 'reading' | undefined;
  /** Which part of a chosen file has been read, from 0 to 1. */
  readonly read: number;
  /** The name of the file that was saved last; `nothing` where there was nothing to save. */
  readonly saved?: { readonly file: string } | 'nothing' | undefined;
  readonly fault?: Fault | undefined;
}

/** Backup files: one is saved, or read so that an archive is restored from it. */
export interface BackupStore {
  readonly view: ReadonlySignal<BackupView>;
  /** Saves all that is kept of the seller's own shop as a file; the file is named after the shop's day. */
  readonly save: (zone: Zone | undefined) => Promise<void>;
  /** Keeps what a file holds as a snapshot; undefined where it can't be read, which the view says. */
  readonly read: (file: Blob) => Promise<Snapshot | undefined>;
}

export function createBackupStore(ports: Pick<Ports, 'ask' | 'now'>): BackupStore {
  const view = signal<BackupView>({ read: 0 });
  return {
    view,
    save: async (zone) => {
      if (view.value.busy !== undefined) return;
      view.value = { busy: 'saving', read: 0 };
      const copied = await ports.ask('snapshot.copy', {});
      if (!copied.ok) {
        view.value = { read: 0, fault: copied.fault };
        return;
      }
      const { snapshot } = copied.value;
      if (snapshot === undefined) {
        view.value = { read: 0, saved: 'nothing' };
        return;
      }
      try {
        const at = ports.now();
        const day = wallTime(at, zone === undefined ? readersZone(at) : zoneAt(at, zone)).slice(
          0,
          10,
        );
        const file = `live-diagnosis-backup-${day}.ndjson.gz`;
        saveFile(file, await backupFile(snapshot.id), 'application/gzip');
        view.value = { read: 0, saved: { file } };
      } catch (error) {
        view.value = { read: 0, fault: faultOfStorage(error) };
      }
    },
    read: async (file) => {
      if (view.value.busy !== undefined) return undefined;
      view.value = { busy: 'reading', read: 0 };
      try {
        const snapshot = await keepBackup(file, (read) => {
          view.value = { busy: 'reading', read };
        });
        view.value = { read: 1 };
        return snapshot;
      } catch (error) {
        view.value = { read: 0, fault: faultOfStorage(error) };
        return undefined;
      }
    },
  };
}
