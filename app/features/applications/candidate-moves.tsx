import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField } from '#app/ui/field.tsx'
import type { WayAction } from './way.rule.ts'
import { wayText } from './way.text.ts'

const withReason: readonly WayAction[] = ['return', 'disqualify', 'reject', 'end']
const withContract: readonly WayAction[] = ['sign', 'engage']

interface CandidateMovesProps {
  actions: readonly WayAction[]
  entered: Record<string, string>
}

/** What the reader may do with an application: one form, a button a move, and the fields that any of them needs. */
export function CandidateMoves({ actions, entered }: CandidateMovesProps) {
  const t = useSay()
  if (actions.length === 0) return <p>{t(wayText.nothingToDo)}</p>
  const needs = (those: readonly WayAction[]) => actions.some(action => those.includes(action))
  return (
    <Form method="post">
      {needs(withContract) && (
        <>
          <Field name="validFrom" type="date" label={t(wayText.validFrom)} defaultValue={entered.validFrom} />
          <Field name="validTo" type="date" label={t(wayText.validTo)} defaultValue={entered.validTo} />
        </>
      )}
      {needs(withReason) && (
        <LongTextField
          name="reason"
          label={t(wayText.reason)}
          hint={t(wayText.reasonHint)}
          defaultValue={entered.reason}
          maxLength={400}
        />
      )}
      <p className={button.row}>
        {actions.map(action => (
          <button
            key={action}
            className={withReason.includes(action) ? button.danger : button.primary}
            name="action"
            value={action}
          >
            {t(wayText.actions[action])}
          </button>
        ))}
      </p>
    </Form>
  )
}
