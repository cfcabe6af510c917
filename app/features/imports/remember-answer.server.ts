import { teachWord, type WordRefusal } from '#app/features/words/keep-words.server.ts'
import { meaningCalled } from '#app/features/words/word.rule.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import { findImport } from './imports.queries.server.ts'
import { readPart } from './parts.queries.server.ts'
import type { RestageRequest } from './restaging.ts'
import { vocabulariesOf } from './vocabularies.server.ts'
import { wordQuestionOf } from './word-question.ts'

/** 'not-asked': the preview asks for no word there, or no longer. */
export type RememberRefusal = WordRefusal | 'not-found' | 'not-allowed' | 'not-asked' | 'no-longer-open'

/**
 * Keeps the answer to an unknown word of an open preview: for the school of the upload, or for whom the person stands
 * where it is no school's. The preview itself is not read again here.
 */
export async function rememberAnswer(
  db: Db,
  request: RestageRequest & { remembered: { sheet: string; cell: string; text: string } },
): Promise<{ ok: true } | { ok: false; refusal: RememberRefusal }> {
  const { id, scope, actor, today, now, remembered } = request
  const run = await findImport(db, scope, id, today)
  if (run === undefined) return { ok: false, refusal: 'not-found' }
  if (run.status !== 'preview') return { ok: false, refusal: 'no-longer-open' }
  const problems = await readPart<Problem>(db, id, 'problems')
  const [question] = problems
    .filter(one => one.sheet === remembered.sheet && one.cell === remembered.cell)
    .flatMap(one => wordQuestionOf(run.sheet, one) ?? [])
  if (question === undefined) return { ok: false, refusal: 'not-asked' }
  const vocabulary = (await vocabulariesOf(db))[question.kind]
  const meaning = meaningCalled(vocabulary, aliasKey(remembered.text))
  if (meaning === undefined) return { ok: false, refusal: 'meaning-unknown' }
  const schoolId = run.forSchoolId ?? run.schoolId
  const taught = { ...question, schoolId, meaning: meaning.code, today, now }
  return teachWord(db, scope, actor, taught, vocabulary)
}
