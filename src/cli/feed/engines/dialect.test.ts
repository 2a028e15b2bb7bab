import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feedMetrics } from '../lives/row.ts';
import { clickHouseDialect, typedParameters } from './clickhouse-dialect.ts';
import { statementOf } from './dialect.ts';
import { duckDbDialect } from './duckdb-dialect.ts';

const names = readdirSync(new URL('../sql', import.meta.url)).map((file) =>
  file.replace('.sql', ''),
);

describe('a statement', () => {
  it('has nothing left that an engine is to write in its own way', () => {
    expect(names).toContain('spreads');
    for (const dialect of [duckDbDialect, clickHouseDialect]) {
      const left = names.filter((name) => /\{\w+\}/.test(statementOf(name, dialect, feedMetrics)));
      expect(left).toEqual([]);
    }
  });

  it('is the same for both engines but for three things', () => {
    const unlike = names.filter(
      (name) =>
        statementOf(name, duckDbDialect, feedMetrics) !==
        statementOf(name, clickHouseDialect, feedMetrics),
    );
    expect(unlike.sort()).toEqual(['figures', 'heads', 'lives', 'spreads']);
  });

  it('gives ClickHouse each parameter with its type, and leaves alone what is none', () => {
    const sql = 'select $least, $rooms, $everyone, $name, $name, $other';
    const values = { least: 0.5, rooms: 20, everyone: false, name: "it's" };
    expect(typedParameters(sql, values)).toBe(
      'select {least:Float64}, {rooms:Int64}, {everyone:Bool}, {name:Nullable(String)}, {name:Nullable(String)}, $other',
    );
  });
});
