import type { Tx } from '#db/tables.ts'

/** What else must change with the classes of schools, or the days on which they are open: handed in by whoever knows. */
export type FollowRoster = (tx: Tx, changed: { schoolIds: readonly string[] }) => Promise<void>
