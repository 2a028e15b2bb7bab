import type { Dialect } from './dialect.ts';
import type { SqlRow, SqlValue } from './engine.ts';

export const clickHouseDialect: Dialect = {
  stored: 'engine = MergeTree order by tuple()',
  unpivot: (metrics) => `array join
    [${metrics.map((name) => `'${name}'`).join(', ')}] as metric,
    [${metrics.map((name) => `"${name}"`).join(', ')}] as value`,
  // Its own quantilesExactInclusive counts the place from 1, which costs bits of the part between two
  // figures: a half may then be rounded to the other side.
  quantiles: (shares) => {
    const at = (share: number): string => {
      const place = `(length(sorted) - 1) * ${share}`;
      const part = `(${place} - floor(${place}))`;
      const one = (whole: string): string => `sorted[toUInt64(${whole}(${place})) + 1]`;
      return `if(${part} = 0, ${one('floor')}, ${one('floor')} * (1 - ${part}) + ${one('ceil')} * ${part})`;
    };
    const [first = 0.5, ...others] = shares;
    const named = at(first).replace(
      'sorted',
      '(arraySort(groupArray(assumeNotNull(value))) as sorted)',
    );
    return `[${[named, ...others.map(at)].join(', ')}]`;
  },
};

/** A statement with its parameters as ClickHouse takes them, `{name:Type}`. */
export function typedParameters(sql: string, values: SqlRow): string {
  return sql.replace(/\$(\w+)/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : `{${name}:${typeOf(value)}}`;
  });
}

function typeOf(value: SqlValue): string {
  if (typeof value === 'boolean') return 'Bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Int64' : 'Float64';
  return 'Nullable(String)';
}

/** What holds for every statement: joins without a partner give null, as elsewhere. */
export const clickHouseSettings = {
  join_use_nulls: 1,
  prefer_column_name_to_alias: 1,
  data_type_default_nullable: 1,
} as const;

/** Parquet files as a table: in object storage where the place is an address, else where the engine itself keeps files. */
export function parquetThere(place: string): string {
  const quoted = `'${place.replace(/['\\]/g, '\\$&')}'`;
  return /^[a-z0-9]+:\/\//i.test(place) ? `s3(${quoted}, 'Parquet')` : `file(${quoted}, 'Parquet')`;
}
