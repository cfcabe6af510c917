import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { type ClosedLink, uploadLinksText } from './upload-links.text.ts'

/** The HTTP status of a link that opens nothing: no such link, one that is over, or too many tries. */
export const closedStatus = {
  unknown: 404,
  'too-many': 429,
  used: 410,
  expired: 410,
  revoked: 410,
} satisfies Record<ClosedLink, number>

/** Why a link opens nothing, in a sentence, and nothing else. */
export function ClosedLinkPage({ why }: { why: ClosedLink }) {
  const t = useSay()
  return (
    <Page title={t(uploadLinksText.closedTitle)}>
      <Notice kind="problem">{t(uploadLinksText.closed[why])}</Notice>
    </Page>
  )
}
