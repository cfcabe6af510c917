/** What people are told of the work on a long import. */
export interface WorkProgress {
  task: 'read' | 'commit'
  state: 'waiting' | 'running' | 'failed'
  done: number
  /** Null while nobody knows. */
  of: number | null
  /** Null while too little is done to tell. */
  secondsLeft: number | null
  error: string
}

/** The share of the work that must be done before the time left is more than a guess. */
const tellingShare = 0.05

/** How far work is that began `seconds` ago. */
export function progressOf(work: Omit<WorkProgress, 'secondsLeft'>, seconds: number): WorkProgress {
  const { task, state, done, of, error } = work
  const share = of === null || of === 0 ? 0 : done / of
  const isTelling = state === 'running' && share >= tellingShare && seconds > 0
  const secondsLeft = isTelling ? Math.ceil((seconds * (1 - share)) / share) : null
  return { task, state, done, of, secondsLeft, error }
}
