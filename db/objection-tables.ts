import type { Instant } from './table-types.ts'

/** What is counted of objections to public notices, whatever they are about. */
export interface ObjectionTables {
  objection_sending: ObjectionSendingTable
}

/** That a network address sent an objection within the hour: which one, nothing tells, and the row goes after it. */
interface ObjectionSendingTable {
  id: string
  client_lookup: string
  sent_at: Instant
}
