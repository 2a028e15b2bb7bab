import type { CDPSession } from 'playwright-core';
import * as v from 'valibot';

const EVERY_MS = 5000;

const AttachedSchema = v.object({
  method: v.literal('Target.attachedToTarget'),
  params: v.object({ sessionId: v.string() }),
});

/**
 * Has the threads of a page collect their garbage every five seconds, so that what its process holds is what they
 * keep: left alone, a thread that holds little puts it off. Looks at nothing else, as a browser keeps the answers of
 * a page whose network is looked into (findings/inspected-page-keeps-answers.sh). Answers how to stop.
 */
export async function collectGarbage(session: CDPSession, targetId: string): Promise<() => void> {
  let count = 0;
  const asked = (method: string, params: object = {}): string => {
    count += 1;
    return JSON.stringify({ id: count, method, params });
  };
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const tell = (message: string): Promise<unknown> =>
    session.send('Target.sendMessageToTarget', { sessionId, message });
  const threads = new Set<string>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const thread = v.safeParse(AttachedSchema, JSON.parse(message));
    if (thread.success) threads.add(thread.output.params.sessionId);
  });
  const everyThread = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await tell(asked('Target.setAutoAttach', everyThread));
  const timer = setInterval(() => {
    const collect = asked('HeapProfiler.collectGarbage');
    const all = [...threads].map((thread) =>
      tell(asked('Target.sendMessageToTarget', { sessionId: thread, message: collect })),
    );
    // A page that is gone has no garbage.
    void Promise.all([tell(collect), ...all]).catch(() => undefined);
  }, EVERY_MS);
  return () => clearInterval(timer);
}
