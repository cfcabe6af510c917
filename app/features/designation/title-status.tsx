import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { WhyHollow } from './count.rule.ts'
import { designationText as text } from './designation.text.ts'
import type { TitleState } from './title-state.rule.ts'

const kinds: Record<TitleState, StatusKind> = {
  living: 'living',
  paper: 'short',
  notCounted: 'met',
  soon: 'exempt',
  over: 'missing',
  suspended: 'warn',
  closed: 'missing',
  REVOKED: 'missing',
  ENDED: 'missing',
  TRANSFERRED: 'exempt',
}

/** How a title stands, and why it is hollow where it is. */
export function TitleStatus({ state, why }: { state: TitleState; why: readonly WhyHollow[] }) {
  const t = useSay()
  const label =
    state === 'REVOKED' || state === 'ENDED' || state === 'TRANSFERRED'
      ? t(text.ends[state])
      : t(text.states[state])
  return (
    <>
      <Status kind={kinds[state]} label={label} />
      {why.length > 0 &&
        ` ${why.map(one => t(text.why[one.code], { days: 'days' in one ? one.days : 0 })).join('；')}`}
    </>
  )
}
