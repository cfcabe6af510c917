const sign = 'stale-import'

/** Thrown by a sheet's `commit` when what stands no longer allows a staged row: everything is taken back. */
export function staleImport(row: { sheet: string; row: number }): Error {
  return new Error(`${row.sheet} ${row.row}`, { cause: sign })
}

export function isStaleImport(error: unknown): boolean {
  return error instanceof Error && error.cause === sign
}
