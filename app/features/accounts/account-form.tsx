import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { CodeField, Field, SelectField } from '#app/ui/field.tsx'
import type { Role } from '#db/tables.ts'
import { accountsText } from './accounts.text.ts'

interface AccountFieldsProps {
  /** The roles that may be given. */
  roles: readonly Role[]
  units: { code: string; name: string; nameEn: string }[]
  /** Suggestions for the school code. */
  schools: { code: string | null; name: string }[]
  entered: { name?: string; role?: string; unitCode?: string | null; schoolCode?: string | null }
  /** What is wrong, by field. */
  errors: Partial<Record<'name' | 'role' | 'unitCode' | 'schoolCode', string>>
}

/** Name, role, and the unit or school that the role belongs to. */
export function AccountFields({ roles, units, schools, entered, errors }: AccountFieldsProps) {
  const t = useSay()
  const locale = useLocale()
  return (
    <>
      <Field
        name="name"
        label={t(accountsText.name)}
        required
        maxLength={60}
        defaultValue={entered.name}
        error={errors.name}
      />
      <SelectField name="role" label={t(accountsText.role)} defaultValue={entered.role} error={errors.role}>
        {roles.map(role => (
          <option key={role} value={role}>
            {t(accountsText.roles[role])}
          </option>
        ))}
      </SelectField>
      {roles.includes('unit') && (
        <SelectField
          name="unitCode"
          label={t(accountsText.unit)}
          hint={t(accountsText.unitHint)}
          defaultValue={entered.unitCode ?? ''}
          error={errors.unitCode}
        >
          <option value="">{t(accountsText.none)}</option>
          {units.map(unit => (
            <option key={unit.code} value={unit.code}>
              {locale === 'en' ? unit.nameEn : unit.name}
            </option>
          ))}
        </SelectField>
      )}
      {roles.includes('school') && (
        <CodeField
          name="schoolCode"
          label={t(accountsText.school)}
          hint={t(accountsText.schoolHint)}
          codes={schools.map(({ code, name }) => ({ code: code ?? '', name }))}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={entered.schoolCode ?? ''}
          error={errors.schoolCode}
        />
      )}
    </>
  )
}
