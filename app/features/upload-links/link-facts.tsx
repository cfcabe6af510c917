import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { uploadLinksText } from './upload-links.text.ts'

interface LinkFactsProps {
  label: string
  /** As the city reads it. */
  until: string
  usesLeft: number
  confirms: 'school' | 'teacher'
}

/** What the holder of a link should know of it. */
export function LinkFacts({ label, until, usesLeft, confirms }: LinkFactsProps) {
  const t = useSay()
  return (
    <Facts
      facts={[
        [t(uploadLinksText.label), label],
        [t(uploadLinksText.until), until],
        [t(uploadLinksText.usesLeft), t(uploadLinksText.times, { count: usesLeft })],
        [t(uploadLinksText.confirms), t(uploadLinksText.confirm[confirms])],
      ]}
    />
  )
}
