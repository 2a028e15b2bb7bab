import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AskingPace } from './asking-pace.ts';

describe('the pace of questions', () => {
  it('asks one after the other, never closer than its gap', async () => {
    const pace = new AskingPace(20);
    const turns = await Promise.all([pace.turn(), pace.turn(), pace.turn(), pace.turn()]);
    const at = turns.flatMap((turn) => (turn.ok ? [turn.at] : []));
    expect(at).toHaveLength(4);
    expect(Math.min(...at.slice(1).map((one, i) => one - (at[i] ?? 0)))).toBeGreaterThanOrEqual(20);
  });

  it('holds back the questions that wait already when one was too many', async () => {
    const pace = new AskingPace(5);
    const first = await pace.turn();
    const waiting = [pace.turn(), pace.turn(), pace.turn()];
    const told = performance.now();
    pace.slower(150, first.ok ? first.at : 0);
    const at = (await Promise.all(waiting)).flatMap((turn) => (turn.ok ? [turn.at] : []));
    expect(at).toHaveLength(3);
    expect(Math.min(...at)).toBeGreaterThanOrEqual(told + 150);
  });

  it('goes on resting when it is told so again meanwhile', async () => {
    const pace = new AskingPace(1);
    const first = await pace.turn();
    const askedAt = first.ok ? first.at : 0;
    pace.slower(40, askedAt);
    const waiting = pace.turn();
    await wait(10);
    const told = performance.now();
    pace.slower(120, askedAt);
    const turn = await waiting;
    expect(turn.ok && turn.at >= told + 120).toBe(true);
  });

  it('halves its pace once for questions that were on their way together', async () => {
    const pace = new AskingPace(20);
    const together = [await pace.turn(), await pace.turn(), await pace.turn()];
    for (const turn of together) if (turn.ok) pace.slower(0, turn.at);
    const at: number[] = [];
    for (let i = 0; i < 6; i++) {
      const turn = await pace.turn();
      if (turn.ok) at.push(turn.at);
    }
    const closest = Math.min(...at.slice(1).map((one, i) => one - (at[i] ?? 0)));
    expect(closest).toBeGreaterThanOrEqual(40);
    // Halved three times it would be 160 ms.
    expect(closest).toBeLessThan(150);
  });

  it('is back at its usual pace after answers that went well', async () => {
    const pace = new AskingPace(10);
    const first = await pace.turn();
    for (let i = 0; i < 8; i++) pace.slower(0, first.ok ? first.at + i * 1e6 : 0);
    for (let i = 0; i < 200; i++) pace.faster();
    const began = performance.now();
    await pace.turn();
    await pace.turn();
    await pace.turn();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('says so when its questions are spent, or when it would rest for longer than a run waits', async () => {
    const few = new AskingPace(1, 2);
    expect((await few.turn()).ok && (await few.turn()).ok).toBe(true);
    expect(await few.turn()).toEqual({ ok: false, why: 'spent' });
    const long = new AskingPace(1);
    long.slower(3_600_000, 0);
    expect(await long.turn()).toEqual({ ok: false, why: 'too-many' });
  });
});
