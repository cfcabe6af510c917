import { Form } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CheckField, Field, SelectField } from '#app/ui/field.tsx'
import { postText, recruitmentText } from './posts.text.ts'

interface RoundFormProps {
  /** The units for which the reader announces; none where the round stands already. */
  units: readonly { code: string; name: string; nameEn: string }[]
  entered: Record<string, string>
  errors: Record<string, string>
}

/** A round: who announces it, by which document, and its window in the city's time. */
export function RoundFields({ units, entered, errors }: RoundFormProps) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  const given = (name: string) => ({ name, defaultValue: entered[name] ?? '', error: errors[name] })
  return (
    <Form method="post">
      {units.length > 0 && (
        <SelectField {...given('unitCode')} label={t(postText.unit)}>
          {units.map(unit => (
            <option key={unit.code} value={unit.code}>
              {isEnglish ? unit.nameEn : unit.name}
            </option>
          ))}
        </SelectField>
      )}
      <Field {...given('name')} label={t(postText.round)} maxLength={120} required />
      <Field
        {...given('document')}
        label={t(postText.document)}
        hint={t(recruitmentText.documentHint)}
        maxLength={120}
        required
      />
      <Field {...given('opensAt')} type="datetime-local" label={t(recruitmentText.opens)} required />
      <Field {...given('closesAt')} type="datetime-local" label={t(recruitmentText.closes)} required />
      <CheckField
        name="onePostEach"
        label={t(postText.onePostEach)}
        defaultChecked={entered.onePostEach !== undefined}
        error={errors.onePostEach}
      />
      <button className={button.primary}>{t(recruitmentText.save)}</button>
    </Form>
  )
}
