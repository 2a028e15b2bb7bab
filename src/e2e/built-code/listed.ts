import { hosts } from '../../platform/hosts.ts';

/** How code could come from elsewhere, how often in all files of a build, and why it is there all the same. */
export interface ListedWay {
  readonly times: number;
  readonly why: string;
}

/** Hosts that a build names, each with why. Who may be asked is up to the permissions, not to this list. */
export const listedHosts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(hosts.map((host) => [host, 'serves Seller Center (platform/hosts.ts)'])),
  'www.w3.org': 'names of XML formats: SVG, MathML, XHTML, TTML; never asked',
  'schemas.openxmlformats.org': 'names of XML formats in .xlsx files; never asked',
  'aomedia.org': 'the name of a kind of marks in streams, known to hls.js; never asked',
  'page.invalid': 'stands for a page without an address; no host can have this name',
  'address.invalid': 'stands for an address that leads nowhere; no host can have this name',
  'sample.invalid': 'stands for the hosts of the sample shop; no host can have this name',
  'replays.example':
    'the recordings of the sample shop, drawn by the extension itself; never asked',
  'mozilla.org': 'where the licence of code stands, in a comment; never asked',
  'www.npmjs.com': 'where packages come from whose licences are told; never asked',
  'github.com': 'where the source of packages lies whose licences are told; never asked',
  'www.apache.org': 'where a licence stands under which a package came; never asked',
  'www.dailymotion.com': 'who holds the rights in a package, in its licence; never asked',
  'page.at': 'no host: a message between the page and the worker',
  'live-diagnosis-pinned.md': 'no host: the file as which pinned things are saved',
};

/** Ways by which a build for Firefox could run what isn't written out in it. */
export const listedFirefoxWays: Readonly<Record<string, ListedWay>> = {
  'innerHTML =': {
    times: 1,
    why: 'Preact’s dangerouslySetInnerHTML, which no component uses: biome.json forbids it',
  },
  'constructor(…)': {
    times: 1,
    why: 'Preact calls the function of a component, which it has laid under this name',
  },
  'import(…) of what is worked out': {
    times: 1,
    why: 'the launcher loads the dock, a file of the package (src/content/at-need.js), at the address that the browser gives it',
  },
  'new Worker(…)': {
    times: 3,
    why: 'two of hls.js, told to use none (`enableWorker`), one of papaparse, asked for none; the policy refuses them',
  },
  'WebAssembly.instantiate(…)': {
    times: 1,
    why: 'tells speech when a recording is measured: a file of the package (fvad.wasm)',
  },
  'WebAssembly.instantiateStreaming(…)': { times: 1, why: 'the same, read while it is loaded' },
};

/** The same of the build for Chromium and its kin, which alone needs a polyfill. */
export const listedWays: Readonly<Record<string, ListedWay>> = {
  ...listedFirefoxWays,
  Function: {
    times: 1,
    why: 'webextension-polyfill borrows `call` of it, and makes no function',
  },
};
