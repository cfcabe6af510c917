import { useSay } from '#app/i18n/use-say.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import { coverageText } from './coverage.text.ts'
import { documentUnclear, placementText } from './placement.text.ts'
import { stages } from './program.rule.ts'

interface Entered {
  value?: string
  error?: string
}

export function StageField({ value, error }: Entered) {
  const t = useSay()
  return (
    <SelectField name="stage" label={t(placementText.stage)} defaultValue={value} error={error} required>
      {stages.map(stage => (
        <option key={stage} value={stage}>
          {t(coverageText.stage[stage])}
        </option>
      ))}
    </SelectField>
  )
}

export function RoleField({ value = 'member', error }: Entered) {
  const t = useSay()
  return (
    <SelectField name="role" label={t(placementText.role)} defaultValue={value} error={error} required>
      <option value="member">{t(placementText.roles.member)}</option>
      <option value="leader">{t(placementText.roles.leader)}</option>
    </SelectField>
  )
}

export function DocumentField({ value, error }: Entered) {
  const t = useSay()
  return (
    <Field
      name="document"
      label={t(placementText.document)}
      hint={t(placementText.documentHint)}
      defaultValue={value}
      error={error === documentUnclear ? t(placementText.documentUnclear) : error}
      maxLength={60}
    />
  )
}
