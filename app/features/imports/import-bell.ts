import { channel } from 'node:diagnostics_channel'

/** Pages and background are bundled apart and share no module; Node has its channels by name for the whole process. */
const bell = channel('import-work')

/** Says that work on a long file stands, so that nobody need wait for the next round. */
export function ringForWork(): void {
  bell.publish(null)
}

/** Calls `hear` whenever it is said in this process; answers how to end that. */
export function onWork(hear: () => void): () => void {
  const listener = () => hear()
  bell.subscribe(listener)
  return () => bell.unsubscribe(listener)
}
