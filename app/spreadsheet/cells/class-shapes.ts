import type { ClassContext, ClassRef } from './class-ref.ts'
import type { CellCode } from './codes.ts'
import {
  gradeNumber,
  gradesOfCohort,
  gradeWithin,
  isDoubtfulGraduation,
  numberOf,
  stageOfWord,
  stageWord,
} from './grade-words.ts'

export interface ClassPart {
  grade: number | null
  classNo: number | '*'
  campus?: string
  correction?: CellCode
  doubt?: CellCode
  candidates?: ClassRef[]
}

const numeral =
  '十[一二三四五六七八九]?|[二三四]十[一二三四五六七八九]?|[一二三四五六七八九壹贰叁肆伍陆柒捌玖]'
const boxed = `\\((\\d{1,2}|${numeral})\\)`
const suffix = '(?:班级|班|中队)?(?:全体学生|全体同学|全体|全班|学生)?'
export const wholeGrade =
  '(?:各班|各个班|所有班级|所有班|全部班级|全部|全体学生|全体|全年级|全部班|整个年级|每个班|全)?'

type Shape = (match: RegExpExecArray, context: ClassContext, last: ClassPart | null) => ClassPart | null

const shapes: [RegExp, Shape][] = [
  // 三(2)班, 三年级2班, 三·2, 3-2, 初一年级(1)班, 高一5, (三)2班
  [whole(`(${stageWord})?(${gradeNumber})(?:年级|年)第?-?${boxed}${suffix}`), ([s, g, c]) => of(s, g, c)],
  [
    whole(`(${stageWord})?(${gradeNumber})(?:年级|年)[-·]?第?(\\d{1,2}|${numeral})${suffix}`),
    ([s, g, c]) => of(s, g, c),
  ],
  [whole(`(${stageWord})?(${gradeNumber})[-·]?${boxed}${suffix}`), ([s, g, c]) => of(s, g, c)],
  [
    whole(`(${stageWord})?\\((${gradeNumber})\\)(?:${boxed})?(\\d{1,2})?${suffix}`),
    ([s, g, c, d]) => (!c === !d ? null : of(s, g, c ?? d)),
  ],
  [whole(`(${stageWord})?([一二三四五六七八九十]{1,2})[-·]?(\\d{1,2})${suffix}`), ([s, g, c]) => of(s, g, c)],
  [
    whole(`(初|高|小|初中|高中|小学部?|初中部|高中部)(\\d)[-·](\\d{1,2})${suffix}`),
    ([s, g, c]) => of(s, g, c),
  ],
  [whole(`(\\d{1,2})[-·](\\d{1,2})${suffix}`), ([g, c]) => dashed(g, c)],
  [whole(`()(\\d)\\.(\\d{1,2})${suffix}`), ([s, g, c]) => corrected(of(s, g, c), 'class.corrected')],
  [
    whole(`(${stageWord})?([一二三四五六七八九])(\\.|_)(\\d{1,2})${suffix}`),
    ([s, g, , c]) => corrected(of(s, g, c), 'class.corrected'),
  ],
  [
    whole(`(${stageWord})?(${gradeNumber})级${boxed}${suffix}`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.corrected'),
  ],
  // one bracket lost: 三(2, 三2)班
  [
    whole(`(${stageWord})?(${gradeNumber})(?:年级)?\\((\\d{1,2}|${numeral})${suffix}`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.brackets'),
  ],
  [
    whole(
      `(${stageWord})?([一二三四五六七八九]|(?:${gradeNumber})年级)(\\d{1,2}|[一二三四五六七八九])\\)${suffix}`,
    ),
    ([s, g, c]) => corrected(of(s, g?.replace('年级', ''), c), 'class.brackets'),
  ],
  [
    whole(`(${stageWord})?(${gradeNumber})\\(\\((\\d{1,2})\\)\\)${suffix}`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.brackets'),
  ],
  // 三二班: two numerals side by side
  [
    whole(`(${stageWord})?([一二三四五六七八九])([一二三四五六七八九])(?:班|中队)`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.numerals'),
  ],
  [
    whole('(初|高)([一二三])(十[一二三四五六七八九]?)(?:班|中队)'),
    ([s, g, c]) => corrected(of(s, g, c), 'class.numerals'),
  ],
  // 三〇二班 is 302
  [
    whole('()([一二三四五六七八九])[〇零]([一二三四五六七八九])班'),
    ([s, g, c]) => corrected(of(s, g, c), 'class.joined'),
  ],
  [
    whole(`()\\(([一二三四五六七八九])\\)年级${boxed}${suffix}`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.corrected'),
  ],
  [
    whole(`()([一二三四五六七八九]|[1-9])级(\\d{1,2}|[一二三四五六七八九])班`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.corrected'),
  ],
  [
    whole(`(\\d{1,2}|${numeral})班(${gradeNumber})年级`),
    ([c, g]) => corrected(of('', g, c), 'class.corrected'),
  ],
  [
    whole(
      `(${stageWord})?(${gradeNumber})(?:年级)?${boxed}(?:(?![中一二三四五六七八九十和与至到及])\\p{Script=Han}){1,6}中队`,
    ),
    ([s, g, c]) => corrected(of(s, g, c), 'class.corrected'),
  ],
  // 301班
  [whole('(\\d|1[0-2])(0[1-9]|[1-4]\\d)班?'), ([g, c]) => joined(g, c)],
  [
    whole(`(${stageWord})?(${gradeNumber})(?:年级|年)?\\((\\d{1,2})班\\)`),
    ([s, g, c]) => corrected(of(s, g, c), 'class.brackets'),
  ],
  [
    whole(`()(1[3-9]|[2-9]\\d|0|十[三四五六七八九])(?:年级|年)?${boxed}${suffix}`),
    ([s, g, c]) => of(s, g, c),
  ],
  // cohorts
  [
    whole(
      `(${stageWord})?(\\d{4}|\\d{2})(级|届)(小学|初中|高中)?第?(?:${boxed}|(\\d{1,2})|(${numeral}))${suffix}`,
    ),
    ([s, y, k, t, c, d, e], context) => ofCohort(t ?? s, y, k, c ?? d ?? e, context),
  ],
  [
    whole(`(${stageWord})?(20\\d{2})${boxed}${suffix}`),
    ([s, y, c], context) => corrected(ofCohort(s, y, '级', c, context), 'class.corrected'),
  ],
  [
    whole(`(${stageWord})?(\\d{4}|\\d{2})(级|届)(小学|初中|高中)?${wholeGrade}`),
    ([s, y, k, t], context) => corrected(ofCohort(t ?? s, y, k, '*', context), 'class.whole-grade'),
  ],
  // arts and science streams are part of the number's name only
  [
    whole(`(高|高中)([一二三])(?:年级)?(?:文|理|文科|理科)(?:${boxed}|(\\d{1,2}))${suffix}`),
    ([s, g, c, d]) => corrected(of(s, g, c ?? d), 'class.stream'),
  ],
  [
    whole(`(高|高中)([一二三])(?:年级)?(?:${boxed}|(\\d{1,2}))班?\\(?(?:文|理|文科|理科)\\)?班?`),
    ([s, g, c, d]) => corrected(of(s, g, c ?? d), 'class.stream'),
  ],
  // whole grades
  [
    whole(
      `(${stageWord})?(${gradeNumber})年级(?:各班|各个班|所有班级|所有班|全部班级|全部班|全体学生|全体|每个班|全部)`,
    ),
    ([s, g]) => of(s, g, '*'),
  ],
  [whole(`全(${stageWord})?(${gradeNumber})年级`), ([s, g]) => of(s, g, '*')],
  [whole(`(${stageWord})?(${gradeNumber})年级`), ([s, g]) => corrected(of(s, g, '*'), 'class.whole-grade')],
  [whole('(初|高|小)([一二三四五六])(?:各班|全体|全部班级|所有班级)'), ([s, g]) => of(s, g, '*')],
  [
    whole('grade ?(\\d{1,2}),? ?class ?(\\d{1,2})'),
    ([g, c]) => corrected(of(undefined, g, c), 'class.corrected'),
  ],
  [
    whole('class ?(\\d{1,2}),? ?grade ?(\\d{1,2})'),
    ([c, g]) => corrected(of(undefined, g, c), 'class.corrected'),
  ],
  [whole('class ?(\\d{1,2})[-.](\\d{1,2})'), ([g, c]) => corrected(of(undefined, g, c), 'class.corrected')],
  [
    whole('g(\\d{1,2})[-#]?c?(\\d{1,2})(?<=[-#c]\\d{1,2})'),
    ([g, c]) => corrected(of(undefined, g, c), 'class.corrected'),
  ],
]

function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'u')
}

/** One class without its campus; null when no shape fits. `last` is the class named just before. */
export function core(text: string, context: ClassContext, last: ClassPart | null): ClassPart | null {
  for (const [shape, read] of shapes) {
    const found = shape.exec(text)
    if (found === null) continue
    const part = read(found.slice(1) as unknown as RegExpExecArray, context, last)
    if (part) return part
  }
  return gradeless(text, context, last)
}

const numberAlone = whole(`(?:${boxed}|第?(\\d{1,2}))${suffix}`)
const numeralAlone = whole(`(?:${numeral})班`)

/** 32 beside grade 3 is rather 3(2) than class 32; nobody can tell. */
export function namesGradeAndClass(grade: number, classNo: number): boolean {
  return classNo > 20 && classNo % 10 > 0 && Math.floor(classNo / 10) === grade
}

/** '2班' and '(2)班' name a class of the row's grade, or of the grade named just before in the same cell. */
function gradeless(text: string, context: ClassContext, last: ClassPart | null): ClassPart | null {
  const found = numberAlone.exec(text)
  const spelled = context.grade === undefined ? null : numeralAlone.exec(text)
  const number = found?.[1] ?? found?.[2] ?? spelled?.[0].replace('班', '')
  if (number === undefined) return null
  const classNo = numberOf(number)
  const grade = last?.grade ?? context.grade ?? null
  if (classNo === null) return null
  if (grade === null) return { grade, classNo, doubt: 'class.no-grade' }
  if (namesGradeAndClass(grade, classNo))
    return {
      grade,
      classNo,
      doubt: 'class.unclear',
      candidates: [
        { grade, classNo: classNo % 10 },
        { grade, classNo },
      ],
    }
  return { grade, classNo, correction: last && last.classNo === '*' ? 'class.corrected' : undefined }
}

function of(
  stage: string | undefined,
  grade: string | undefined,
  classNo: string | undefined,
): ClassPart | null {
  if (grade === undefined || classNo === undefined) return null
  const number = numberOf(grade)
  const no = classNo === '*' ? '*' : numberOf(classNo)
  if (number === null || no === null) return null
  const doubtful = /^[小初高]/.test(stage ?? '') && gradeWithin(stageOfWord(stage), number) === null
  return { grade: doubtful ? null : gradeWithin(stageOfWord(stage), number), classNo: no }
}

/** The part with its correction noted, unless one is. */
export function corrected(part: ClassPart | null, correction: CellCode): ClassPart | null {
  return part && { ...part, correction: part.correction ?? correction }
}

/** 3-2 is a class; 03-02 looks like a day, 10-2 may be one too. */
function dashed(grade: string | undefined, classNo: string | undefined): ClassPart | null {
  const part = of(undefined, grade, classNo)
  if (!part || /^0/.test(grade ?? '')) return null
  return Number(grade) >= 10 ? corrected(part, 'class.joined') : part
}

/** 301班 is class 1 of grade 3 wherever it is used; a person sees it once. */
function joined(grade: string | undefined, classNo: string | undefined): ClassPart | null {
  return corrected(of(undefined, grade, classNo), 'class.joined')
}

function ofCohort(
  stageName: string | undefined,
  year: string | undefined,
  kind: string | undefined,
  classNo: string | undefined,
  context: ClassContext,
): ClassPart | null {
  if (!year || !classNo) return null
  const stage = stageOfWord(stageName)
  const no = classNo === '*' ? '*' : numberOf(classNo)
  if (no === null) return null
  const { grades, odd } = gradesOfCohort(year, kind === '届' ? '届' : '级', stage, context)
  const doubtful = kind === '届' && isDoubtfulGraduation(year, context.schoolYear)
  const [grade] = grades
  const candidates = grades.map((one): ClassRef => ({ grade: one, classNo: no }))
  if (doubtful) return { grade: null, classNo: no, doubt: 'grade.graduation' }
  if (grades.length > 1) return { grade: null, classNo: no, doubt: 'grade.cohort-unclear', candidates }
  if (grade === undefined) return { grade: null, classNo: no, doubt: 'grade.no-such-cohort' }
  return { grade, classNo: no, correction: odd ? 'class.corrected' : undefined }
}
