import type { MeasuringOrder, MeasuringReply } from './measuring.ts';

/** A thread that measures one recording. */
export interface MeasuringThread {
  readonly order: (order: MeasuringOrder) => void;
  /** Ends it at once, whatever it does. */
  readonly end: () => void;
}

/** Begins a thread. Its code is loaded only then. One that breaks down says `failed`. */
export type BeginThread = (hear: (reply: MeasuringReply) => void) => MeasuringThread;

export const beginMeasuringThread: BeginThread = (hear) => {
  const thread = new Worker(new URL('./measuring.worker.ts', import.meta.url), { type: 'module' });
  thread.onmessage = ({ data }: MessageEvent<MeasuringReply>) => hear(data);
  thread.onerror = () => hear({ kind: 'failed', trouble: { kind: 'unplayable' } });
  return {
    order: (order) => thread.postMessage(order),
    end: () => {
      thread.onmessage = null;
      thread.onerror = null;
      thread.terminate();
    },
  };
};
