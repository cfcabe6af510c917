import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { LongTextField } from '#app/ui/field.tsx'
import { longestConflict } from './expert.rule.ts'
import styles from './review.module.css'
import { reviewText as text } from './review.text.ts'

interface DeclarationProps {
  entered: Readonly<Record<string, string>>
  error: string | undefined
}

/** An expert says whether anything ties them to the school, before they see what it handed in. */
export function ReviewDeclaration({ entered, error }: DeclarationProps) {
  const t = useSay()
  return (
    <Form method="post">
      <p>{t(text.declarationMeans)}</p>
      <fieldset className={styles.choice}>
        <legend>{t(text.declaration)}</legend>
        <label>
          <input
            type="radio"
            name="interest"
            value="none"
            required
            defaultChecked={entered.interest === 'none'}
          />{' '}
          {t(text.isFree)}
        </label>
        <label>
          <input
            type="radio"
            name="interest"
            value="conflict"
            defaultChecked={entered.interest === 'conflict'}
          />{' '}
          {t(text.hasConflict)}
        </label>
      </fieldset>
      <ConflictField entered={entered} error={error} />
      <button className={button.primary} name="intent" value="declare">
        {t(text.declare)}
      </button>
    </Form>
  )
}

/** A conflict that comes to mind while scoring. */
export function LateConflict({ entered, error }: DeclarationProps) {
  const t = useSay()
  return (
    <details className={styles.late} open={error !== undefined}>
      <summary>{t(text.lateConflict)}</summary>
      <Form method="post">
        <p>{t(text.lateConflictMeans)}</p>
        <input type="hidden" name="interest" value="conflict" />
        <ConflictField entered={entered} error={error} isRequired />
        <button className={button.danger} name="intent" value="declare">
          {t(text.declare)}
        </button>
      </Form>
    </details>
  )
}

function ConflictField({ entered, error, isRequired }: DeclarationProps & { isRequired?: boolean }) {
  const t = useSay()
  return (
    <LongTextField
      name="conflict"
      label={t(text.conflict)}
      hint={t(text.conflictHint)}
      defaultValue={entered.conflict ?? ''}
      maxLength={longestConflict}
      error={error}
      rows={3}
      required={isRequired}
    />
  )
}
