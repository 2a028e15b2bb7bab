import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import { soon } from './src/e2e/patience.ts';

const testing = process.env.VITEST !== undefined;

export default defineConfig({
  plugins: testing ? [] : [crx({ manifest })],
  build: {
    target: 'chrome148',
    modulePreload: false,
    sourcemap: false,
    // The one large chunk is hls.js, loaded only where a browser plays no HLS by itself.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { input: { panel: 'src/panel/panel.html' } },
  },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['src/e2e/**'],
          // Properties draw many cases; a slow machine is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/e2e/**/*.test.ts'],
          setupFiles: ['src/e2e/on-failure.ts'],
          fileParallelism: false,
          testTimeout: 9 * soon.timeout,
          hookTimeout: 9 * soon.timeout,
          expect: { poll: soon },
        },
      },
    ],
  },
});
