import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, reject, warn } from './codes.ts'
import { compact, roundBrackets } from './normalise.ts'
import { open } from './opening.ts'

const pattern = /^(\p{Script=Han}[\p{Script=Han}、]{0,19})\(?((?:19|20)\d{2})\)?(?:年)?第?(\d{1,5})号$/u

/** 文号 such as 连教体〔2023〕12号, its brackets made 〔〕. */
export function readDocumentNumber(cell: Cell | undefined): Reading<string> {
  const opening = open<string>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return reject('document-number.no-pattern')
  const text = compact(roundBrackets(opening.text).text)
  const found = pattern.exec(text)
  if (found === null)
    return /号/.test(text) && /\d{4}/.test(text)
      ? ask('document-number.unclear')
      : reject('document-number.no-pattern')
  const [, office, year, number] = found
  const proper = `${office}〔${year}〕${Number(number)}号`
  const plainly = text === `${office}(${year})${Number(number)}号`
  return plainly ? accept(proper) : warn(proper, 'document-number.corrected', { proper })
}
