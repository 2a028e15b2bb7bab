import type { View } from './panel-view.ts';

/**
 * Puts records into the stores of an archive as they are, without the worker's knowledge; to be
 * called from a page of the extension.
 */
export function putRaw(
  view: View,
  which: 'shop' | 'sample',
  records: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  return view.evaluate(
    ({ name, stores }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(Object.keys(stores), 'readwrite');
          try {
            for (const [store, all] of Object.entries(stores)) {
              for (const one of all) writing.objectStore(store).put(one);
            }
          } catch (error) {
            failed(error);
          }
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          writing.onerror = () => failed(writing.error);
        };
      }),
    { name: `live-diagnosis-${which}`, stores: records },
  );
}

/** Empties stores of an archive, without the worker's knowledge; to be called from a page of the extension. */
export function emptyRaw(
  view: View,
  which: 'shop' | 'sample',
  stores: readonly string[],
): Promise<void> {
  return view.evaluate(
    ({ name, names }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction([...names], 'readwrite');
          for (const store of names) writing.objectStore(store).clear();
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
          writing.onerror = () => failed(writing.error);
        };
      }),
    { name: `live-diagnosis-${which}`, names: stores },
  );
}
