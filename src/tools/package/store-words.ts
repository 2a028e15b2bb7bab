import { hostPatterns } from '../../platform/hosts.ts';

/** In characters. Chrome's documentation names no limit of its fields; what is longer isn't read. */
export const LONGEST_ANSWER = 1000;

/**
 * What the stores ask before they take the extension, under the names of their own forms. Reviewers read it beside the
 * manifest; a test holds that it names the permissions of the manifest and no other.
 */
export const storeWords = {
  singlePurpose:
    'Shows sellers on TikTok Shop, beside the dashboard of their LIVE stream, at which step the LIVE lost sales, what that cost per hour, and what to change in the next LIVE.',
  permissions: {
    storage:
      'Keeps the settings, the chosen language and how far reading the seller’s earlier LIVEs has come, in this browser alone (storage.local), and, until it is closed, what the worker must know again after the browser put it to sleep and how the panel’s first screen was last drawn (storage.session). Nothing is synced.',
    alarms:
      'Wakes the worker to read a running LIVE or one whose figures have become final since, to go on with reading earlier LIVEs where the seller asked for it, to refresh benchmark feeds that the seller added, to keep a weekly copy of the data in the browser, and to give the reminders that the seller set.',
    notifications:
      'Optional. Asked for when the seller first sets a reminder for the next LIVE; shows these, and a warning before a recording on the seller’s board expires.',
  },
  hosts: [
    {
      patterns: hostPatterns,
      why: 'The hosts on which TikTok Shop’s Seller Center and LIVE dashboard lie, as its regions use them. On these pages the extension shows its panel, and reads the figures of the seller’s own LIVEs from the answers that the page gets and by requests of its own with the seller’s own sign-in. What it reads stays in the browser.',
    },
    {
      patterns: ['https://*/*'],
      why: 'Optional (https://*/*), never asked for as a whole: benchmarks may be published on any host. When the seller adds such a feed by its address, the permission for that one site is asked for, and given back when the feed is removed. The same holds for the site of a recording that plays only so, when the seller presses “Allow and play”. “Delete everything” gives back all of them.',
    },
  ],
  remoteCode:
    'No, I am not using remote code. All scripts are files of the package. “wasm-unsafe-eval” lets the WebAssembly file of the package run that tells speech from noise when the seller has a recording measured.',
} as const;

/** What a manifest asks for, as far as stores want it justified. */
export interface AskedPermissions {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
}

/** Where a manifest and its justifications differ, a line each. */
export function unjustified(asked: AskedPermissions): string[] {
  const names = [...asked.permissions, ...asked.optional_permissions];
  const patterns = [
    ...asked.host_permissions,
    ...asked.optional_host_permissions,
    ...asked.content_scripts.flatMap(({ matches }) => matches),
  ];
  return [
    ...differences(names, Object.keys(storeWords.permissions)),
    ...differences(
      patterns,
      storeWords.hosts.flatMap((group) => [...group.patterns]),
    ),
  ];
}

function differences(asked: readonly string[], justified: readonly string[]): string[] {
  const wanting = new Set(asked.filter((one) => !justified.includes(one)));
  const idle = justified.filter((one) => !asked.includes(one));
  return [
    ...[...wanting].map((one) => `${one} is asked for without a reason that stores are told`),
    ...idle.map((one) => `${one} has a reason that stores are told, and isn't asked for`),
  ];
}

/** All of it as the forms want it: a field a paragraph, under its name. */
export function storeForm(version: string): string {
  const { singlePurpose, permissions, hosts, remoteCode } = storeWords;
  const fields = [
    ['Single purpose', singlePurpose],
    ...Object.entries(permissions).map(([name, why]) => [`${name} justification`, why]),
    ['Host permission justification', hosts.map(({ why }) => why).join(' ')],
    ['Are you using remote code?', remoteCode],
  ];
  const asked = hosts.map(({ patterns }) => patterns.join('\n')).join('\n\n');
  return [
    `What the stores ask about LIVE Diagnosis ${version}`,
    ...fields.map(([name, words]) => `${name}\n${words}`),
    `The hosts that are meant\n${asked}`,
    '',
  ].join('\n\n');
}
