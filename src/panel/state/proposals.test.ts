import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { stepIds } from '../../diagnosis/report.ts';
import { PlanItemSchema } from '../../metrics/board/plan.ts';
import { judges } from './proposals.ts';

const item = (more: object) =>
  v.parse(PlanItemSchema, {
    id: '00000000-0000-4000-8000-000000000001',
    rank: 'a0',
    title: 'Point the ads at it',
    how: '',
    owners: ['ads'],
    done: false,
    tested: false,
    ...more,
  });
const usual = [...stepIds, 'gmvPerHour'];

describe('the figures that can judge an item', () => {
  it('are the steps and the whole', () => {
    expect(judges(item({}))).toEqual(usual);
    expect(judges(item({ factor: 'cadence', metric: 'ctor' }))).toEqual(usual);
  });

  it('hold the one that the factor’s advice names, also while another one is chosen', () => {
    expect(judges(item({ factor: 'ads', metric: 'adsRoi' }))).toEqual([...usual, 'adsRoi']);
    expect(judges(item({ factor: 'ads', metric: 'ctor' }))).toEqual([...usual, 'adsRoi']);
    expect(judges(item({ factor: 'ads' }))).toEqual([...usual, 'adsRoi']);
  });

  it('hold the one that judges it, whoever chose it', () => {
    expect(judges(item({ metric: 'followRate' }))).toEqual([...usual, 'followRate']);
  });
});
