import type { Command } from '../command.ts'
import { command as migrate } from './migrate.ts'
import { command as readValues } from './read-values.ts'

/** Every command of the command line by name. */
export const commands: Record<string, Command> = {
  migrate,
  'read-values': readValues,
}
