import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import type { Life } from './living.rule.ts'
import { livingText, whyNotLivingWords } from './living.text.ts'

/** Whether a placement lives, and if not, everything that stands in its way. */
export function PlacementLife({ life }: { life: Life | null }) {
  const t = useSay()
  const locale = useLocale()
  if (life === null) return <>—</>
  if (life.lives) return <Status kind="living" label={t(livingText.living)} />
  return (
    <>
      <Status kind="missing" label={t(livingText.notLiving)} /> {whyNotLivingWords(locale, life.why)}
    </>
  )
}
