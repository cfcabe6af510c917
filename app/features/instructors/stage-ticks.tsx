import { stageWords } from '#app/features/schools/schools.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import styles from '#app/ui/field.module.css'
import type { Stage } from '#db/tables.ts'
import { instructorsText as text } from './instructors.text.ts'

interface StageTicksProps {
  values: Record<string, string>
  error?: string
  hint?: string
}

/** The stages, each a box of its own name, so that a refused form gives all of them back. */
export function StageTicks({ values, error, hint }: StageTicksProps) {
  const t = useSay()
  const ids = [hint && 'stages-hint', error && 'stages-error'].filter(Boolean).join(' ')
  return (
    <fieldset className={styles.field} aria-describedby={ids || undefined}>
      <legend className={styles.label}>{t(text.stages)}</legend>
      {hint !== undefined && (
        <span className={styles.hint} id="stages-hint">
          {hint}
        </span>
      )}
      {(Object.keys(stageWords) as Stage[]).map(stage => (
        <label key={stage}>
          <input type="checkbox" name={stage} value="1" defaultChecked={values[stage] !== undefined} />{' '}
          {t(stageWords[stage])}{' '}
        </label>
      ))}
      {error !== undefined && (
        <span className={styles.error} id="stages-error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  )
}
