/**
 * How long an opening may keep pages waiting, in milliseconds: one that takes longer is stuck, and what a page showed is
 * to be kept whatever becomes of it.
 */
const PATIENCE = 2_000;

/**
 * How long they wait on once it is answered, in milliseconds: the panel draws meanwhile what it was answered, and would
 * read all of it again at the news of each writing.
 */
const DRAWING = 500;

/** Archives what pages asked for themselves: one answer after another, and after the panels that are just opening. */
export interface PageWrites {
  /** Writes once it is its turn; answers what the writing does. */
  readonly write: <T>(work: () => Promise<T>) => Promise<T>;
  /**
   * Has all writings that haven't begun wait for an opening, and for its drawing where it `shows` a LIVE; answers what
   * the opening does.
   */
  readonly waitFor: <T>(opening: Promise<T>, shows: (opened: T) => boolean) => Promise<T>;
}

/**
 * A database reads only after all writing that it was asked for before. A page that loads asks for some ten endpoints at
 * once and has the panel open meanwhile: without turns the first figures would wait for all of them to be written, and
 * be read again for each.
 */
export function createPageWrites(patience = PATIENCE, drawing = DRAWING): PageWrites {
  let last: Promise<unknown> = Promise.resolve();
  const openings = new Set<Promise<unknown>>();

  const write: PageWrites['write'] = (work) => {
    const turn = last.then(async () => {
      while (openings.size > 0) await Promise.all(openings);
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  const waitFor: PageWrites['waitFor'] = (opening, shows) => {
    let stuck: ReturnType<typeof setTimeout> | undefined;
    const drawn = opening.then(
      (opened) => (shows(opened) ? new Promise((end) => setTimeout(end, drawing)) : undefined),
      () => undefined,
    );
    const waited = Promise.race([
      drawn,
      new Promise((enough) => {
        stuck = setTimeout(enough, patience);
      }),
    ]).finally(() => {
      clearTimeout(stuck);
      openings.delete(waited);
    });
    openings.add(waited);
    return opening;
  };

  return { write, waitFor };
}

export const pageWrites = createPageWrites();
