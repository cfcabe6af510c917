import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { classesIn, wholeGradesIn } from './class-parser.ts'
import { type ClassContext, type ClassRef, classKey } from './class-ref.ts'
import { type ClassPart, namesGradeAndClass } from './class-shapes.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import { compact, roundBrackets } from './normalise.ts'
import { chineseNumber } from './numerals.ts'
import { formatMeans, open } from './opening.ts'

export { type ClassContext, type ClassRef, classKey }

/** More classes than any grade has. */
const mostClasses = 60
const manyClasses = 40

/** One class, several, a whole grade or the whole school. */
export function readClasses(cell: Cell | undefined, context: ClassContext): Reading<ClassRef[]> {
  const opening = open<ClassRef[]>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format, context)
  // 三年级二 十二班 is rather 2 and 12 than 22.
  if (/[级年][一二三四五六七八九十] [一二三四五六七八九十]/.test(opening.text)) return ask('class.unclear')
  const { text: round, unusual } = roundBrackets(opening.text)
  const text = compact(round.toLowerCase())
    .replace(/[。.,;、]+$/, '')
    .replace(/^'(?=\d)/, '')
    .replace(/(?<=\d)\.(?=班)/, '')
    .replace(/^参(?=年|\()/, '三')
    .replace(/^[〇零一二三四五六七八九]{4}(?=[级届])/, year => String(chineseNumber(year) ?? year))
  if (
    /^(?:全校|全校(?:各|所有|全部)?(?:班级|班|年级|学生|师生)|全体(?:学生|师生|班级)?|所有班级|全部班级|各年级各班|各年级|所有年级|全校各年级各班)$/.test(
      text,
    )
  )
    return accept([{ grade: 'ALL', classNo: '*' }])
  if (/^(?:各班|全年级|所有班|本年级各班)$/.test(text))
    return context.grade ? accept([{ grade: context.grade, classNo: '*' }]) : ask('class.no-grade')
  if (/^-\d/.test(text)) return ask('class.number')
  const grades = wholeGradesIn(text)
  if (grades)
    return verdict(
      grades.map(grade => ({ grade, classNo: '*', correction: 'class.whole-grade' })),
      [],
      context,
    )
  const spelled = unspelled(text)
  const parts = classesIn(spelled, context)
  if (parts === null) return unexplained(text)
  const noticed = unusual ? 'class.brackets' : spelled === text ? null : 'class.corrected'
  return verdict(parts, noticed ? [noticed] : [], context)
}

const romans = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

/** Quotes for brackets, Roman numerals and a mistaken last sign (斑 for 班) made what was meant. */
function unspelled(text: string): string {
  return text
    .replace(/["'](\d{1,2}|[一二三四五六七八九十]{1,2})["']/, '($1)')
    .replace(/(?<=^|[三四五六七八九一二(级])(?:viii|vii|vi|iv|ix|v|iii|ii|i)(?=[年班()])/g, sign =>
      String(romans.indexOf(sign)),
    )
    .replace(/(?<=[\d)一二三四五六七八九十])[斑般搬]$/, '班')
}

function verdict(parts: ClassPart[], noticed: CellCode[], context: ClassContext): Reading<ClassRef[]> {
  const corrections = [...noticed]
  const refs: ClassRef[] = []
  for (const part of parts) {
    if (part.doubt)
      return ask(
        part.doubt,
        part.candidates?.map(ref => [ref]),
      )
    if (part.grade === null || part.grade > 12 || part.grade < 1) return reject('class.no-such-grade')
    if (part.classNo !== '*' && (part.classNo < 1 || part.classNo > mostClasses))
      return reject('class.no-such-class')
    if (part.classNo !== '*' && part.classNo > manyClasses) corrections.push('class.high-number')
    if (context.grade !== undefined && context.grade !== part.grade) return ask('class.grade-differs')
    if (part.correction) corrections.push(part.correction)
    const ref: ClassRef = { grade: part.grade, classNo: part.classNo }
    refs.push(part.campus ? { ...ref, campus: part.campus } : ref)
  }
  const unique = [...new Map(refs.map(ref => [`${classKey(ref)} ${ref.campus ?? ''}`, ref])).values()]
  if (unique.length < refs.length) corrections.push('class.twice')
  const [correction] = corrections
  return correction ? warn(unique, correction, { classes: unique.map(classKey).join('、') }) : accept(unique)
}

/** Names without a number (向日葵班) and mixtures are the person's to decide; what has no sign of a class is refused. */
function unexplained(text: string): Reading<ClassRef[]> {
  return /班|级|中队|[一二三四五六七八九初高小]|^[\d\s().,/、-]+$/.test(text)
    ? ask('class.unclear')
    : reject('class.not-a-class')
}

/** The spreadsheet turned what was typed into a number: 3.10 became 3.1, 3(2) became -32, 3-2 became a date. */
function fromNumber(value: number, format: string, context: ClassContext): Reading<ClassRef[]> {
  const means = formatMeans(format)
  if (means !== 'plain') return means === 'date' ? ask('class.is-date') : reject('class.not-a-class')
  if (value >= 30_000 && value < 80_000) return ask('class.is-date')
  if (value <= -11 && value >= -129)
    return ask('class.number', [[{ grade: Math.floor(-value / 10), classNo: -value % 10 }]])
  if (context.grade !== undefined && namesGradeAndClass(context.grade, value))
    return ask('class.number', [[{ grade: context.grade, classNo: value % 10 }]])
  if (Number.isInteger(value) && context.grade !== undefined && value >= 1 && value <= manyClasses)
    return accept([{ grade: context.grade, classNo: value }])
  const joined = /^(\d|1[0-2])(0[1-9]|[1-4]\d)$/.exec(String(value))
  if (joined && value >= 100)
    return warn([{ grade: Number(joined[1]), classNo: Number(joined[2]) }], 'class.joined', {
      classes: `G${joined[1]}#${Number(joined[2])}`,
    })
  const dotted = /^(\d|1[0-2])\.(\d{1,2})$/.exec(String(value))
  if (dotted) {
    const grade = Number(dotted[1])
    const ends = dotted[2]?.length === 1 ? [Number(dotted[2]), Number(dotted[2]) * 10] : [Number(dotted[2])]
    return ask(
      'class.number',
      ends.map(classNo => [{ grade, classNo }]),
    )
  }
  return Number.isInteger(value) && value > 0 && value < 10_000
    ? ask('class.number')
    : reject('class.not-a-class')
}
