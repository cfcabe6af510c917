import { Form } from '@remix-run/react'
import { gradeName } from '#app/features/schools/class-name.rule.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { exemptionReasons } from './exemption.rule.ts'
import { exemptionText, reasonWords } from './exemption.text.ts'

interface ExemptionFormProps {
  /** Classes of the own school by id and name; null where the school is named by its code. */
  classes: readonly { id: string; name: string }[] | null
  entered: Record<string, string>
  errors: Record<string, string>
}

const grades = Array.from({ length: 12 }, (_, at) => at + 1)

/** Which classes shall be excused, on which days and why. */
export function ExemptionForm({ classes, entered, errors }: ExemptionFormProps) {
  const t = useSay()
  const given = (name: string) => ({ name, defaultValue: entered[name] ?? '', error: errors[name] })
  return (
    <Form method="post">
      {classes === null && (
        <Field {...given('schoolCode')} label={t(exemptionText.schoolCode)} maxLength={20} required />
      )}
      <SelectField {...given('grade')} label={t(exemptionText.grade)}>
        <option value="0">{t(exemptionText.wholeSchool)}</option>
        {grades.map(grade => (
          <option key={grade} value={grade}>
            {gradeName(grade)}
          </option>
        ))}
      </SelectField>
      {classes !== null && (
        <SelectField {...given('classId')} label={t(exemptionText.class)}>
          <option value="">{t(exemptionText.wholeGrade)}</option>
          {classes.map(one => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
      )}
      <Field {...given('firstDay')} type="date" label={t(exemptionText.firstDay)} required />
      <Field {...given('lastDay')} type="date" label={t(exemptionText.lastDay)} required />
      <SelectField {...given('reason')} label={t(exemptionText.reason)}>
        {exemptionReasons.map(reason => (
          <option key={reason} value={reason}>
            {t(reasonWords[reason])}
          </option>
        ))}
      </SelectField>
      <Field {...given('note')} label={t(exemptionText.note)} maxLength={400} />
      <button className={button.primary}>{t(exemptionText.submit)}</button>
    </Form>
  )
}
