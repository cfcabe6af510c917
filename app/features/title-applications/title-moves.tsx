import { Form, Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField } from '#app/ui/field.tsx'
import { titleApplicationText as text, titleActionWords } from './title-applications.text.ts'
import type { TitleAction } from './title-way.rule.ts'

const withReason: readonly TitleAction[] = [
  'return',
  'decline',
  'withdraw',
  'take-back',
  'reject',
  'shortlist',
]
const ending: readonly TitleAction[] = ['decline', 'withdraw', 'reject']

interface TitleMovesProps {
  applicationId: string
  actions: readonly TitleAction[]
  entered: Readonly<Record<string, string>>
  /** The draft that the reader has before them. */
  seenAt: string
  /** When it had last moved by what the reader sees. */
  movedAt: string
}

/** What the reader may do with an application: one form, a button a move; recommending has a page of its own. */
export function TitleMoves({ applicationId, actions, entered, seenAt, movedAt }: TitleMovesProps) {
  const t = useSay()
  if (actions.length === 0) return <p>{t(text.nothingToDo)}</p>
  const plain = actions.filter(action => action !== 'recommend')
  return (
    <>
      {actions.includes('recommend') && (
        <p>
          <Link className={button.primary} to={`/titles/applications/${applicationId}/recommend`}>
            {t(titleActionWords.recommend)}
          </Link>
        </p>
      )}
      <Form method="post">
        <input type="hidden" name="seenAt" value={seenAt} />
        <input type="hidden" name="movedAt" value={movedAt} />
        {plain.includes('return') && (
          <Field name="mendUntil" type="date" label={t(text.mendUntil)} defaultValue={entered.mendUntil} />
        )}
        {plain.some(action => withReason.includes(action)) && (
          <LongTextField
            name="reason"
            label={t(text.reason)}
            hint={t(text.reasonHint)}
            defaultValue={entered.reason}
            maxLength={1000}
          />
        )}
        <p className={button.row}>
          {plain.map(action => (
            <button
              key={action}
              className={ending.includes(action) ? button.danger : button.primary}
              name="action"
              value={action}
            >
              {t(titleActionWords[action])}
            </button>
          ))}
        </p>
      </Form>
    </>
  )
}
