/** A rate as people read it; no rate is a dash, not zero. */
export function percent(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(2)}%`
}
