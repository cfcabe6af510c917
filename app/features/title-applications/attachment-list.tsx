import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import styles from './title-applications.module.css'
import { titleApplicationText as text } from './title-applications.text.ts'

interface AttachmentListProps {
  applicationId: string
  attachments: readonly { id: string; name: string; description: string; bytes: number }[]
  isWritable: boolean
}

/** The papers of an application, with what each proves. */
export function AttachmentList({ applicationId, attachments, isWritable }: AttachmentListProps) {
  const t = useSay()
  const here = `/titles/applications/${applicationId}/files`
  if (attachments.length === 0) return <p>{t(text.noAttachments)}</p>
  return (
    <ol>
      {attachments.map(one => (
        <li key={one.id}>
          <a href={`${here}/${one.id}`} lang="zh-CN">
            {one.description}
          </a>{' '}
          <span lang="zh-CN">{one.name}</span> · {t(text.size, { kb: Math.ceil(one.bytes / 1024) })}{' '}
          {isWritable && (
            <Link
              className={styles.doing}
              to={`${here}/${one.id}/remove`}
              aria-label={`${t(text.remove)} ${one.description}`}
            >
              {t(text.remove)}
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}
