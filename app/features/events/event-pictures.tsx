import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import styles from './events.module.css'
import { eventsText as text } from './events.text.ts'

interface EventPicturesProps {
  eventId: string
  pictures: readonly { id: string; description: string }[]
  mayChange: boolean
}

/** The pictures of an event, each with the words that stand for it. */
export function EventPictures({ eventId, pictures, mayChange }: EventPicturesProps) {
  const t = useSay()
  return (
    <ul className={styles.pictures}>
      {pictures.map(({ id, description }) => (
        <li key={id}>
          <figure>
            <a href={`/events/${eventId}/pictures/${id}`}>
              <img src={`/events/${eventId}/pictures/${id}`} alt={description} lang="zh-CN" loading="lazy" />
            </a>
            <figcaption>
              <span lang="zh-CN">{description}</span>
              {mayChange && (
                <Link
                  to={`/events/${eventId}/pictures/${id}/remove`}
                  aria-label={`${t(text.removePicture)} ${description}`}
                >
                  {t(text.remove)}
                </Link>
              )}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}
