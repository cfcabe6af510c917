import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CheckField, TextAreaField } from '#app/ui/field.tsx'
import { applicationText } from './applications.text.ts'

interface ApplyFormProps {
  entered: Record<string, string>
  errors: Record<string, string>
  /** A draft is of use until the post closes. */
  mayDraft: boolean
  maySubmit: boolean
}

/** What the person writes for this post, the promise, and whether it is handed in or kept for later. */
export function ApplyForm({ entered, errors, mayDraft, maySubmit }: ApplyFormProps) {
  const t = useSay()
  return (
    <Form method="post">
      <TextAreaField
        name="statement"
        label={t(applicationText.statement)}
        hint={t(applicationText.statementHint)}
        defaultValue={entered.statement}
        error={errors.statement}
        maxLength={2000}
      />
      {maySubmit && (
        <CheckField
          name="promise"
          label={t(applicationText.promise)}
          defaultChecked={entered.promise === 'on'}
          error={errors.promise}
        />
      )}
      <p className={button.row}>
        {maySubmit && (
          <button className={button.primary} name="intent" value="submit">
            {t(applicationText.submit)}
          </button>
        )}
        {mayDraft && (
          <button className={button.button} name="intent" value="draft">
            {t(applicationText.saveDraft)}
          </button>
        )}
      </p>
    </Form>
  )
}
