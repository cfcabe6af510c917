import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { type ClassContext, readClasses } from './class.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import {
  gradeNumber,
  gradesOfCohort,
  gradeWithin,
  isDoubtfulGraduation,
  numberOf,
  stageOfWord,
  stageWord,
} from './grade-words.ts'
import { compact, roundBrackets } from './normalise.ts'
import { chineseNumber } from './numerals.ts'
import { formatMeans, open } from './opening.ts'
import { entryYearOf, gradesOf } from './stage.ts'

type GradeContext = Pick<ClassContext, 'schoolYear' | 'stages'>

interface Part {
  grades: number[]
  correction?: CellCode
}

type PartReading = Part | { code: CellCode; refused?: true; candidates?: number[][] }

const tail = '(?:年级|年級|年(?!级)|级(?=$|部|组))?(?:组|部|全体|全体学生|学生|各班|全部班级)?'
const single = new RegExp(
  `^(${stageWord})?(${gradeNumber})(年级|年纪|年)?(组|部|段|全体|全体学生|学生|各班|所有班级)?$`,
)
const withTerm = new RegExp(`^(${stageWord})?(${gradeNumber})(?:年级|年)?\\(?(?:上|下)(?:册|学期)?\\)?$`)
const cohort = new RegExp(`^(${stageWord})?(\\d{4}|\\d{2})(级|届)(小学|初中|高中)?(?:学生)?$`)
const roman = /^(iv|v?i{1,3}|v|ix|xi{0,2})(?:年级?|(?<=..))$/
const english = /^(?:grade|g|year)\.? ?(\d{1,2})$|^(\d{1,2})(?:st|nd|rd|th) ?grade$/

const bands: Record<string, number[]> = {
  低: [1, 2],
  中: [3, 4],
  高: [5, 6],
  中低: [1, 2, 3, 4],
  中高: [3, 4, 5, 6],
  低中: [1, 2, 3, 4],
}

/** Grades 1–12 in ascending order. */
export function readGrades(cell: Cell | undefined, context: GradeContext): Reading<number[]> {
  const opening = open<number[]>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format)
  const text = compact(roundBrackets(opening.text).text.toLowerCase())
    .replace(/[。,;:、]+$/, '')
    .replace(/^(\d{1,2})\.0+$/, '$1')
    .replace(/^参(?=年|$)/, '三')
    .replace(/^[〇零一二三四五六七八九]{4}(?=[级届])/, year => String(chineseNumber(year) ?? year))
  const whole = readWhole(text, context)
  if (whole) return whole
  const part = readPart(text, context)
  if (part) return verdict([part])
  const range = readRange(text)
  if (range) return verdict([range])
  const list = readList(text, context)
  if (list) return verdict(list)
  return unexplained(text, cell, context)
}

function readWhole(text: string, { stages }: GradeContext): Reading<number[]> | null {
  if (/^(?:全校|全体|各年级|所有年级|全部年级|全校各年级|全校所有年级|全年级)$/.test(text))
    return accept(stages.flatMap(gradesOf))
  const stage = /^(小学|初中|高中)(?:部|段|全体|各年级|全部)?$/.exec(text)
  if (stage === null) return null
  const grades = gradesOf(stageOfWord(stage[1]) ?? 'primary')
  return warn(grades, 'grade.whole-stage', { grades: grades.join('、') })
}

function readPart(text: string, context: GradeContext): PartReading | null {
  const band = /^(小学)?(低|中|高|中低|中高|低中)(年级|年段|段|年级段|学段)(?:组|部)?$/.exec(text)
  if (band) return ofBand(band[2] ?? '', band[3] ?? '', band[1] !== undefined, context)
  const plain = single.exec(text)
  if (plain)
    return ofNumber(
      plain[1],
      plain[2] ?? '',
      plain[3] === '年纪' || plain[4] === '段' ? 'grade.corrected' : undefined,
    )
  const term = withTerm.exec(text)
  if (term) return ofNumber(term[1], term[2] ?? '', 'grade.term-ignored')
  const year = cohort.exec(text)
  if (year) return ofCohort(year, context)
  const numeral = roman.exec(text)
  if (numeral)
    return {
      grades: [
        ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].indexOf(numeral[1] ?? '') +
          1,
      ],
      correction: 'grade.corrected',
    }
  const foreign = english.exec(text)
  if (foreign) return ofNumber(undefined, foreign[1] ?? foreign[2] ?? '', 'grade.corrected')
  const stream = /^(高.+)\((?:文|理|文科|理科)\)$/.exec(text)
  if (stream) return noted(readPart(stream[1] ?? '', context))
  const size = /^(.*年级)\(?(?:共?\d{1,2}个班|共?\d{1,4}人)\)?$/.exec(text)
  if (size) return noted(readPart(size[1] ?? '', context))
  const dated = /^(\d{4})级(.*[一二三四五六七八九\d].*)$/.exec(text)
  const both = dated && ofCohortAndGrade(dated[1] ?? '', dated[2] ?? '', context)
  if (both) return both
  const twice = /^(.{1,8})\((.{1,8})\)$/.exec(text)
  return twice ? ofTwice(twice[1] ?? '', twice[2] ?? '', context) : null
}

/** The part, with what stands beside it left out and shown. */
function noted(part: PartReading | null): PartReading | null {
  return part && 'grades' in part ? { ...part, correction: part.correction ?? 'grade.corrected' } : part
}

function ofBand(band: string, suffix: string, named: boolean, { stages }: GradeContext): PartReading {
  const grades = bands[band] ?? []
  if (!stages.includes('primary') || (stages.length > 1 && !named))
    return { code: 'grade.band-unclear', candidates: [grades] }
  return { grades, correction: suffix === '年级' && band.length === 1 ? undefined : 'grade.band' }
}

function ofNumber(word: string | undefined, text: string, correction?: CellCode): PartReading {
  const number = numberOf(text)
  const grade = number === null ? null : gradeWithin(stageOfWord(word), number)
  if (grade === null) return { code: 'grade.no-such-grade', refused: true }
  return { grades: [grade], correction: correction ?? (/^0/.test(text) ? 'grade.corrected' : undefined) }
}

function ofCohort([, before, year = '', kind, after]: RegExpExecArray, context: GradeContext): PartReading {
  const stage = stageOfWord(after ?? before)
  const found = gradesOfCohort(year, kind === '届' ? '届' : '级', stage, context)
  if (kind === '届' && isDoubtfulGraduation(year, context.schoolYear))
    return {
      code: 'grade.graduation',
      candidates: gradesOfCohort(year, '级', stage, context).grades.map(grade => [grade]),
    }
  if (found.grades.length > 1)
    return { code: 'grade.cohort-unclear', candidates: found.grades.map(grade => [grade]) }
  if (found.grades.length === 0) return { code: 'grade.no-such-cohort' }
  return { grades: found.grades, correction: found.odd ? 'grade.corrected' : undefined }
}

/** 2025级七年级: the year must fit the grade. */
function ofCohortAndGrade(year: string, name: string, context: GradeContext): PartReading | null {
  const part = readPart(name, context)
  const [grade] = part && 'grades' in part ? part.grades : []
  if (!part || grade === undefined || !('grades' in part)) return null
  return entryYearOf(grade, context.schoolYear) === Number(year)
    ? part
    : { code: 'grade.contradiction', candidates: [[grade]] }
}

/** 九年级(初三) says the same twice or contradicts itself. */
function ofTwice(first: string, second: string, context: GradeContext): PartReading | null {
  const [a, b] = [readPart(first, context), readPart(second, context)]
  if (!a || !b || !('grades' in a) || !('grades' in b)) return null
  return String(a.grades) === String(b.grades)
    ? a
    : { code: 'grade.contradiction', candidates: [a.grades, b.grades] }
}

const range = new RegExp(
  `^(${stageWord})?(${gradeNumber})(年级|年)?(?:-|~|至|到)(${stageWord})?(${gradeNumber})(年级|年)?${tail}$`,
)

function readRange(text: string): PartReading | null {
  const found = range.exec(text)
  if (found === null) return null
  const from = ofNumber(found[1], found[2] ?? '')
  const to = ofNumber(found[4] ?? found[1], found[5] ?? '')
  if (!('grades' in from)) return from
  if (!('grades' in to)) return to
  const [low = 0, high = 0] = [from.grades[0], to.grades[0]]
  if (low >= high) return { code: 'grade.range-backwards' }
  const grades = Array.from({ length: high - low + 1 }, (_, index) => low + index)
  const named = found[1] ?? found[6] ?? found[3]
  return { grades, correction: named ? undefined : 'grade.range' }
}

/** 初一初二, 三年级 四年级: the space is gone. */
const together = /(?<=年级|[初高小][一二三四五六])(?=[初高小][一二三四五六]|[一二三四五六七八九]年级)/
const leadingStage = new RegExp(`^(?:${stageWord})`)
const withoutStage = new RegExp(`^(?:${gradeNumber})(?:年级)?$`)

function readList(text: string, context: GradeContext): PartReading[] | null {
  const adjacent =
    /^()([一二三四五六七八九]{2,6})年级$/.exec(text) ?? /^([初高])([一二三]{2,3})(?:年级)?$/.exec(text)
  const glued = together.test(text)
  const pieces = adjacent
    ? Array.from(adjacent[2] ?? '', sign => (adjacent[1] ?? '') + sign)
    : text.split(/[、,;\n/ ]|和|及/).flatMap(piece => piece.split(together))
  if (pieces.length < 2) return null
  const word = leadingStage.exec(pieces[0] ?? '')?.[0]
  const parts: PartReading[] = []
  for (const piece of pieces) {
    const lone = withoutStage.test(piece)
    const part =
      lone && word
        ? ofNumber(word, piece.replace('年级', ''))
        : (readPart(piece, context) ?? readRange(piece))
    if (part === null) return null
    parts.push(part)
  }
  const odd = adjacent !== null || glued || /[/ \n]/.test(text) || !/[级年初高小]/.test(text)
  return odd ? [...parts, { grades: [], correction: 'grade.corrected' }] : parts
}

function verdict(parts: PartReading[]): Reading<number[]> {
  const bad = parts.find(part => 'code' in part)
  if (bad && 'code' in bad) return bad.refused ? reject(bad.code) : ask(bad.code, bad.candidates)
  const good = parts.filter((part): part is Part => 'grades' in part)
  const all = good.flatMap(({ grades }) => grades)
  const grades = [...new Set(all)].sort((a, b) => a - b)
  const correction =
    good.find(part => part.correction)?.correction ?? (grades.length < all.length ? 'grade.twice' : undefined)
  return correction ? warn(grades, correction, { grades: grades.join('、') }) : accept(grades)
}

/** A class names its grade; numbers that are no grade are refused; other words are the person's to decide. */
function unexplained(text: string, cell: Cell | undefined, context: GradeContext): Reading<number[]> {
  const classes =
    /班|[(-]/.test(text) && /\d|[一二三四五六七八九]/.test(text) ? readClasses(cell, context) : null
  if (classes && 'value' in classes) {
    const grades = [...new Set(classes.value.map(({ grade }) => grade))]
    const [only] = grades
    if (grades.length === 1 && typeof only === 'number')
      return warn([only], 'grade.from-class', { grades: only })
  }
  if (
    /^(?:\d+|[一二三四五六七八九十百零〇]+)(?:年级|年)?$/.test(text) ||
    /^(?:小学|初中|高中|小|初|高)?(?:\d+|[一二三四五六七八九十]+)(?:年级)?$/.test(text)
  )
    return /^[一二三四五六七八九]{2,}$/.test(text) ? ask('grade.unclear') : reject('grade.no-such-grade')
  if (/\d[ol]|[ol]\d/.test(text)) return reject('grade.not-a-grade')
  if (/\p{Script=Han}/u.test(text) && !/√|达标/.test(text)) return ask('grade.unclear')
  return /^\d[\d.,/\- ]*$/.test(text) && !/^\d+$/.test(text)
    ? ask('grade.unclear')
    : reject('grade.not-a-grade')
}

function fromNumber(value: number, format: string): Reading<number[]> {
  if (formatMeans(format) !== 'plain') return ask('grade.is-date')
  if (!Number.isInteger(value))
    return value > 1 && value < 13 ? ask('grade.unclear') : reject('grade.not-a-grade')
  return value >= 1 && value <= 12 ? accept([value]) : reject('grade.no-such-grade')
}
