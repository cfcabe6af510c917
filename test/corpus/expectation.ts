/** What must come of one file; it stands beside the file as JSON and is written from the declaration alone. */
export interface Expectation {
  /** The sheet under which somebody uploads it. */
  sheet: string
  /** The 标识码 of the school that uploads it; null for the bureau. */
  school: string | null
  /** The unit whose office uploads it, where neither a school nor the city does. */
  unit?: string
  /** Each row with every value of which the file says something. */
  rows: Record<string, string | number>[]
  /** Every cell of which something must be said. */
  problems: Flag[]
  /** The file says nothing that could be imported. */
  refused?: boolean
}

export interface Flag {
  sheet: string
  cell: string
  reading: 'warn' | 'ask' | 'reject'
  code: string
}
