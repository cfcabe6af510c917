import { readList } from '#app/spreadsheet/cells/list.ts'
import { open } from '#app/spreadsheet/cells/opening.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { accept, ask, type Reading, warn } from '#app/spreadsheet/reading.ts'
import { type NamedSport, resolveSport } from './sport-name.rule.ts'
import { sportSaid } from './sport-words.ts'

export interface SportRef {
  code: string
  name: string
}

/** What the reader of a sport knows: the catalogue with the words that apply, and how names compare. */
export interface SportContext {
  sports: readonly NamedSport[]
  keyOf: (name: string) => string
  /** The sports that an unknown word may mean, the likeliest first. */
  closeTo: (word: string) => NamedSport[]
}

/** 项目, as every sheet that names one sport a row has it. */
export const sportColumn = {
  header: { 'zh-CN': '项目', en: 'Sport' },
  aliases: ['运动项目', '体育项目', '布局项目', '特色项目', '项目名称', '项目代码'],
  cell: (cell: Cell | undefined, context: SportContext) =>
    readNamedSport(cell, context, 'placement.sport-unknown'),
  write: (sport: SportRef) => textCell(sport.name),
  example: { code: 'football', name: '足球' },
  width: 12,
  hint: { 'zh-CN': '项目名称或代码，如 足球', en: 'Name or code of the sport, such as football' },
}

/** Several sports in one cell. */
export function readSports(cell: Cell | undefined, context: SportContext): Reading<SportRef[]> {
  return readList(cell, part => readNamedSport(part, context, 'placement.sport-unknown'))
}

/**
 * A sport by any of its names, with a word when something beside the name was left out; an unknown one is asked back
 * with those that come close, never created.
 */
export function readNamedSport(
  cell: Cell | undefined,
  context: SportContext,
  unknownCode: string,
): Reading<SportRef> {
  const opening = open<SportRef>(cell)
  if (opening.is === 'answer') return opening.answer
  const text = readText(cell, 60)
  if (text.reading === 'ask') return ask(text.code, text.values)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text
  const known = (name: string) => resolveSport(context.sports, context.keyOf(name))
  const said = sportSaid(text.value)
  const found = known(text.value) ?? known(said.whole)
  if (found !== undefined) return accept({ code: found.code, name: found.name })
  const bare = said.bare === null ? undefined : known(said.bare)
  const isOneSport = said.withNote.every(name => [undefined, bare].includes(known(name)))
  if (bare !== undefined && isOneSport) return warn({ code: bare.code, name: bare.name }, 'cell.corrected')
  return ask(unknownCode, { word: text.value }, context.closeTo(text.value))
}
