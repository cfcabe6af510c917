import { useSay } from '#app/i18n/use-say.ts'
import { Field } from '#app/ui/field.tsx'
import { useFieldErrors } from './instructor-words.ts'
import { instructorsText as text } from './instructors.text.ts'

/** On which day something ends before its time, and why. */
export function EndFields({
  values,
  errors,
}: {
  values: Record<string, string>
  errors: Record<string, string>
}) {
  const t = useSay()
  const worded = useFieldErrors(errors)
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: worded(name) })
  return (
    <>
      <Field {...given('lastDay')} type="date" label={t(text.lastDay)} required />
      <Field {...given('reason')} label={t(text.reason)} maxLength={200} required />
    </>
  )
}
