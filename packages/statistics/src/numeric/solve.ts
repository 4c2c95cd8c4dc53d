/** A matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** A pivot this small against the largest of its matrix is taken for zero. */
const negligible = 1e-11;

/**
 * Solves `A x = b` for a square A by Gauss–Jordan elimination with pivoting. Where columns say the same thing twice,
 * as the last category of every margin after the first does, the redundant unknowns are 0.
 */
export function solve(a: Matrix, b: readonly number[]): number[] {
  const size = b.length;
  const rows = a.map((row, index) => [...row, b[index] ?? 0]);
  const largest = Math.max(0, ...a.flat().map(Math.abs));
  const pivotRows: number[] = [];
  let next = 0;
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRowOf(rows, column, next);
    if (Math.abs(at(rows, pivot, column)) <= largest * negligible) {
      pivotRows.push(-1);
      continue;
    }
    [rows[next], rows[pivot]] = [rows[pivot] ?? [], rows[next] ?? []];
    eliminate(rows, next, column);
    pivotRows.push(next);
    next += 1;
  }
  return pivotRows.map((row, column) => (row < 0 ? 0 : at(rows, row, size) / at(rows, row, column)));
}

function pivotRowOf(rows: Matrix, column: number, from: number): number {
  let best = from;
  for (let row = from + 1; row < rows.length; row += 1) {
    if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, best, column))) best = row;
  }
  return best;
}

function eliminate(rows: number[][], pivot: number, column: number): void {
  const source = rows[pivot] ?? [];
  for (const [index, row] of rows.entries()) {
    const factor = index === pivot ? 0 : (row[column] ?? 0) / (source[column] ?? 1);
    if (factor === 0) continue;
    for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (source[at] ?? 0);
  }
}

function at(rows: Matrix, row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}
