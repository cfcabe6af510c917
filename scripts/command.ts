import type { ParseArgsConfig } from 'node:util'
import type { Db } from '#db/tables.ts'

/** What the command line hands to a command. */
export interface CommandInput {
  db: Db
  /** Options as parsed by node:util's parseArgs from the command's own `options`. */
  values: Record<string, string | boolean | undefined>
  positionals: string[]
  /** With --json the command prints exactly one JSON document and nothing else. */
  json: boolean
  /** Prints a line on standard output. */
  print: (line: string) => void
  /** Prints a line on standard error. */
  complain: (line: string) => void
  /** Who is audited: --as <login>, else the operating-system user. */
  actor: { id: string | null; name: string }
}

/**
 * 0 done, 2 wrong usage, 3 refused (bad input, nothing changed); 1 a fault that the command has told of itself, as any
 * that is thrown becomes 1.
 */
export type ExitCode = 0 | 1 | 2 | 3

/** One command of `npm run -s cli -- <name> …`. */
export interface Command {
  /** 'coverage [--unit CODE] [--as-of D]' */
  usage: string
  /** One line on what it does. */
  summary: string
  options: NonNullable<ParseArgsConfig['options']>
  /** False where the command does without a migrated database. */
  needsSchema?: boolean
  run: (input: CommandInput) => Promise<ExitCode>
}
