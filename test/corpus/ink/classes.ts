import { accepted, asked, type Ink, refused, warned } from './ink.ts'

export interface SchoolClass {
  grade: number
  no: number
}

const signs = '零一二三四五六七八九'

export const gradeName = (grade: number) => `${signs[grade]}年级`
export const classKey = ({ grade, no }: SchoolClass) => `G${grade}#${no}`
export const className = ({ grade, no }: SchoolClass) => `${signs[grade]}（${no}）班`

export const tidyClass = (of: SchoolClass): Ink<SchoolClass>[] => accepted(of, className(of))

/** One class as domain.md 15 and schools write it; the school has no ninth class and no 向日葵班. */
export function messyClass(of: SchoolClass): Ink<SchoolClass>[] {
  const { grade, no } = of
  const g = signs[grade]!
  const entry = 2026 - (grade > 6 ? grade - 6 : grade)
  const stage = grade > 6 ? '初' : '小'
  return [
    ...accepted(of, `${g}(${no})班`, `${g}（${no}）班`, `${g}${'⑴⑵⑶⑷'[no - 1]}班`, `${g}${'①②③④'[no - 1]}班`),
    ...accepted(of, `${g}${'㈠㈡㈢㈣'[no - 1]}班`, `${g}（${signs[no]}）班`, `${g}${no}班`, `${g}·${no}`),
    ...accepted(of, `${g}—${no}班`, `${g} （ ${no} ） 班`, `${g}(${no})`, `(${g})${no}班`, `${grade}-${no}`),
    ...accepted(of, `${g}年级${no}班`, `${g}年级（${no}）班`, `${g}年${no}班`, `${g}年${signs[no]}班`),
    ...accepted(of, `${grade}年级${no}班`, `${grade}年${no}班`, `${g}(${no})中队`, `${g}年級${no}班`),
    ...accepted(of, `${stage}${entry}级${no}班`, `${entry}级（${no}）班`),
    ...warned(of, 'class.brackets', `${g}(${no}`, `${g}〈${no}〉班`, `${g}[${no}]班`),
    ...warned(of, 'class.numerals', `${g}${signs[no]}班`),
    ...warned(of, 'class.corrected', `${entry}(${no})班`, `Grade ${grade} Class ${no}`, `G${grade}C${no}`),
    ...warned(of, 'class.joined', `${grade}0${no}班`, grade * 100 + no),
    ...asked<SchoolClass>('class.number', { number: -(grade * 10 + no), format: 'General' }),
    ...asked<SchoolClass>('class.number', { number: grade + no / 10, format: 'General' }),
    ...asked<SchoolClass>('class.unclear', '向日葵班', `${g}A班`, '十三年级1班'),
    ...refused<SchoolClass>('activity.class-unknown', `${g}(9)班`),
    ...refused<SchoolClass>('class.not-a-class', '张老师'),
  ]
}
