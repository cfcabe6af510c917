import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Notice } from '#app/ui/page.tsx'
import { judgementWords, type ToldWork, workText as text } from './coach-work.text.ts'

/** All that stands against work, and what a person has to answer for with a tick. */
export function WorkJudgementNotice({
  judged,
}: {
  judged: { refusals: readonly ToldWork[]; warnings: readonly ToldWork[] }
}) {
  const t = useSay()
  if (judged.refusals.length > 0) {
    return (
      <Notice kind="problem">
        {t(text.cannot)}
        <Lines told={judged.refusals} />
      </Notice>
    )
  }
  return (
    <Notice kind="problem">
      {t(text.confirmHint)}
      <Lines told={judged.warnings} />
    </Notice>
  )
}

/** The tick by which somebody answers for what could not be checked; shown once that is known. */
export function ConfirmTick() {
  const t = useSay()
  return (
    <p>
      <label>
        <input type="checkbox" name="confirmed" value="1" /> {t(text.confirm)}
      </label>
    </p>
  )
}

function Lines({ told }: { told: readonly ToldWork[] }) {
  const locale = useLocale()
  const lines = [...new Set(told.map(one => judgementWords(locale, one)))]
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
