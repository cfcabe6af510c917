import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { CheckRefusal } from './entry-check.rule.ts'
import { entryCheckText } from './entry-check.text.ts'

export const checkResults = ['CLEAR', 'PENDING', 'NOT_CLEAR'] as const

interface CheckFormProps {
  today: string
  entered: Record<string, string>
  errors: Record<string, string>
  refusal: CheckRefusal | null
}

/** The answer to an entry query: flag, day and reference, and nothing of what was found. */
export function CheckForm({ today, entered, errors, refusal }: CheckFormProps) {
  const t = useSay()
  const refused = refusal === null ? undefined : t(entryCheckText.refusal[refusal])
  const isOfDay = refusal === 'day-to-come' || refusal === 'day-too-old'
  return (
    <Form method="post">
      <Field
        name="queriedOn"
        type="date"
        label={t(entryCheckText.queriedOn)}
        defaultValue={entered.queriedOn ?? today}
        max={today}
        error={errors.queriedOn ?? (isOfDay ? refused : undefined)}
        required
      />
      <SelectField name="result" label={t(entryCheckText.result)} defaultValue={entered.result}>
        {checkResults.map(result => (
          <option key={result} value={result}>
            {t(entryCheckText.results[result])}
          </option>
        ))}
      </SelectField>
      <Field
        name="reference"
        label={t(entryCheckText.reference)}
        hint={t(entryCheckText.referenceHint)}
        defaultValue={entered.reference}
        error={errors.reference ?? (isOfDay ? undefined : refused)}
        maxLength={60}
      />
      <button className={button.primary}>{t(entryCheckText.save)}</button>
    </Form>
  )
}
