import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import type { CheckState as State, Urgency } from './entry-check.rule.ts'
import { entryCheckText } from './entry-check.text.ts'

const kinds = { now: 'missing', soon: 'warn', later: 'met' } as const

/** How an entry check stands, for the two offices that may see it. */
export function CheckState({ check, urgency }: { check: State; urgency: Urgency }) {
  return <Status kind={kinds[urgency]} label={useStateWords(check)} />
}

function useStateWords(check: State): string {
  const t = useSay()
  const { states } = entryCheckText
  switch (check.state) {
    case 'none':
      return t(states.none)
    case 'clear':
      return t(states.clear, check)
    default:
      return t(states[check.state], check)
  }
}

/** What everybody else may know: whether somebody may be at work. */
export function MayWork({ may }: { may: boolean }) {
  const t = useSay()
  return <Status kind={may ? 'met' : 'missing'} label={t(may ? entryCheckText.may : entryCheckText.mayNot)} />
}
