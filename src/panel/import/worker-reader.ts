import type { FileAnswer, FileReader, ReadingOrder, ReadingReply, ReadRow } from './reading.ts';

/** A reader whose thread is to be ended with the page's need of it. */
interface WorkerReader extends FileReader {
  /** Begins the thread, so that the first file needn't wait for it. */
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * Reads files in a thread of its own. A thread that can't be started, or breaks down, leaves a file unread
 * and the panel as it is; the next file begins another one.
 */
export function workerReader(): WorkerReader {
  let thread: Worker | undefined;
  let isReading = false;
  const begin = (): Worker => {
    thread ??= new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
    return thread;
  };
  const end = (): void => {
    thread?.terminate();
    thread = undefined;
    isReading = false;
  };
  return {
    begin,
    end,
    stop: () => {
      if (isReading) end();
    },
    read: (file, about, hear) =>
      new Promise((answer) => {
        const reading = begin();
        const rows: ReadRow[] = [];
        const done = (read: FileAnswer): void => {
          isReading = false;
          answer(read);
        };
        reading.onmessage = ({ data }: MessageEvent<ReadingReply>) => {
          if ('share' in data) return hear(data.share);
          if ('rows' in data) return void rows.push(...data.rows);
          done(data.answer.ok ? { ...data.answer, rows } : data.answer);
        };
        reading.onerror = () => {
          if (thread === reading) end();
          done({ ok: false, problem: { key: 'import_broken' } });
        };
        isReading = true;
        const order: ReadingOrder = { file, about };
        reading.postMessage(order);
      }),
  };
}
