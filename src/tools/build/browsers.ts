/** The browsers that the extension is built for, each with the folder that its build is written into. */
export const buildFolders = { chromium: 'dist', firefox: 'dist-firefox' } as const;
export type BuiltFor = keyof typeof buildFolders;

/** The browser that Vite's mode asks for: Firefox where it is named, Chromium and its kin in any other. */
export const builtFor = (mode: string): BuiltFor => (mode === 'firefox' ? 'firefox' : 'chromium');

/** The mode of Vite that asks for it; Chromium's is the one that Vite has by itself. */
export const modeFor = (browser: BuiltFor): string =>
  browser === 'firefox' ? 'firefox' : 'production';
