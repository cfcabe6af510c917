import { useSay } from '#app/i18n/use-say.ts'
import { CodeField, Field, SelectField } from '#app/ui/field.tsx'
import { workText as text } from './coach-work.text.ts'
import { useFieldErrors } from './instructor-words.ts'
import { StageTicks } from './stage-ticks.tsx'

interface WorkFieldsProps {
  values: Record<string, string>
  errors: Record<string, string>
  schools: readonly { code: string; name: string }[]
  /** The sports that the register names for the person. */
  sports: readonly { code: string; name: string }[]
}

/** Where a coach shall work, in what and when. */
export function WorkFields({ values, errors, schools, sports }: WorkFieldsProps) {
  const t = useSay()
  const worded = useFieldErrors(errors)
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: worded(name) })
  return (
    <>
      <CodeField
        {...given('school')}
        label={t(text.school)}
        hint={t(text.schoolHint)}
        codes={schools}
        required
      />
      <SelectField {...given('sport')} label={t(text.sport)} required>
        {sports.map(one => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <StageTicks values={values} />
      <Field {...given('hoursWeek')} type="number" min={1} max={40} label={t(text.hoursWeek)} required />
      <Field {...given('times')} label={t(text.times)} hint={t(text.timesHint)} maxLength={400} />
      <Field {...given('validFrom')} type="date" label={t(text.from)} required />
      <Field {...given('validTo')} type="date" label={t(text.until)} required />
      <Field {...given('note')} label={t(text.note)} maxLength={400} />
    </>
  )
}
