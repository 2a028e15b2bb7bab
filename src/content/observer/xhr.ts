import { analyticsAddress } from '../analytics-address.ts';
import { answerText } from './answer-text.ts';
import { type Hearing, hear } from './hear.ts';

interface Question {
  readonly url: string;
  request?: string;
}

/**
 * Hears the answers of analytics requests made by XMLHttpRequest. Sits on the prototype, so that
 * subclasses and wrappers of the constructor pass through it too. The answer is read when `load`
 * fires, before the page's own handlers could change it.
 */
export function observeXhr(scope: typeof globalThis, rest: AbortSignal, hearing: Hearing): void {
  // The native class: the page may put its own in its place, whose instances pass through here too.
  const { XMLHttpRequest } = scope;
  const xhr = XMLHttpRequest.prototype;
  const listen = scope.EventTarget.prototype.addEventListener;
  const questions = new WeakMap<object, Question>();
  const followed = new WeakSet<object>();

  const loaded = (event: Event): void => {
    const { currentTarget } = event;
    if (!(currentTarget instanceof XMLHttpRequest)) return;
    // Opened again already by a handler that came first: its next answer is the one to read.
    if (currentTarget.readyState !== XMLHttpRequest.DONE) return;
    const asked = questions.get(currentTarget);
    if (asked === undefined) return;
    questions.delete(currentTarget);
    try {
      const { status } = currentTarget;
      const { url, request } = asked;
      if (!hearing.wants(url)) return;
      void hear(hearing, { url, request, status, body: answerText(currentTarget) });
    } catch {
      // An answer that can't be read safely stays the page's alone.
    }
  };

  // At `open`, so that it comes before the page's handlers, which may use the object again.
  const follow = (self: object): void => {
    if (followed.has(self)) return;
    followed.add(self);
    Reflect.apply(listen, self, ['load', loaded]);
  };

  xhr.open = new Proxy(xhr.open, {
    apply(native, self: object, call: [string, string | URL, ...boolean[]]) {
      const result: unknown = Reflect.apply(native, self, call);
      try {
        const address = call[1];
        const url = rest.aborted
          ? undefined
          : analyticsAddress(
              typeof address === 'string' ? address : address.href,
              document.baseURI,
            );
        if (url === undefined) questions.delete(self);
        else {
          questions.set(self, { url });
          follow(self);
        }
      } catch {
        questions.delete(self);
      }
      return result;
    },
  });

  xhr.send = new Proxy(xhr.send, {
    apply(native, self: object, call: [body?: unknown]) {
      const asked = questions.get(self);
      if (asked !== undefined && typeof call[0] === 'string') asked.request = call[0];
      return Reflect.apply(native, self, call);
    },
  });
}
