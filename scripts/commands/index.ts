import type { Command } from '../command.ts'
import { command as compliance } from './compliance.ts'
import { command as importSheet } from './import.ts'
import { command as migrate } from './migrate.ts'
import { command as readValues } from './read-values.ts'
import { command as user } from './user.ts'
import { command as verify } from './verify.ts'

/** Every command of the command line by name. */
export const commands: Record<string, Command> = {
  compliance,
  import: importSheet,
  migrate,
  'read-values': readValues,
  user,
  verify,
}
