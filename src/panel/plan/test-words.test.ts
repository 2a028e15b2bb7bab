import { expect, it } from 'vitest';
import { testWords } from './test-words.ts';

const said = (...roles: readonly ('tested' | 'along' | 'waits')[]) =>
  testWords(roles.map((role) => ({ role })));

it('of several changes it is said which is tested, which go along and which wait', () => {
  expect(said('tested', 'along', 'along')).toEqual(['plan_proposed_along']);
  expect(said('tested', 'waits')).toEqual(['plan_proposed_waits']);
  expect(said('tested', 'along', 'waits')).toEqual(['plan_proposed_along', 'plan_proposed_waits']);
});

it('nothing is said of a single change, nor where none is tested', () => {
  expect(said('tested')).toEqual([]);
  expect(said('along', 'along')).toEqual([]);
  expect(said()).toEqual([]);
});
