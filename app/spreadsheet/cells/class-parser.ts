import type { ClassContext, ClassRef } from './class.ts'
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
const place = '[\\p{Script=Han}]{1,6}?(?:校区|分校|校部|分部|教学点)|本部|总部|[东西南北中新老][区校部]'
const wholeGrade =
  '(?:各班|各个班|所有班级|所有班|全部班级|全部|全体学生|全体|全年级|全部班|整个年级|每个班|全)?'

const before = new RegExp(`^(?:\\((${place})\\)|(${place}))[-·:]?(?=.)`, 'u')
const after = /\((\p{Script=Han}{1,6})\)$/u
const notCampus =
  /[男女生部分缺席停请假文理科特长实验半人合并和与除无未上下午代课一二三四五六七八九十班级组年重点普通快慢]/

/** The classes that a text names, null when it follows no known pattern. `text` is compact, with round brackets. */
export function classesIn(text: string, context: ClassContext): ClassPart[] | null {
  const single = onePart(text, context, null)
  if (single) return [single]
  const listed = text.replace(/\((\d{1,2}(?:[、,]\d{1,2})+)\)/g, (_, inner: string) =>
    inner.replace(/\d+/g, '($&)'),
  )
  const pieces = listed
    .split(/[、,;\n /]|和|及/)
    .flatMap(piece => piece.split(glue))
    .filter(piece => piece !== '')
  if (pieces.length < 2) return rangeOf(text, context, null)
  const parts: ClassPart[] = []
  let last: ClassPart | null = null
  for (const piece of pieces) {
    const one = onePart(piece, context, last)
    const found: ClassPart[] | null = one ? [one] : rangeOf(piece, context, last)
    if (found === null) return null
    parts.push(...found)
    last = found.at(-1) ?? null
  }
  const glued = /\//.test(listed) || glue.test(listed)
  return glued ? parts.map(part => corrected(part, 'class.glued') ?? part) : parts
}

/** 三(1)(2)班 and 三1班四1班 and 三1 三2 whose space is gone. */
const glue = /(?<=[班\d])(?=[一二三四五六七八九初高](?!班|年级?$|中队))|(?<=\))(?=[(一二三四五六七八九初高])/

/** 三、四年级 and 一至三年级 name whole grades. */
export function wholeGradesIn(text: string): number[] | null {
  const found = new RegExp(
    `^(${stageWord})?(${gradeNumber})(?:年级)?((?:[、,和及](?:${gradeNumber})(?:年级)?)*)(?:([-~至到])(${gradeNumber}))?年级${wholeGrade}$`,
  ).exec(text)
  if (found === null) return null
  const [, stageName, first = '', more = '', dash, end = ''] = found
  const names = [
    first,
    ...more
      .split(/[、,和及]/)
      .map(name => name.replace('年级', ''))
      .filter(Boolean),
    ...(dash ? [end] : []),
  ]
  const grades = names.map(name => gradeWithin(stageOfWord(stageName), numberOf(name) ?? 0) ?? 0)
  const [low = 0, high = 0] = grades
  if (grades.includes(0) || names.length < 2) return null
  if (!dash) return grades
  return grades.length === 2 && low < high
    ? Array.from({ length: high - low + 1 }, (_, index) => low + index)
    : null
}

function onePart(whole: string, context: ClassContext, last: ClassPart | null): ClassPart | null {
  const prefix = before.exec(whole)
  let text = prefix ? whole.slice(prefix[0].length) : whole
  let campus = prefix?.[1] ?? prefix?.[2]
  if (prefix && /^(?:小学|初中|高中|[小初高])/.test(prefix[0])) {
    text = whole
    campus = undefined
  }
  const plain = core(text, context, last)
  if (plain) return campus ? { ...plain, campus } : plain
  const note = after.exec(text)
  const bare = note && core(text.slice(0, note.index), context, last)
  if (!note || !bare || campus || notCampus.test(note[1] ?? '')) return null
  const known =
    new RegExp(`^(?:${place})$`, 'u').test(note[1] ?? '') || /[苑园院山路河湖桥湾镇村]$/.test(note[1] ?? '')
  return { ...bare, campus: note[1], correction: bare.correction ?? (known ? undefined : 'class.campus') }
}

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
  // 301班
  [whole('(\\d|1[0-2])(0[1-9]|[1-4]\\d)班?'), ([g, c]) => joined(g, c)],
  [
    whole(`(${stageWord})?(${gradeNumber})\\((\\d{1,2})班\\)`),
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
  [
    whole('g(\\d{1,2})[-#]?c?(\\d{1,2})(?<=[-#c]\\d{1,2})'),
    ([g, c]) => corrected(of(undefined, g, c), 'class.corrected'),
  ],
]

function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`)
}

function core(text: string, context: ClassContext, last: ClassPart | null): ClassPart | null {
  for (const [shape, read] of shapes) {
    const found = shape.exec(text)
    if (found === null) continue
    const part = read(found.slice(1) as unknown as RegExpExecArray, context, last)
    if (part) return part
  }
  return gradeless(text, context, last)
}

/** '2班' and '(2)班' name a class of the row's grade, or of the grade named just before in the same cell. */
function gradeless(text: string, context: ClassContext, last: ClassPart | null): ClassPart | null {
  const found = new RegExp(`^(?:${boxed}|第?(\\d{1,2}))${suffix}$`).exec(text)
  const spelled = context.grade === undefined ? null : new RegExp(`^(?:${numeral})班$`).exec(text)
  const number = found?.[1] ?? found?.[2] ?? spelled?.[0].replace('班', '')
  if (number === undefined) return null
  const classNo = numberOf(number)
  const grade = last?.grade ?? context.grade ?? null
  if (classNo === null) return null
  if (grade === null) return { grade, classNo, doubt: 'class.no-grade' }
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

function corrected(part: ClassPart | null, correction: CellCode): ClassPart | null {
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

/** 三年级1-3班, 三(1)-(3)班, 三(1)至三(3)班, 三(1-3)班. */
function rangeOf(text: string, context: ClassContext, last: ClassPart | null): ClassPart[] | null {
  const inside = /^(.+)\((\d{1,2})[-~至到](\d{1,2})\)班?$/.exec(text)
  const cut = inside ? [`${inside[1]}(${inside[2]})`, `(${inside[3]})`] : text.split(/[-~至到]/)
  if (cut.length !== 2) return null
  const from = onePart(cut[0] ?? '', context, last)
  const to = from && onePart(cut[1] ?? '', context, from)
  if (!from || !to || from.doubt || to.doubt || from.classNo === '*' || to.classNo === '*') return null
  if (from.grade !== to.grade || to.classNo <= from.classNo || to.classNo - from.classNo > 30) return null
  const { classNo: first, ...rest } = from
  return Array.from({ length: to.classNo - first + 1 }, (_, index) => ({ ...rest, classNo: first + index }))
}
