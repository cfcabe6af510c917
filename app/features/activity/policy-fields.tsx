import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { policyText } from './policy.text.ts'

interface PolicyFieldsProps {
  today: string
  entered: Record<string, string>
  errors: Record<string, string>
}

/** The form of a new version; what was entered stays where something is wrong with it. */
export function PolicyFields({ today, entered, errors }: PolicyFieldsProps) {
  const t = useSay()
  const given = (name: string, otherwise = '') => ({
    name,
    defaultValue: entered[name] ?? otherwise,
    error: errors[name],
  })
  return (
    <Form method="post">
      <SelectField {...given('stage')} label={t(policyText.stage)}>
        {(['', 'primary', 'junior', 'senior'] as const).map(stage => (
          <option key={stage} value={stage}>
            {t(policyText.stages[stage])}
          </option>
        ))}
      </SelectField>
      <SelectField {...given('purpose', 'floor')} label={t(policyText.purpose)}>
        {(['floor', 'target'] as const).map(purpose => (
          <option key={purpose} value={purpose}>
            {t(policyText.purposes[purpose])}
          </option>
        ))}
      </SelectField>
      <Field {...given('minutes')} type="number" min={1} max={480} label={t(policyText.minutes)} required />
      <Field {...given('validFrom', today)} type="date" label={t(policyText.from)} required />
      <Field {...given('validTo')} type="date" label={t(policyText.until)} hint={t(policyText.untilHint)} />
      <Field {...given('source')} label={t(policyText.source)} maxLength={200} required />
      <button className={button.primary}>{t(policyText.save)}</button>
    </Form>
  )
}
