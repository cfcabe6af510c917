import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { batchText as text } from './batch.text.ts'
import { quotaName } from './batch-form.ts'
import { levels } from './level.rule.ts'
import { levelWords } from './level.text.ts'

interface BatchFieldsProps {
  sets: readonly { id: string; version: number }[]
  units: readonly { code: string; name: string }[]
  entered: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

/** Everything that a batch says. */
export function BatchFields({ sets, units, entered, errors }: BatchFieldsProps) {
  const t = useSay()
  const given = (name: string) => ({ name, defaultValue: entered[name] ?? '', error: errors[name] })
  return (
    <Form method="post">
      <Field {...given('name')} label={t(text.name)} maxLength={80} required />
      <SelectField {...given('level')} label={t(text.level)}>
        {levels.map(level => (
          <option key={level} value={level}>
            {t(levelWords[level])}
          </option>
        ))}
      </SelectField>
      <Field
        {...given('organisers')}
        label={t(text.organisers)}
        hint={t(text.organisersHint)}
        maxLength={200}
        required
      />
      <Field {...given('document')} label={t(text.document)} maxLength={80} required />
      <SelectField {...given('setId')} label={t(text.set)}>
        {sets.map(set => (
          <option key={set.id} value={set.id}>
            {t(text.version, { version: set.version })}
          </option>
        ))}
      </SelectField>
      <Field {...given('opensAt')} type="datetime-local" label={t(text.opensAt)} required />
      <Field {...given('closesAt')} type="datetime-local" label={t(text.closesAt)} required />
      <Field {...given('mostSports')} type="number" min={1} max={3} label={t(text.mostSports)} required />
      <Field {...given('validFrom')} type="date" label={t(text.validFrom)} required />
      <Field {...given('validTo')} type="date" label={t(text.validTo)} required />
      <Field
        {...given('publicityDays')}
        type="number"
        min={1}
        max={30}
        label={t(text.publicityDays)}
        required
      />
      <fieldset>
        <legend>{t(text.quotas)}</legend>
        <p>{t(text.quotaHint)}</p>
        {errors.quotas !== undefined && <p role="alert">{errors.quotas}</p>}
        {units.map(({ code, name }) => (
          <Field {...given(quotaName(code))} key={code} type="number" min={0} label={name} />
        ))}
      </fieldset>
      <button className={button.primary}>{t(text.save)}</button>
    </Form>
  )
}
