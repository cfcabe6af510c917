import { useSay } from '#app/i18n/use-say.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import { eventsText as text } from './events.text.ts'

interface EventFieldsProps {
  values: Record<string, string>
  errors: Record<string, string>
  sports: readonly { code: string; name: string }[]
}

/** What is said of an event, whichever school holds it. */
export function EventFields({ values, errors, sports }: EventFieldsProps) {
  const t = useSay()
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] })
  return (
    <>
      <Field {...given('day')} type="date" label={t(text.day)} required />
      <SelectField {...given('sport')} label={t(text.sport)} required>
        <option value="">{t(text.choose)}</option>
        {sports.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field {...given('title')} label={t(text.event)} maxLength={80} required />
      <Field {...given('classes')} type="number" min={0} label={t(text.classes)} />
      <Field
        {...given('participants')}
        type="number"
        min={0}
        label={t(text.participants)}
        hint={t(text.participantsHint)}
      />
      <Field {...given('note')} label={t(text.note)} maxLength={200} />
    </>
  )
}
