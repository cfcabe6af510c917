import { readSchoolCode } from '#app/spreadsheet/cells/code.ts'
import { open } from '#app/spreadsheet/cells/opening.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'

/** What the reader of a school knows: the schools of whoever imports. */
export interface SchoolContext {
  /** The 标识码 of the school that a text names; candidates of an `ask` are codes as well. */
  schoolNamed: (text: string) => Reading<string>
  /** By what a school is offered: its name where that means no other, else its code. */
  schoolCalled: (code: string) => string
}

/** What is written in characters and is no code: a code has digits, and at most signs that Excel or a hand put there. */
const name = /\p{Script=Han}.*\p{Script=Han}/su

/** The 标识码 of the school of a cell, which gives it or names the school. */
export function readSchool(cell: Cell | undefined, { schoolNamed }: SchoolContext): Reading<string> {
  const opening = open<string>(cell)
  const isName = opening.is === 'text' && name.test(opening.text)
  return isName ? schoolNamed(opening.text) : readSchoolCode(cell)
}
