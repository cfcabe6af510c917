import styles from './step-chart.module.css'

interface StepChartProps {
  label: string
  points: readonly { day: string; value: number }[]
  target: { value: number; label: string }
  /** The day after which the line is a forecast. */
  today: string
}

const [width, height, left, right, top, bottom] = [760, 220, 40, 64, 16, 28]

/** A count over days as steps, with its target as a line of its own; labelled at the lines, for print and screen. */
export function StepChart({ label, points, target, today }: StepChartProps) {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const most = Math.max(target.value, ...points.map(point => point.value), 1)
  const [from, to] = [timeOf(first.day), timeOf(last.day)]
  const x = (day: string) => left + ((timeOf(day) - from) / Math.max(1, to - from)) * (width - left - right)
  const y = (value: number) => height - bottom - (value / most) * (height - top - bottom)
  const line = (some: typeof points) =>
    some
      .map(({ day, value }, at) => (at === 0 ? `M${x(day)} ${y(value)}` : `H${x(day)} V${y(value)}`))
      .join(' ')
  const past = points.filter(point => point.day <= today)
  const ahead = points.filter(point => point.day >= today)
  const years = points.filter(({ day }) => day.endsWith('-01-01'))
  const now = past.at(-1) ?? first
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <line className={styles.axis} x1={left} x2={width - right} y1={y(0)} y2={y(0)} />
        <line
          className={styles.target}
          x1={left}
          x2={width - right}
          y1={y(target.value)}
          y2={y(target.value)}
        />
        <text className={styles.targetLabel} x={width - right + 6} y={y(target.value) + 4}>
          {`${target.label} ${target.value}`}
        </text>
        {years.map(({ day }) => (
          <text className={styles.tick} key={day} x={x(day)} y={height - 8}>
            {day.slice(0, 4)}
          </text>
        ))}
        <path className={styles.past} d={line(past)} />
        <path className={styles.ahead} d={line(ahead)} />
        <circle className={styles.now} cx={x(now.day)} cy={y(now.value)} r={4} />
        <text className={styles.nowLabel} x={x(now.day)} y={y(now.value) - 8}>
          {now.value}
        </text>
        <text className={styles.tick} x={width - right + 6} y={y(last.value) + 4}>
          {last.value}
        </text>
      </svg>
    </section>
  )
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
