import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { TitleApplicationState } from '#db/tables.ts'
import { titleStateWords } from './title-application-states.text.ts'

const kinds: Partial<Record<TitleApplicationState, StatusKind>> = {
  DRAFT: 'exempt',
  RETURNED: 'warn',
  DESIGNATED: 'met',
  REJECTED: 'missing',
  WITHDRAWN: 'exempt',
}

/** How an application stands, in sign and word. */
export function TitleApplicationStatus({ state }: { state: TitleApplicationState }) {
  const t = useSay()
  return <Status kind={kinds[state] ?? 'living'} label={t(titleStateWords[state])} />
}
