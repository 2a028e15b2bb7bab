import { type ReadonlySignal, signal } from '@preact/signals';
import { loadPart } from '../design/loaded.tsx';
import type { Engine } from './engine.ts';

/** Loads what works LIVEs out. */
export const loadEngine = (): Promise<Engine> => import('./engine.ts').then(({ engine }) => engine);

/** The engine, undefined until it is loaded, which begins at once; what can't be loaded is among `unloaded`. */
export function createEngineStore(): ReadonlySignal<Engine | undefined> {
  const view = signal<Engine | undefined>(undefined);
  loadPart(loadEngine, (loaded) => {
    view.value = loaded;
  });
  return view;
}
