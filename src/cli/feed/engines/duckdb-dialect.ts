import type { Dialect } from './dialect.ts';

export const duckDbDialect: Dialect = {
  stored: '',
  unpivot: (metrics) => `unpivot (value for metric in (${metrics.map(quoted).join(', ')}))`,
  quantiles: (shares) => `quantile_cont(value, [${shares.join(', ')}])`,
};

function quoted(name: string): string {
  return `"${name}"`;
}
