/** A square matrix of a few rows, row by row. */
export type Matrix = readonly (readonly number[])[];

const cell = (matrix: readonly (readonly number[])[], row: number, column: number): number =>
  matrix[row]?.[column] ?? Number.NaN;

/** A matrix from a rule for its cells. */
export function matrixOf(size: number, rule: (row: number, column: number) => number): Matrix {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => rule(row, column)),
  );
}

/** A matrix with `values` on its diagonal. */
export function diagonal(values: readonly number[]): Matrix {
  return matrixOf(values.length, (row, column) => (row === column ? (values[row] ?? 0) : 0));
}

export function addMatrices(a: Matrix, b: Matrix): Matrix {
  return matrixOf(a.length, (row, column) => cell(a, row, column) + cell(b, row, column));
}

export function subtract(a: Matrix, b: Matrix): Matrix {
  return matrixOf(a.length, (row, column) => cell(a, row, column) - cell(b, row, column));
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const size = a.length;
  return matrixOf(size, (row, column) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += cell(a, row, k) * cell(b, k, column);
    return sum;
  });
}

/** Matrix × vector. */
export function apply(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, k) => sum + value * (vector[k] ?? 0), 0));
}

export function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, k) => value + (b[k] ?? 0));
}

export function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, k) => value - (b[k] ?? 0));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
}

/**
 * The lower triangle L with L·Lᵀ = matrix (Cholesky), for a symmetric matrix without negative
 * directions; a direction without spread, up to rounding, gets none.
 */
export function cholesky(matrix: Matrix): Matrix {
  const size = matrix.length;
  const lower: number[][] = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = cell(matrix, row, column);
      for (let k = 0; k < column; k++) sum -= cell(lower, row, k) * cell(lower, column, k);
      const target = lower[row];
      if (target === undefined) continue;
      if (row === column) target[column] = Math.sqrt(Math.max(0, sum));
      else {
        const pivot = cell(lower, column, column);
        target[column] = pivot > 0 ? sum / pivot : 0;
      }
    }
  }
  return lower;
}

/** The inverse of a symmetric, positive definite matrix, by its Cholesky triangle. */
export function inverse(matrix: Matrix): Matrix {
  const size = matrix.length;
  const lower = cholesky(matrix);
  const inverted: number[][] = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let sum = row === column ? 1 : 0;
      for (let k = column; k < row; k++) sum -= cell(lower, row, k) * cell(inverted, k, column);
      const target = inverted[row];
      if (target !== undefined) target[column] = sum / cell(lower, row, row);
    }
  }
  return matrixOf(size, (row, column) => {
    let sum = 0;
    for (let k = Math.max(row, column); k < size; k++) {
      sum += cell(inverted, k, row) * cell(inverted, k, column);
    }
    return sum;
  });
}
