import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import styles from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { auditActions, auditText } from './audit.text.ts'

interface AuditFilterProps {
  chosen: { actor?: string; action?: string; subject?: string; from?: string; to?: string }
}

/** Who, what, to what and when; the choices go into the address. */
export function AuditFilter({ chosen }: AuditFilterProps) {
  const t = useSay()
  return (
    <div className={styles.filters}>
      <Field name="actor" label={t(auditText.actor)} defaultValue={chosen.actor} />
      <SelectField name="action" label={t(auditText.action)} defaultValue={chosen.action}>
        <option value="">{t(auditText.all)}</option>
        {Object.entries(auditActions).map(([code, words]) => (
          <option key={code} value={code}>
            {t(words)}
          </option>
        ))}
      </SelectField>
      <Field name="subject" label={t(auditText.subject)} defaultValue={chosen.subject} />
      <Field name="from" type="date" label={t(auditText.from)} defaultValue={chosen.from} />
      <Field name="to" type="date" label={t(auditText.to)} defaultValue={chosen.to} />
      <button className={button.button}>{t(auditText.filter)}</button>
    </div>
  )
}
