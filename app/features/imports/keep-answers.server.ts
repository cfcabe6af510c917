import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Tx } from '#db/tables.ts'
import { insertCorrections, type KeptCorrection } from './corrections.queries.server.ts'
import type { ImportRun } from './imports.queries.server.ts'
import type { NewCorrection } from './restaging.ts'

/** Keeps answers behind those that were given before. */
export async function keepAnswers(
  tx: Tx,
  run: ImportRun,
  added: readonly NewCorrection[],
  {
    given,
    actor,
    at,
  }: {
    given: readonly KeptCorrection[]
    actor: { id: string | null; name: string }
    at: string
  },
): Promise<void> {
  if (added.length === 0) return
  const last = given.at(-1)?.position ?? 0
  const answers = added.map((one, index) => ({ ...one, position: last + 1 + index, by: actor, at }))
  await insertCorrections(tx, run.id, answers)
  await recordAudit(tx, actor, {
    action: 'import.correct',
    subjectKind: 'import',
    subjectId: run.id,
    unitCode: run.unitCode,
    schoolId: run.schoolId,
    detail: { sheet: run.sheet, file: run.fileName, answers: added.length, places: placesOf(added) },
  })
}

/** Where and how, not which text: the workbook may name people, and the audit is never cut. */
function placesOf(added: readonly NewCorrection[]): string[] {
  return added.slice(0, 20).map(({ sheet, place, action }) => `${action} ${sheet}!${place}`)
}
