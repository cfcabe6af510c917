import type { Db } from '#db/tables.ts'
import { auditHead } from './audit.queries.server.ts'

const mostRemembered = 200

interface Memory {
  /** Hash of the newest audit row when the answers were worked out. */
  head: string
  answers: Map<string, Promise<unknown>>
}

const memories = new WeakMap<Db, Memory>()

/**
 * The answer to `question`, worked out anew only after something changed: every change of the registry, placements,
 * rules and activities is audited in its own transaction, so an audit that has not grown means the same answer. The
 * question must name all it depends on (scope and days too); what is answered may not be altered by its reader.
 */
export async function remember<T>(db: Db, question: string, workOut: () => Promise<T>): Promise<T> {
  const { hash } = await auditHead(db)
  const memory = memoryAt(db, hash)
  const known = memory.answers.get(question)
  if (known !== undefined) return known as Promise<T>
  const answer = workOut()
  memory.answers.set(question, answer)
  if (memory.answers.size > mostRemembered)
    memory.answers.delete(memory.answers.keys().next().value as string)
  // A question that failed is asked again.
  answer.catch(() => memory.answers.delete(question))
  return answer
}

/** For whoever changes rows behind the audit's back: bulk loads and tests. */
export function forgetAnswers(db: Db): void {
  memories.delete(db)
}

function memoryAt(db: Db, head: string): Memory {
  const known = memories.get(db)
  if (known !== undefined && known.head === head) return known
  const fresh = { head, answers: new Map<string, Promise<unknown>>() }
  memories.set(db, fresh)
  return fresh
}
