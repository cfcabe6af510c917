import styles from './seal-lines.module.css'

interface SealLinesProps {
  /** Who seals, a place each. */
  places: readonly string[]
  signed: string
  day: string
}

/** Places for seals, signatures and dates: on paper only. */
export function SealLines({ places, signed, day }: SealLinesProps) {
  return (
    <div className={styles.seals} aria-hidden="true">
      {places.map(place => (
        <div key={place} className={styles.place}>
          <p>{place}</p>
          <p className={styles.sign}>{signed}</p>
          <p className={styles.day}>{day}</p>
        </div>
      ))}
    </div>
  )
}
