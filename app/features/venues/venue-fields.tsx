import { useSay } from '#app/i18n/use-say.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import { venueKinds } from './venue.rule.ts'
import { venuesText as text, venueKindWords } from './venues.text.ts'

interface VenueFieldsProps {
  values: Record<string, string>
  errors: Record<string, string>
}

/** When a venue is open, what it costs and whom to ask. */
export function VenueFields({ values, errors }: VenueFieldsProps) {
  const t = useSay()
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] })
  const hours = { hint: t(text.hoursHint), maxLength: 120 }
  return (
    <>
      <SelectField {...given('kind')} label={t(text.kind)} required>
        <option value="">{t(text.choose)}</option>
        {venueKinds.map(kind => (
          <option key={kind} value={kind}>
            {t(venueKindWords[kind])}
          </option>
        ))}
      </SelectField>
      <Field {...given('weekdayHours')} {...hours} label={t(text.weekday)} />
      <Field {...given('weekendHours')} {...hours} label={t(text.weekend)} />
      <Field {...given('holidayHours')} {...hours} label={t(text.holiday)} />
      <Field {...given('fee')} label={t(text.fee)} hint={t(text.feeHint)} maxLength={60} />
      <Field
        {...given('contact')}
        label={t(text.contact)}
        hint={t(text.contactHint)}
        maxLength={60}
        required
      />
      <Field {...given('note')} label={t(text.note)} maxLength={200} />
    </>
  )
}
