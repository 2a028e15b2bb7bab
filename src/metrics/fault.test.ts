import * as v from 'valibot';
import { expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { FaultCodeSchema, fault } from './fault.ts';

/** The faults that the English sentences tell, by code. */
const told = Object.entries(messages).flatMap(([key, { message }]) => {
  const code = key.startsWith('fault_') ? key.slice('fault_'.length).replaceAll('_', '-') : '';
  return v.is(FaultCodeSchema, code) ? [{ code, message }] : [];
});

it('whose sentence asks to try again are those that trying again can help', () => {
  const asking = told.filter(({ message }) => message.includes('Try again'));
  expect(asking.map(({ code }) => code)).toContain('storage-broken');
  expect(asking.filter(({ code }) => !fault(code).retryable)).toEqual([]);
});
