import { createHash } from 'node:crypto'

/** Anything that survives JSON unchanged. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** What a row of the audit says; all of it is covered by its hash. */
export interface AuditFacts {
  id: string
  position: number
  at: string
  actor: string
  actorId: string | null
  action: string
  subjectKind: string
  subjectId: string
  unitCode: string | null
  schoolId: string | null
  /** Canonical JSON. */
  detail: string
}

/** SHA-256 in hex over the hash of the row before and this row as canonical JSON. */
export function auditHash(previousHash: string, facts: AuditFacts): string {
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalJson({ ...facts }))
    .digest('hex')
}

/** JSON with the keys of every object in order, so that equal values are equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}
