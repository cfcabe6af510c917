import { normalise } from '#app/spreadsheet/cells/normalise.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ActivityContext } from '../activity-entry.ts'
import { type Board, boardOf, compact, type Spot } from './board.ts'
import { bandFrom, beginsHeader } from './header-band.ts'
import { headerWord } from './header-words.ts'
import { personalCells } from './personal-cells.ts'
import { note, type ProblemLog } from './problem-log.ts'
import { behindLabel, titleLines } from './title-lines.ts'

const schoolWord = /小学|中学|学校|高中|初中|中专|附小|附中|[一二三四五六实]小$|[一二三四五六]中$/
const someSchools =
  /中小学|各(中)?小?学|(省|市|县|区|州)(小学|中学|初中|高中|学校)|[^\p{Script=Han}]小学生|小学生|中学生/u

/** Whether the workbook may not be taken at all: another school's, or with pupils' personal data. */
export function isRefusedWhole(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'activity.other-school' || code === 'activity.personal-data')
}

/** Looks over a sheet for ID and phone numbers and for the names and codes of other schools. */
export function guardSheet(grid: Grid, context: ActivityContext, log: ProblemLog): void {
  for (const problem of personalCells(grid.name, grid.rows)) log.add(problem)
  if (grid.hidden) return
  const board = boardOf(grid)
  guardTitles(board, context, log)
  guardColumns(board, context, log)
}

/** The schools that a sheet names, in its titles and its columns: each text once. */
export function schoolNamesIn(grid: Grid): string[] {
  const board = boardOf(grid)
  const told = [...toldInTitles(board), ...toldInColumns(board)]
  return [...new Set(told.flatMap(({ text, is }) => (is === 'name' ? [text] : [])))]
}

/** The titles above or below a table must give this school, where they give any. */
function guardTitles(board: Board, context: ActivityContext, log: ProblemLog): void {
  for (const told of toldInTitles(board)) {
    if (isOwn(told, context)) continue
    const values = { school: told.text }
    note(log, board, told.spot, { reading: 'reject', code: 'activity.other-school', values })
  }
}

/** 学校标识码 and 学校 columns must give this school on every line. */
function guardColumns(board: Board, context: ActivityContext, log: ProblemLog): void {
  for (const told of toldInColumns(board)) {
    if (isOwn(told, context)) continue
    const { spot, header } = told
    const values = { school: told.text }
    note(log, board, spot, { reading: 'reject', code: 'activity.other-school', header, values })
  }
}

/** A place at which a sheet says whose it is. */
interface ToldSchool {
  is: 'code' | 'name'
  text: string
  spot: Spot
}

/** 填报单位：… and 学校标识码：…, and a school's name in a title. */
function* toldInTitles(board: Board): Generator<ToldSchool> {
  const top = firstHeader(board)
  const rows = Array.from({ length: Math.min(board.height, top ?? 15) }, (_, row) => row)
  for (const { text, spot } of titleLines(board, rows)) {
    const code = behindLabel(text, /学校标识码|学校代码|标识码|学校\(机构\)标识码/)
    if (code !== undefined && /\d{10}/.test(code)) yield { is: 'code', text: code, spot }
    const labelled = behindLabel(text, /填报单位|单位名称|学校名称|学校全称|填报学校|学校|单位|校名/)
    const named = labelled ?? nameInTitle(text)
    if (named !== undefined && schoolWord.test(named)) yield { is: 'name', text: named, spot }
  }
}

function* toldInColumns(board: Board): Generator<ToldSchool & { header: string }> {
  const top = firstHeader(board)
  if (top === null) return
  const { bottom } = bandFrom(board, top)
  for (let column = 0; column < board.width; column += 1) {
    const { role } = headerWord(board.textAt(bottom, column))
    if (role !== 'school-code' && role !== 'school') continue
    const header = rawOf(board.cellAt(bottom, column))
    for (let row = bottom + 1; row < board.height; row += 1) {
      const text = board.ownTextAt(row, column)
      const isTold =
        role === 'school-code' ? /^\d{10}$/.test(text) : schoolWord.test(text) && !headerWord(text).isHead
      if (isTold) yield { is: role === 'school' ? 'name' : 'code', text, spot: { row, column }, header }
    }
  }
}

function isOwn({ is, text }: ToldSchool, context: ActivityContext): boolean {
  return is === 'code' ? isOwnCode(text, context) : isOwnName(text, context)
}

function firstHeader(board: Board): number | null {
  for (let row = 0; row < board.height; row += 1) if (beginsHeader(board, row)) return row
  return null
}

/** The name with which a title begins; '东海县中小学…' names all schools and none. */
function nameInTitle(text: string): string | undefined {
  const found = /^[^\d:]{0,3}?([\p{Script=Han}()]{2,24}?(小学|中学|学校|高中|初中)(?!生|部|段|阶段))/u.exec(
    text.replace(/^附件[\d一二三四五六七八九十]*[:.、]?/, ''),
  )
  const name = found?.[1]
  return name === undefined || someSchools.test(name) || /^(全|各|本|我|某|每)/.test(name) ? undefined : name
}

/** A school that has no code yet can be told by its name only. */
function isOwnCode(text: string, { school }: ActivityContext): boolean {
  return school.code === '' || text.includes(school.code)
}

function isOwnName(text: string, context: ActivityContext): boolean {
  const bare = bareName(text)
  if (bare === '') return true
  if (context.school.code !== '' && text.includes(context.school.code)) return true
  return context.school.names.some(name => {
    const own = bareName(name)
    return (
      own !== '' && (bare.includes(own) || own.includes(bare) || isWithin(bare, own) || isWithin(own, bare))
    )
  })
}

/** '东海试小' within '东海县试验小学': all its signs in their order, from the first sign on. */
function isWithin(short: string, long: string): boolean {
  if (short.length < 3 || short.at(-1) !== long.at(-1) || short.length * 2 < long.length) {
    return false
  }
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length
}

function bareName(text: string): string {
  return compact(normalise(text))
    .replace(/\([^()]*\)?/g, '')
    .replace(/^江苏省|^连云港市?/, '')
    .replace(/(体育组|体卫艺处|教务处|德育处|政教处|\d{4}.*)$/, '')
    .replace(/[_\s]/g, '')
}
