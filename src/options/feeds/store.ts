import { type ReadonlySignal, signal } from '@preact/signals';
import { type Fault, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { type Feed, type FeedAddress, originPattern } from '../../metrics/feed/feed.ts';
import type { DroppedFeed } from '../../metrics/feed/kept-feed.ts';
import type { Ports } from '../../panel/state/ports.ts';
import { changesAll } from '../../platform/archive-news.ts';

/** The browser's permissions for origins. */
export interface Permissions {
  /** The browser's own question; only inside a click. */
  readonly request: (origin: string) => Promise<boolean>;
  readonly origins: () => Promise<readonly string[]>;
  readonly listen: (hear: () => void) => void;
}

interface FeedsView {
  readonly feeds: readonly Feed[];
  /** False until the list was read once. */
  readonly known: boolean;
  /** Origins that may be read, as patterns. */
  readonly origins: readonly string[];
  /** What is being asked for right now. */
  readonly busy: ReadonlySet<FeedAddress>;
  /** What was added last, while nothing is wrong with it and until something else is done. */
  readonly added?: Feed | undefined;
  /** What was removed last, until something else is done. */
  readonly removed?: DroppedFeed | undefined;
  /** Why the list couldn't be read, until it can. */
  readonly unread?: Fault | undefined;
  /** Why the last thing done failed, until something else is done. */
  readonly fault?: Fault | undefined;
}

/** The benchmark feeds as the page of settings shows and changes them. */
export interface FeedsStore {
  readonly view: ReadonlySignal<FeedsView>;
  readonly read: () => Promise<void>;
  /**
   * Asks the browser for the feed's origin, and only then the feed itself. Faults: `feed-refused`
   * when the seller said no, and all of `feed.add`.
   */
  readonly add: (address: FeedAddress) => Promise<Result<Feed>>;
  readonly refresh: (address: FeedAddress) => Promise<void>;
  /** Asks the browser for an origin that it doesn't allow any more, then the feed. */
  readonly allow: (address: FeedAddress) => Promise<void>;
  readonly remove: (address: FeedAddress) => Promise<void>;
  /** Puts back what was removed last. */
  readonly undo: () => Promise<void>;
  readonly isAllowed: (address: FeedAddress) => boolean;
}

export function createFeedsStore(
  ports: Pick<Ports, 'ask' | 'listen'>,
  permissions: Permissions,
): FeedsStore {
  const view = signal<FeedsView>({ feeds: [], known: false, origins: [], busy: new Set() });
  const change = (part: Partial<FeedsView>): void => {
    view.value = { ...view.value, ...part };
  };
  const read = async (): Promise<void> => {
    const [reply, origins] = await Promise.all([ports.ask('feed.list', {}), permissions.origins()]);
    change(
      reply.ok
        ? { feeds: reply.value.feeds, known: true, origins, unread: undefined }
        : { origins, unread: reply.fault },
    );
    const { added, feeds, unread } = view.value;
    const stands = feeds.find(({ address }) => address === added?.address);
    if (added !== undefined && (unread !== undefined || stands === undefined || !isFine(stands))) {
      change({ added: undefined });
    }
  };
  const isAllowed = (address: FeedAddress): boolean => {
    const { origins } = view.value;
    return origins.includes(originPattern(address)) || origins.includes('https://*/*');
  };
  const isFine = ({ address, fault: wrong }: Feed): boolean =>
    wrong === undefined && isAllowed(address);
  const during = async <T>(address: FeedAddress, work: () => Promise<T>): Promise<T> => {
    change({
      busy: new Set([...view.value.busy, address]),
      fault: undefined,
      added: undefined,
    });
    try {
      return await work();
    } finally {
      const busy = new Set(view.value.busy);
      busy.delete(address);
      change({ busy });
    }
  };
  const refresh = (address: FeedAddress): Promise<void> =>
    during(address, async () => {
      const reply = await ports.ask('feed.refresh', { address });
      await read();
      if (reply.ok) return;
      // What the feed did wrong is kept with it, and shown there.
      const kept = view.value.feeds.find((feed) => feed.address === address)?.fault;
      if (kept?.code !== reply.fault.code) change({ fault: reply.fault });
    });

  ports.listen((news) => {
    if (news.kind === 'feeds' || changesAll(news)) void read();
    if (changesAll(news)) change({ removed: undefined });
  });
  permissions.listen(() => void read());

  return {
    view,
    read,
    refresh,
    isAllowed,
    add: (address) => {
      // First of all, while the click still counts.
      const allowing = permissions.request(originPattern(address));
      return during(address, async () => {
        change({ removed: undefined });
        if (!(await allowing)) return failed(fault('feed-refused'));
        const added = await ports.ask('feed.add', { address });
        await read();
        if (!added.ok) return added;
        change({ added: added.value.feed });
        return ok(added.value.feed);
      });
    },
    allow: async (address) => {
      if (await permissions.request(originPattern(address))) await refresh(address);
    },
    remove: (address) =>
      during(address, async () => {
        const reply = await ports.ask('feed.drop', { address });
        await read();
        change(reply.ok ? { removed: reply.value.dropped } : { fault: reply.fault });
      }),
    undo: async () => {
      const { removed } = view.value;
      if (removed === undefined) return;
      change({ fault: undefined });
      const allowing = permissions.request(originPattern(removed.feed.address));
      const reply = await ports.ask('feed.restore', { dropped: removed });
      change(reply.ok ? { removed: undefined } : { fault: reply.fault });
      // Put back all the same where the browser says no: what the feed said may still be read.
      await allowing;
      await read();
    },
  };
}
