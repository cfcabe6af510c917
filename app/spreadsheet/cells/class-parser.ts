import type { ClassContext } from './class-ref.ts'
import { type ClassPart, core, corrected, wholeGrade } from './class-shapes.ts'
import { gradeNumber, gradeWithin, numberOf, stageOfWord, stageWord } from './grade-words.ts'
import { entryYearOf } from './stage.ts'

const place = '[\\p{Script=Han}]{1,6}?(?:校区|分校|校部|分部|教学点)|本部|总部|[东西南北中新老][区校部]'
const before = new RegExp(`^(?:\\((${place})\\)|(${place}))[-·:]?(?=.)`, 'u')
const placeBehind = new RegExp(`(?<=班)(?:${place})$`, 'u')
const aPlace = new RegExp(`^(?:${place})$`, 'u')
const after = /\((\p{Script=Han}{1,6})\)$/u
const notCampus =
  /[男女生队师部分缺席停请假文理科特长实验半人合并和与除无未上下午代课一二三四五六七八九十班级组年重点普通快慢]/

/** The classes that a text names, null when it follows no known pattern. `text` is compact, with round brackets. */
export function classesIn(text: string, context: ClassContext): ClassPart[] | null {
  const single = onePart(text, context, null)
  if (single) return [single]
  const listed = text.replace(/\((\d{1,2}(?:[、,]\d{1,2})+)\)/g, (_, inner: string) =>
    inner.replace(/\d+/g, '($&)'),
  )
  const pieces = listed
    .split(/[、,;\n /+&]|和|及|与/)
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
  const glued = /[/+&]/.test(listed) || glue.test(listed)
  return glued ? parts.map(part => corrected(part, 'class.glued') ?? part) : parts
}

/** 三(1)(2)班 and 三1班四1班 and 三1 三2 whose space is gone. */
const glue = /(?<=[班\d])(?=[一二三四五六七八九初高](?!班|年级?$|中队))|(?<=\))(?=[(一二三四五六七八九初高])/

const severalGrades = new RegExp(
  `^(${stageWord})?(${gradeNumber})(?:年级)?((?:[、,和及](?:${gradeNumber})(?:年级)?)*)(?:([-~至到])(${gradeNumber}))?年级${wholeGrade}$`,
)

/** 三、四年级 and 一至三年级 name whole grades. */
export function wholeGradesIn(text: string): number[] | null {
  const adjacent = /^([一二三四五六七八九]{2,6})年级$/.exec(text)?.[1]
  if (adjacent && '一二三四五六七八九'.includes(adjacent))
    return Array.from(adjacent, sign => numberOf(sign) ?? 0)
  const found = severalGrades.exec(text)
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
  const dated = /^(\d{4})级(?=[一二三四五六七八九初高小])/.exec(text)
  if (dated) return withCohort(Number(dated[1]), onePart(text.slice(dated[0].length), context, null), context)
  const teacher = /(?:\((\p{Script=Han}{1,3}(?:老师|教师))\)|(?<=班)(\p{Script=Han}{1,3}老师))$/u.exec(text)
  if (teacher) return corrected(core(text.slice(0, teacher.index), context, last), 'class.corrected')
  const behind = placeBehind.exec(text)
  const there = behind && !campus ? core(text.slice(0, behind.index), context, last) : null
  if (behind && there) return { ...there, campus: behind[0] }
  const note = after.exec(text)
  const bare = note && core(text.slice(0, note.index), context, last)
  if (!note || !bare || campus || notCampus.test(note[1] ?? '')) return null
  const known = aPlace.test(note[1] ?? '') || /[苑园院山路河湖桥湾镇村]$/.test(note[1] ?? '')
  return { ...bare, campus: note[1], correction: bare.correction ?? (known ? undefined : 'class.campus') }
}

/** 2023级三(2)班: the year must fit the grade. */
function withCohort(year: number, part: ClassPart | null, context: ClassContext): ClassPart | null {
  if (part === null || part.grade === null || part.doubt) return part
  if (entryYearOf(part.grade, context.schoolYear) === year) return part
  return { ...part, doubt: 'grade.contradiction', candidates: [{ grade: part.grade, classNo: part.classNo }] }
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
