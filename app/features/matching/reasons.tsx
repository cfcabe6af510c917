import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { RuleAnswer, Verdict } from '../applications/eligibility.rule.ts'
import { verdictShort } from './matching.text.ts'
import { reasonsInWords } from './reason-words.ts'
import type { Reason } from './suit.rule.ts'

const kinds: Record<Verdict, StatusKind> = { eligible: 'met', unclear: 'short', 'not-eligible': 'missing' }

export function VerdictStatus({ verdict }: { verdict: Verdict }) {
  const t = useSay()
  return <Status kind={kinds[verdict]} label={t(verdictShort[verdict])} />
}

/** Why a pairing suits, and which rules stand in its way. */
export function Reasons({
  reasons,
  rules = [],
}: {
  reasons: readonly Reason[]
  rules?: readonly RuleAnswer[]
}) {
  const told = reasonsInWords(useLocale(), reasons, rules)
  if (told.length === 0) return <>—</>
  return (
    <ul>
      {told.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  )
}
