import type { Readable } from 'node:stream'
import { z } from 'zod'
import { today } from '#app/calendar-day.ts'
import { placeOfRole } from '#app/features/accounts/account.rule.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { say } from '#app/i18n/text.ts'
import type { Command, CommandInput, ExitCode } from '../command.ts'

const Options = z
  .object({
    login: z.string(),
    role: z.enum(['city', 'unit', 'school', 'applicant', 'expert', 'auditor', 'admin']),
    unit: z.string().optional(),
    school: z.string().optional(),
    name: z.string().optional(),
  })
  .refine(given => placeOfRole(given.role) !== 'unit' || given.unit !== undefined, {
    error: 'role unit needs --unit',
    path: ['unit'],
  })
  .refine(given => placeOfRole(given.role) !== 'school' || given.school !== undefined, {
    error: 'role school needs --school',
    path: ['school'],
  })

/** Creates an account with the password on standard input, or with one that it makes up and prints once. */
export const command: Command = {
  usage: 'user create --login L --role R [--unit CODE] [--school CODE] [--name N]',
  summary: 'create an account; password from standard input, or generated and printed once',
  options: {
    login: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    school: { type: 'string' },
    name: { type: 'string' },
  },
  run: async input => createUser(input, () => pipedLine(process.stdin)),
}

/** As `command`; `readPassword` answers null when none was piped in. */
export async function createUser(
  input: CommandInput,
  readPassword: () => Promise<string | null>,
): Promise<ExitCode> {
  const options = Options.safeParse(input.values)
  if (!options.success || input.positionals.join(' ') !== 'create') {
    input.complain(options.success ? command.usage : z.prettifyError(options.error))
    return 2
  }
  const { login, role, unit, school, name } = options.data
  const password = await readPassword()
  const created = await createAccount(
    input.db,
    { ...input.actor, role: 'admin', unitCode: null },
    { login, role, name: name ?? login, unitCode: unit ?? null, schoolCode: school ?? null, password },
    today(),
  )
  if (!created.ok) {
    input.complain(say('zh-CN', accountsText.refusal[created.refusal]))
    return 3
  }
  const shown = password === null ? { password: created.password } : {}
  input.print(
    input.json
      ? JSON.stringify({ login, role, ...shown })
      : Object.values({ login, role, ...shown }).join('\t'),
  )
  return 0
}

// Many programs that start another leave its input open and silent.
const patienceMs = 2000

/** The first line that is piped in; null from a keyboard, from an empty or from a silent input. */
export function pipedLine(
  input: Readable & { isTTY?: boolean },
  patience = patienceMs,
): Promise<string | null> {
  if (input.isTTY) return Promise.resolve(null)
  return new Promise(resolve => {
    let text = ''
    const finish = () => {
      clearTimeout(silence)
      input.destroy()
      resolve(text.split(/\r?\n/)[0] || null)
    }
    const silence = setTimeout(finish, patience)
    input.on('data', piece => {
      clearTimeout(silence)
      text += piece
      if (text.includes('\n')) finish()
    })
    input.once('end', finish)
    // An input that is not there at all is an empty one.
    input.once('error', finish)
  })
}
