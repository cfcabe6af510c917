import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/page.tsx'
import styles from './qr-code.module.css'
import type { LinkSheet, LinkTerms } from './upload-link.rule.ts'
import { uploadLinksText } from './upload-links.text.ts'

interface MadeLinkProps {
  address: string
  qr: { size: number; path: string }
  school: string
  label: string
  sheet: LinkSheet
  firstDay: string
  lastDay: string
  confirms: LinkTerms['confirms']
  usesAllowed: number
  /** As the city reads it. */
  until: string
}

/** A new link on the only page that ever shows it: to be copied, scanned, or printed with what it is for. */
export function MadeLink(made: MadeLinkProps) {
  const t = useSay()
  return (
    <>
      <Notice kind="done">{t(uploadLinksText.shownOnce)}</Notice>
      <svg
        className={styles.code}
        viewBox={`0 0 ${made.qr.size} ${made.qr.size}`}
        role="img"
        aria-label={t(uploadLinksText.qrCode)}
        shapeRendering="crispEdges"
      >
        <path d={made.qr.path} fill="currentColor" />
      </svg>
      <p className={styles.link}>
        <output aria-label={t(uploadLinksText.theLink)}>
          <code>{made.address}</code>
        </output>
      </p>
      <Facts
        facts={[
          [t(uploadLinksText.label), made.label],
          [t(uploadLinksText.school), made.school],
          [t(uploadLinksText.sheet), t(sheetTitles[made.sheet])],
          [t(uploadLinksText.period), t(uploadLinksText.days, { from: made.firstDay, to: made.lastDay })],
          [t(uploadLinksText.until), made.until],
          [t(uploadLinksText.uses), String(made.usesAllowed)],
          [t(uploadLinksText.confirms), t(uploadLinksText.confirm[made.confirms])],
        ]}
      />
    </>
  )
}
