import { useApp } from '../state/app.ts';
import type { Which } from '../state/ports.ts';

/** Whose plans are in view. */
export const useWhich = (): Which => (useApp().settings.settings.value.sample ? 'sample' : 'shop');
