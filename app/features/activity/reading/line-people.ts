import { readCount } from '#app/spreadsheet/cells/count.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { hasLostSigns, withoutBlanks } from '#app/spreadsheet/plain-text.ts'
import type { ActivityContext } from '../activity-entry.ts'
import { compact } from './board.ts'
import type { ClassDay } from './class-days.ts'
import type { Column } from './columns.ts'
import type { Role } from './header-words.ts'
import { besideOf, type Line } from './line.ts'
import { recalled } from './memory.ts'
import { type CellTrouble, note, noteCell, type Trouble, taken } from './problem-log.ts'

const textRoles = ['sport', 'content', 'teacher', 'note'] as const satisfies readonly Role[]

/** What a line says besides class, day, kind and minutes. */
export interface Besides {
  participants: number | null
  sportCode: string | null
  teacher: string
  note: string
}

/** Null when the number of participants or a text cannot be taken. */
export function besidesAt(line: Line, column: Column, classDays: ClassDay[]): Besides | null {
  if (hasGarbledText(line, column)) return null
  const participants = participantsAt(line, column, classDays)
  if (participants === 'bad') return null
  const { code, text } = sportAt(line, column)
  const remark = textBeside(line, column, 'note')
  const teacher = textBeside(line, column, 'teacher')
  const note = code === null && text !== '' ? [text, remark].filter(part => part !== '').join('；') : remark
  const isTooLong = [
    isLongerThanTaken(line, column, 'teacher', teacher),
    isLongerThanTaken(line, column, remark === '' ? roleOfSport(line, column) : 'note', note),
  ]
  return isTooLong.includes(true) ? null : { participants, sportCode: code, teacher, note }
}

/** Signs that the ledger takes of who taught and of all else that is said. */
const mostSigns = { teacher: 60, note: 400 }

/** A text that cannot be kept whole is refused, never cut: whoever wrote it says it in fewer words. */
function isLongerThanTaken(line: Line, column: Column, role: Role, text: string): boolean {
  const longest = role === 'teacher' ? mostSigns.teacher : mostSigns.note
  if (text.length <= longest) return false
  const { board, log } = line.table
  const beside = besideOf(line, column, role)
  const header = beside?.header ?? ''
  noteCell(log, board, line.sourceOf(beside), {
    ...{ reading: 'reject', code: 'cell.too-long', values: { longest }, header },
  })
  return true
}

function roleOfSport(line: Line, column: Column): Role {
  return besideOf(line, column, 'sport') === undefined ? 'content' : 'sport'
}

/** Texts are taken as they stand, but none of which signs were lost. */
function hasGarbledText(line: Line, column: Column): boolean {
  const { board, log } = line.table
  const garbled = textRoles.flatMap(role => {
    const beside = besideOf(line, column, role)
    const spot = line.sourceOf(beside)
    return spot !== null && hasLostSigns(board.cellAt(spot.row, spot.column)) ? [{ beside, spot }] : []
  })
  for (const { beside, spot } of garbled)
    noteCell(log, board, spot, { reading: 'reject', code: 'cell.garbled', header: beside?.header ?? '' })
  return garbled.length > 0
}

function participantsAt(line: Line, column: Column, classDays: ClassDay[]): number | null | 'bad' {
  const { board, log, memory } = line.table
  const countColumn = besideOf(line, column, 'participants')
  const spot = line.sourceOf(countColumn)
  if (spot === null) return null
  const classes = new Set(classDays.map(({ entry }) => entry))
  const only = classes.size === 1 ? classDays[0]?.entry : undefined
  const header = countColumn?.header ?? ''
  const tell = (trouble: Trouble) => note(log, board, spot, { header, ...trouble })
  const tellCell = (trouble: CellTrouble) => noteCell(log, board, spot, { header, ...trouble })
  const cell = board.cellAt(spot.row, spot.column)
  const reading = recalled(memory.counts, cell, only?.pupils ?? '', () =>
    readCount(cell, only ? { classSize: only.pupils } : {}),
  )
  const count = taken(reading, tellCell)
  if (count === null) return reading.reading === 'blank' ? null : 'bad'
  if (only === undefined) {
    tell({ reading: 'warn', code: 'activity.participants-of-many', values: { count } })
    return null
  }
  if (count > only.pupils) {
    tell({ reading: 'warn', code: 'activity.more-than-pupils', values: { count, pupils: only.pupils } })
  }
  return count
}

/** The sport that a line names; one that the catalogue does not know stays in the note. */
function sportAt(line: Line, column: Column): { code: string | null; text: string } {
  const { board, context, log } = line.table
  const sportColumn = besideOf(line, column, 'sport') ?? besideOf(line, column, 'content')
  const spot = line.sourceOf(sportColumn)
  const text = spot === null ? '' : rawOf(board.cellAt(spot.row, spot.column)).trim()
  const plain = compact(text)
  if (spot === null || /^[-—/\\*无]*$/.test(plain)) return { code: null, text: '' }
  const sport = sportCalled(context, text)
  if (sport !== undefined) return { code: sport, text }
  if (sportColumn?.role === 'sport') {
    const header = sportColumn.header
    note(log, board, spot, {
      reading: 'warn',
      code: 'activity.sport-unknown',
      header,
      values: { sport: text },
      candidates: context.sportsCloseTo?.(text) ?? [],
    })
  }
  return { code: null, text }
}

const byName = new WeakMap<ActivityContext['sports'], ReadonlyMap<string, string>>()

/** The code of the sport that goes by the name; blanks, case and width make no difference. */
function sportCalled({ sports }: ActivityContext, name: string): string | undefined {
  const keyOf = (text: string) => withoutBlanks(text).toLowerCase()
  const known =
    byName.get(sports) ??
    new Map(
      // The first sport of a name is meant, as in every other sheet.
      [...sports]
        .reverse()
        .flatMap(({ code, names }) => [code, ...names].map(one => [keyOf(one), code] as const)),
    )
  byName.set(sports, known)
  return known.get(keyOf(name))
}

function textBeside(line: Line, column: Column, role: Role): string {
  const spot = line.sourceOf(besideOf(line, column, role))
  if (spot === null) return ''
  const text = rawOf(line.table.board.cellAt(spot.row, spot.column)).trim()
  return /^[-—/\\]*$/.test(text) ? '' : text
}
