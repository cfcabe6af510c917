import { Form, Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { uploadLinksText } from './upload-links.text.ts'

interface UploadActionsProps {
  token: string
  upload: string
  counts: { new: number; changed: number; unchanged: number; rejected: number }
  /** Some rows were not accepted, or a question is open. */
  isBlocked: boolean
  confirms: 'school' | 'teacher'
  isLastUse: boolean
}

/** What the holder of a link does with a file that was read: hand it in, its good rows only, or upload it corrected. */
export function UploadActions({ token, upload, counts, isBlocked, confirms, isLastUse }: UploadActionsProps) {
  const t = useSay()
  const isWorthIt = counts.new + counts.changed > 0
  const words = isBlocked ? uploadLinksText.handInGood : uploadLinksText.handIn
  return (
    <>
      {!isWorthIt && (
        <p>{t(counts.unchanged > 0 && !isBlocked ? uploadLinksText.allSame : uploadLinksText.nothingGood)}</p>
      )}
      <div className={button.row}>
        {isWorthIt && (
          <Form method="post" action={`/u/${token}/${upload}`}>
            {isBlocked && <input type="hidden" name="skipBadRows" value="yes" />}
            <button className={isBlocked ? button.button : button.primary}>{t(words[confirms])}</button>
          </Form>
        )}
        <Link className={isBlocked ? button.primary : button.button} to={`/u/${token}?replaces=${upload}`}>
          {t(uploadLinksText.correct)}
        </Link>
      </div>
      {isWorthIt && isLastUse && <p>{t(uploadLinksText.lastUse)}</p>}
    </>
  )
}
