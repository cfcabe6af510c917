import type { Command } from '../command.ts'
import { command as backup } from './backup.ts'
import { command as compliance } from './compliance.ts'
import { command as copy } from './copy.ts'
import { command as coverage } from './coverage.ts'
import { command as exportTo } from './export.ts'
import { command as importSheet } from './import.ts'
import { command as migrate } from './migrate.ts'
import { command as readValues } from './read-values.ts'
import { command as reseal } from './reseal.ts'
import { command as restore } from './restore.ts'
import { command as template } from './template.ts'
import { command as undo } from './undo.ts'
import { command as user } from './user.ts'
import { command as verify } from './verify.ts'

/** Every command of the command line by name. */
export const commands: Record<string, Command> = {
  backup,
  compliance,
  copy,
  coverage,
  export: exportTo,
  import: importSheet,
  migrate,
  'read-values': readValues,
  reseal,
  restore,
  template,
  undo,
  user,
  verify,
}
