import type { Db } from '#db/tables.ts'
import { type AuditRow, auditAfter, auditHead } from './audit.queries.server.ts'
import { auditHash } from './audit-hash.server.ts'

/** missing: no row stands there; changed: the row is not what was written; unlinked: it follows another row than it says; head: the newest row is not the last. */
export interface AuditDifference {
  position: number
  kind: 'missing' | 'changed' | 'unlinked' | 'head'
}

interface Link {
  position: number
  hash: string
}

const batch = 1000

/** Walks the whole audit chain and answers every place where it does not hold; [] when nothing was touched. */
export async function verifyAuditChain(db: Db): Promise<AuditDifference[]> {
  const differences: AuditDifference[] = []
  let last: Link = { position: 0, hash: '0'.repeat(64) }
  for (;;) {
    const rows = await auditAfter(db, last.position, batch)
    for (const row of rows) {
      differences.push(...differencesOf(row, last))
      last = row
    }
    if (rows.length < batch) break
  }
  const head = await auditHead(db)
  if (head.position !== last.position || head.hash !== last.hash)
    differences.push({ position: head.position, kind: 'head' })
  return differences
}

function differencesOf(row: AuditRow, last: Link): AuditDifference[] {
  const { previousHash, hash, ...facts } = row
  const found: AuditDifference[] = []
  for (let position = last.position + 1; position < row.position; position += 1)
    found.push({ position, kind: 'missing' })
  if (hash !== auditHash(previousHash, facts)) found.push({ position: row.position, kind: 'changed' })
  if (previousHash !== last.hash) found.push({ position: row.position, kind: 'unlinked' })
  return found
}
