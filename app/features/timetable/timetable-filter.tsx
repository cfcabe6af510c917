import { Form, Link } from '@remix-run/react'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { gradeName } from '#app/features/schools/class-name.rule.ts'
import { useSay } from '#app/i18n/use-say.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import { activityKinds } from '#app/spreadsheet/cells/kind.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { timetableText as text } from './timetable.text.ts'

interface TimetableFilterProps {
  day: string
  grade: number | null
  kind: ActivityKind | null
  grades: readonly number[]
  /** The first days of the timetables before and after the shown one. */
  before: string | null
  after: string | null
}

/** The day, grade and kind that are shown, and the way to the timetables before and after; all of it in the address. */
export function TimetableFilter({ day, grade, kind, grades, before, after }: TimetableFilterProps) {
  const t = useSay()
  const to = (at: string) => {
    const search = new URLSearchParams({ day: at })
    if (grade !== null) search.set('grade', String(grade))
    if (kind !== null) search.set('kind', kind)
    return `?${search}`
  }
  return (
    <>
      <Form className={field.filters} key={`${day} ${grade} ${kind}`}>
        <Field name="day" type="date" label={t(text.day)} defaultValue={day} required />
        <SelectField name="grade" label={t(text.grade)} defaultValue={grade ?? ''}>
          <option value="">{t(text.all)}</option>
          {grades.map(one => (
            <option key={one} value={one} lang="zh-CN">
              {gradeName(one)}
            </option>
          ))}
        </SelectField>
        <SelectField name="kind" label={t(text.kind)} defaultValue={kind ?? ''}>
          <option value="">{t(text.all)}</option>
          {activityKinds.map(one => (
            <option key={one} value={one}>
              {t(kindNames[one])}
            </option>
          ))}
        </SelectField>
        <button className={button.button}>{t(text.show)}</button>
      </Form>
      {(before !== null || after !== null) && (
        <p className={button.row}>
          {before !== null && (
            <Link className={button.quiet} rel="prev" to={to(before)}>
              ‹ {t(text.before)} {before}
            </Link>
          )}
          {after !== null && (
            <Link className={button.quiet} rel="next" to={to(after)}>
              {t(text.after)} {after} ›
            </Link>
          )}
        </p>
      )}
    </>
  )
}
