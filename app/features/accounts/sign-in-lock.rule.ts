const lockMinutes = 15

/** Failures in a row that lock a login (domain 12.2). */
export const failuresUntilLock = 5

/** When a lock that begins at `now` (ms since 1970) opens again. */
export function lockEnd(now: number): number {
  return now + lockMinutes * 60_000
}
