import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Where the built page of components lies, `gallery.html` and what it loads. */
export const GALLERY = join(ROOT, '.cache', 'gallery');

/** Builds the page that shows every component. */
export async function buildGallery(): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'chrome148',
      outDir: GALLERY,
      emptyOutDir: true,
      rolldownOptions: { input: join(import.meta.dirname, 'gallery.html') },
    },
  });
}
