import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { engagements } from '#app/features/coaching/grades.rule.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { InstructorKind } from '#db/tables.ts'
import { offeredGrades, sportPlaces } from './instructor-form.ts'
import { useFieldErrors } from './instructor-words.ts'
import { kindWords, instructorsText as text } from './instructors.text.ts'
import { StageTicks } from './stage-ticks.tsx'

interface ContractFieldsProps {
  /** What was entered or stands, by field. */
  values: Record<string, string>
  errors: Record<string, string>
  sports: readonly { code: string; name: string }[]
}

/** What a contract says, for entering and for changing one. */
export function ContractFields({ values, errors, sports }: ContractFieldsProps) {
  const t = useSay()
  const worded = useFieldErrors(errors)
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: worded(name) })
  // Three places, more where more sports stand, and always an empty one to fill.
  const filled = sportPlaces.filter(number => (values[`sport${number}`] ?? '') !== '').length
  const shown = sportPlaces.filter(number => number <= Math.max(3, filled + 1))
  return (
    <>
      <SelectField {...given('kind')} label={t(text.kind)} required>
        {(Object.keys(kindWords) as InstructorKind[]).map(kind => (
          <option key={kind} value={kind}>
            {t(kindWords[kind])}
          </option>
        ))}
      </SelectField>
      <Field {...given('name')} label={t(text.name)} maxLength={60} autoComplete="off" required />
      <SelectField {...given('gender')} label={t(text.gender)}>
        {(['', 'F', 'M'] as const).map(gender => (
          <option key={gender} value={gender}>
            {t(text.genders[gender])}
          </option>
        ))}
      </SelectField>
      {shown.map(number => (
        <SportFields key={number} number={number} values={values} errors={errors} sports={sports} />
      ))}
      <StageTicks values={values} error={errors.stages} hint={t(text.stagesHint)} />
      <SelectField {...given('engagement')} label={t(text.engagement)}>
        <option value="">{t(text.engagementNone)}</option>
        {engagements.map(engagement => (
          <option key={engagement} value={engagement}>
            {t(coachingText.engagement[engagement])}
          </option>
        ))}
      </SelectField>
      <Field
        {...given('hoursWeek')}
        type="number"
        min={1}
        max={40}
        label={t(text.hoursWeek)}
        hint={t(text.hoursHint)}
      />
      <Field
        {...given('titleLiteral')}
        label={t(text.titleLiteral)}
        hint={t(text.titleHint)}
        maxLength={60}
      />
      <p>
        <label>
          <input type="checkbox" name="retired" value="1" defaultChecked={values.retired !== undefined} />{' '}
          {t(text.retired)}
        </label>
      </p>
    </>
  )
}

function SportFields({ number, values, errors, sports }: ContractFieldsProps & { number: number }) {
  const t = useSay()
  return (
    <>
      <SelectField
        name={`sport${number}`}
        label={t(text.sportNumber, { number })}
        defaultValue={values[`sport${number}`] ?? ''}
        error={errors[`sport${number}`]}
        required={number === 1}
      >
        <option value="">{t(text.choose)}</option>
        {sports.map(one => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <SelectField
        name={`grade${number}`}
        label={t(text.gradeNumber, { number })}
        defaultValue={values[`grade${number}`] ?? ''}
      >
        {offeredGrades.map(grade => (
          <option key={grade} value={grade}>
            {t(coachingText.grade[grade])}
          </option>
        ))}
      </SelectField>
    </>
  )
}
