import type { FileAnswer, FileReader, ReadingOrder } from './reading.ts';

/**
 * Reads files in a thread of its own, which begins with the first file and ends with `stop`. A thread
 * that can't be started, or breaks down, leaves a file unread and the panel as it is.
 */
export function workerReader(): FileReader {
  let thread: Worker | undefined;
  const stop = (): void => {
    thread?.terminate();
    thread = undefined;
  };
  return {
    stop,
    read: (file, about) =>
      new Promise((answer) => {
        thread ??= new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
        const reading = thread;
        const order: ReadingOrder = { file, about };
        reading.onmessage = ({ data }: MessageEvent<FileAnswer>) => answer(data);
        reading.onerror = () => {
          if (thread === reading) stop();
          answer({ ok: false, problem: { key: 'import_broken' } });
        };
        reading.postMessage(order);
      }),
  };
}
