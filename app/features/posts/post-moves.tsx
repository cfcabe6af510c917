import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { LongTextField } from '#app/ui/field.tsx'
import { movesWithReason, type PostMove } from './post-state.rule.ts'
import { moveWords, recruitmentText } from './posts.text.ts'

const looks: Record<PostMove, string | undefined> = {
  submit: button.primary,
  publish: button.primary,
  return: button.button,
  complete: button.button,
  cancel: button.danger,
}

/** What the reader may do with a post, with one reason for those that must say why. */
export function PostMoves({
  moves,
  entered,
  error,
}: {
  moves: readonly PostMove[]
  entered: Record<string, string>
  error?: string
}) {
  const t = useSay()
  if (moves.length === 0) return null
  return (
    <Form method="post">
      {moves.some(move => movesWithReason.includes(move)) && (
        <LongTextField
          name="reason"
          label={t(recruitmentText.reason)}
          hint={t(recruitmentText.reasonHint)}
          defaultValue={entered.reason}
          error={error}
          maxLength={400}
        />
      )}
      <p className={button.row}>
        {moves.map(move => (
          <button key={move} className={looks[move]} name="move" value={move}>
            {t(moveWords[move])}
          </button>
        ))}
      </p>
    </Form>
  )
}
