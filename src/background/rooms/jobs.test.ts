import { describe, expect, it } from 'vitest';
import { createJobs } from './jobs.ts';

function held() {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

describe('jobs', () => {
  it('do the work of one key once, however many ask', async () => {
    const jobs = createJobs<number>(2);
    const gate = held();
    let runs = 0;
    const work = async (): Promise<number> => {
      runs += 1;
      await gate.until;
      return runs;
    };
    const asked = Array.from({ length: 20 }, () => jobs.run('room', work));
    gate.release();
    expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
    expect(await jobs.run('room', work)).toBe(2);
  });

  it('run two at a time, in the order they were asked for', async () => {
    const jobs = createJobs<string>(2);
    const gates = new Map(['a', 'b', 'c', 'd'].map((key) => [key, held()]));
    const started: string[] = [];
    const all = [...gates].map(([key, gate]) =>
      jobs.run(key, async () => {
        started.push(key);
        await gate.until;
        return key;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(started).toEqual(['a', 'b']);
    gates.get('b')?.release();
    await all[1];
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(started).toEqual(['a', 'b', 'c']);
    for (const gate of gates.values()) gate.release();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after one that failed', async () => {
    const jobs = createJobs<string>(1);
    const broken = jobs.run('a', async () => {
      throw new Error('no');
    });
    const next = jobs.run('b', async () => 'done');
    await expect(broken).rejects.toThrow('no');
    expect(await next).toBe('done');
    expect(await jobs.run('a', async () => 'again')).toBe('again');
  });

  it('work anew after the one under way, one at a time, for all who ask for that', async () => {
    const jobs = createJobs<string>(2);
    const gates = { old: held(), anew: held() };
    const events: string[] = [];
    const work = (name: 'old' | 'anew') => async (): Promise<string> => {
      events.push(`${name} starts`);
      await gates[name].until;
      events.push(`${name} ends`);
      return name;
    };
    const old = jobs.run('room', work('old'));
    const forced = [jobs.runAnew('room', work('anew')), jobs.runAnew('room', work('anew'))];
    const late = jobs.run('room', work('old'));
    gates.old.release();
    expect(await old).toBe('old');
    gates.anew.release();
    expect(await Promise.all([...forced, late])).toEqual(['anew', 'anew', 'anew']);
    expect(events).toEqual(['old starts', 'old ends', 'anew starts', 'anew ends']);
    expect(await jobs.run('room', async () => 'next')).toBe('next');
  });

  it('work anew although the one under way fails', async () => {
    const jobs = createJobs<string>(1);
    const broken = jobs.run('a', async () => {
      throw new Error('no');
    });
    const anew = jobs.runAnew('a', async () => 'anew');
    await expect(broken).rejects.toThrow('no');
    expect(await anew).toBe('anew');
  });
});
