import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import styles from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { Role } from '#db/tables.ts'
import { accountsText } from './accounts.text.ts'

interface AccountFilterProps {
  chosen: { search?: string; role?: string; unit?: string; state?: string }
  roles: readonly Role[]
  /** Empty for whoever has only one unit. */
  units: { code: string; name: string; nameEn: string }[]
}

/** Which accounts to list; the choices go into the address. */
export function AccountFilter({ chosen, roles, units }: AccountFilterProps) {
  const t = useSay()
  const locale = useLocale()
  return (
    <div className={styles.filters}>
      <Field name="search" type="search" label={t(accountsText.search)} defaultValue={chosen.search} />
      {roles.length > 1 && (
        <SelectField name="role" label={t(accountsText.role)} defaultValue={chosen.role}>
          <option value="">{t(accountsText.all)}</option>
          {roles.map(role => (
            <option key={role} value={role}>
              {t(accountsText.roles[role])}
            </option>
          ))}
        </SelectField>
      )}
      {units.length > 0 && (
        <SelectField name="unit" label={t(accountsText.unit)} defaultValue={chosen.unit}>
          <option value="">{t(accountsText.all)}</option>
          {units.map(unit => (
            <option key={unit.code} value={unit.code}>
              {locale === 'en' ? unit.nameEn : unit.name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField name="state" label={t(accountsText.state)} defaultValue={chosen.state}>
        <option value="">{t(accountsText.all)}</option>
        <option value="active">{t(accountsText.active)}</option>
        <option value="disabled">{t(accountsText.disabled)}</option>
      </SelectField>
      <button className={button.button}>{t(accountsText.filter)}</button>
    </div>
  )
}
