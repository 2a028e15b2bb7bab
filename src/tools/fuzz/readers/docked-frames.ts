import fc from 'fast-check';
import * as v from 'valibot';
import { askedIn } from '../../../options/allow/asked-leave.ts';
import {
  frameAskIn,
  frameNewsIn,
  PermissionsSchema,
} from '../../../platform/firefox/frame-messages.ts';
import { fuzzed } from '../fuzzed.ts';
import { junk } from '../junk.ts';
import { spoiltText } from '../spoilt-text.ts';
import { spoilt } from '../spoilt-value.ts';

const app = 'live-diagnosis';
const leave = { permissions: ['notifications'], origins: ['https://v.example.com/*'] };
const messages = [
  { app, ask: { do: 'request', leave, id: 'a' } },
  { app, ask: { do: 'contains', leave } },
  { app, ask: { do: 'keep', key: 'screen:docked', value: { at: 1 } } },
  { app, heard: { of: 'answer', id: 'a', granted: true } },
  { app, heard: { of: 'session', key: 'page:1', value: { room: '1' } } },
];
const page = 'moz-extension://7c1f/src/options/allow/allow.html';

/** What docked panels in Firefox have others do for them. */
export const dockedFrameReaders = [
  fuzzed({
    name: 'messages of docked panels in Firefox',
    reads: ['platform/firefox/frame-messages.ts'],
    share: 2,
    inputs: fc.oneof(
      { weight: 4, arbitrary: spoilt(fc.constantFrom<unknown>(...messages)) },
      { weight: 1, arbitrary: junk },
    ),
    read: (message) => [frameAskIn(message), frameNewsIn(message)] as const,
    wrong: ([ask]) => {
      const asked = ask !== undefined && 'leave' in ask ? ask.leave : {};
      return v.is(PermissionsSchema, asked) ? undefined : 'what no panel asks for is asked for';
    },
  }),
  fuzzed({
    name: 'addresses of the page that asks for leave',
    reads: ['options/allow/asked-leave.ts'],
    share: 2,
    inputs: spoiltText(
      fc.constantFrom(
        `${page}?id=a&origin=${encodeURIComponent('https://v.example.com/*')}`,
        `${page}?id=b&permission=notifications`,
        `${page}?id=c&origin=https%3A%2F%2F*%2F*&origin=x`,
      ),
    ).filter(URL.canParse),
    read: askedIn,
    wrong: (read) =>
      (read?.asked.origins ?? []).every((origin) => /^https:\/\/[\w.-]+\/\*$/.test(origin))
        ? undefined
        : 'all hosts are asked for at once',
  }),
];
