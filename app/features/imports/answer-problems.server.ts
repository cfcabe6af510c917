import { holdsPersonalNumber, withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { placeOfAddress } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { isAnswerable, likeness } from './answerable.rule.ts'
import type { Answer } from './answers-form.ts'
import { mostCharacters, placeKey, standingCorrections } from './corrections.rule.ts'
import { restageImport } from './restage-import.server.ts'
import type { IsDataRow, NewCorrection, Preview, RestageRefusal, RestageRequest } from './restaging.ts'

/** 'not-there': the place is no cell or row of the table that the preview shows. */
export type AnswerRefusal = RestageRefusal | 'personal-number' | 'too-long' | 'not-there'

/**
 * Takes a person's answers to the problems of an open preview: all of them or none. Each text goes through the reader of
 * its cell, so that a wrong one is a problem again; the last answer to a place holds.
 */
export async function answerProblems(
  db: Db,
  request: RestageRequest & { answers: readonly Answer[] },
): Promise<{ ok: true } | { ok: false; refusal: AnswerRefusal }> {
  const { answers, ...restaging } = request
  const texts = answers.flatMap(answer => (answer.kind === 'set' ? [answer.text] : []))
  if (texts.some(holdsPersonalNumber)) return { ok: false, refusal: 'personal-number' }
  if (texts.some(text => text.length > mostCharacters)) return { ok: false, refusal: 'too-long' }
  return restageImport<AnswerRefusal>(db, restaging, async preview => {
    const isDataRow = await preview.file.dataRows()
    const added = answers.flatMap(answer => correctionsFor(answer, preview, isDataRow))
    return added.includes(null)
      ? { refusal: 'not-there' }
      : lastOfEach(added.flatMap(one => (one === null ? [] : [one])))
  })
}

/** Takes the answer to one place back: the file says again what stood there. Asked twice, it stays so. */
export async function restoreAnswer(
  db: Db,
  request: RestageRequest & { sheet: string; place: string },
): Promise<{ ok: true } | { ok: false; refusal: RestageRefusal }> {
  const { sheet, place, ...restaging } = request
  return restageImport(db, restaging, async ({ given }) => {
    const standing = standingCorrections(given).find(one => placeKey(one) === placeKey({ sheet, place }))
    if (standing === undefined) return []
    const { raw, header } = standing
    return [{ sheet, place, action: 'restore', value: '', raw, header }]
  })
}

/** What an answer makes of the file; null among them when it is to nothing that the preview shows. */
function correctionsFor(answer: Answer, preview: Preview, isDataRow: IsDataRow): (NewCorrection | null)[] {
  if (!preview.file.has(answer.sheet)) return [null]
  return answer.kind === 'skip' ? skipping(answer, preview, isDataRow) : setting(answer, preview, isDataRow)
}

function skipping(
  { sheet, place }: Extract<Answer, { kind: 'skip' }>,
  { file }: Preview,
  isDataRow: IsDataRow,
): (NewCorrection | null)[] {
  const rows = /^\d+$/.test(place) ? [Number(place)] : file.rowsOf(sheet, place)
  const found = rows.filter(row => isDataRow(sheet, row))
  if (found.length === 0) return [null]
  return found.map(row => ({ sheet, place: String(row), action: 'skip', value: '', raw: '', header: '' }))
}

function setting(
  answer: Extract<Answer, { kind: 'set' }>,
  { problems, given, file }: Preview,
  isDataRow: IsDataRow,
): (NewCorrection | null)[] {
  const { sheet, cell, text } = answer
  const place = placeOfAddress(cell)
  const here = problems.filter(one => one.sheet === sheet && one.cell === cell && isAnswerable(one))
  const wasAnswered = given.some(one => one.sheet === sheet && one.place === cell)
  if (place === null || !(here.length > 0 || wasAnswered || isDataRow(sheet, place.row + 1))) return [null]
  const cells = answer.isForAll ? alike(problems, here) : []
  return [cell, ...cells.filter(other => other !== cell)].map(one => ({
    sheet,
    place: one,
    action: 'set',
    value: text,
    raw: withoutPersonalNumbers(file.textAt(sheet, one)).slice(0, mostCharacters),
    header: (here[0]?.header ?? '').slice(0, 80),
  }))
}

function alike(problems: readonly Problem[], here: readonly Problem[]): string[] {
  const wanted = new Set(here.map(likeness))
  const cells = problems.filter(one => isAnswerable(one) && wanted.has(likeness(one))).map(one => one.cell)
  return [...new Set(cells)]
}

/** Of several answers to one place in one form the last. */
function lastOfEach(added: readonly NewCorrection[]): NewCorrection[] {
  return [...new Map(added.map(one => [placeKey(one), one])).values()]
}
