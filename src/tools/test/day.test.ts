import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { unixMs } from '../../metrics/time.ts';
import { environmentOf, testDay } from './day.ts';

const now = unixMs(Date.UTC(2026, 10, 29, 15, 45));

describe('the day of a test run', () => {
  it('is today where none is named', () => {
    expect(testDay({}, now)).toBeUndefined();
    expect(testDay({ zone: 'Asia/Jakarta' }, now)).toEqual({ at: now, zone: 'Asia/Jakarta' });
  });

  it('begins at the time that a clock of the zone shows now, or at the time given', () => {
    const zone = 'America/Los_Angeles';
    expect(testDay({ day: '2028-02-29', zone }, now)?.at).toBe(Date.UTC(2028, 1, 29, 15, 45));
    expect(testDay({ day: '2027-07-01T23:50', zone }, now)?.at).toBe(Date.UTC(2027, 6, 2, 6, 50));
  });

  it('says what is wrong with a day or a zone that is none', () => {
    for (const day of ['2027-02-29', '29.2.2028', 'tomorrow', '2028-02-29T25:00']) {
      expect(() => testDay({ day }, now), day).toThrow(/is no day/);
    }
    expect(() => testDay({ zone: 'Mars/Olympus' }, now)).toThrow(/is no time zone/);
  });

  it('holds in every Node process of the run, with its zone', () => {
    const day = testDay({ day: '2028-02-29T12:00', zone: 'America/Los_Angeles' }, now);
    if (day === undefined) throw new Error('There is no day.');
    const env = environmentOf(day, unixMs(Date.now()), process.env);
    const print =
      'console.log(new Date().toString(), Date.now() - new Date(), new Date(0).getTime())';
    const told = execFileSync(process.execPath, ['-e', print], { env, encoding: 'utf8' });
    expect(told).toMatch(/^Tue Feb 29 2028 12:0.*GMT-0800.* -?0 0$/m);
  });
});
