import { dirname, join } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'false', 'true'])
  .transform(value => value === '1' || value === 'true')
  .optional()
const minutes = z.coerce.number().int().min(1).max(1440)

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file|sqlite|mysql|mariadb):/)
    .default('file:./data/sports.db'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on; all of them when absent. */
  HOST: z.string().optional(),
  /** How browsers reach the site, e.g. https://sports.example.cn; derived from each request when absent. */
  ORIGIN: z
    .url()
    .transform(url => new URL(url).origin)
    .optional(),
  /** Whether cookies are bound to HTTPS; by default exactly when ORIGIN is https. */
  COOKIE_SECURE: flag,
  /** Express' "trust proxy": 1, loopback, or a list of addresses. Nobody is trusted when absent. */
  TRUST_PROXY: z.string().optional(),
  SESSION_IDLE_MINUTES: minutes.default(30),
  ADMIN_IDLE_MINUTES: minutes.default(15),
  SESSION_HOURS: z.coerce.number().min(1).max(24).default(12),
  /** Keys of ID numbers, phone numbers and documents, `k2:<32 bytes in base64>,k1:…`, newest first. */
  DATA_KEYS: z.string().optional(),
  /** Key of the digests under which they are found, 32 bytes in base64; it stays when DATA_KEYS are rotated. */
  LOOKUP_KEY: z.string().optional(),
  /** Where the keys stand when the environment has none; made when it is first needed. */
  DATA_KEY_FILE: z.string().default('./data/data-keys.json'),
  /** The SMS gateway: takes a POST of {"to","text"} with SMS_KEY as bearer. */
  SMS_URL: z.url().optional(),
  SMS_KEY: z.string().optional(),
  /** The mail server, smtp://user:password@host:587 or smtps://…, and the sender of its mails. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:/)
    .optional(),
  MAIL_FROM: z.string().default('noreply@localhost'),
  /** For trying the system out without gateways: verification codes are shown on the page. Never in real use. */
  SHOW_CODES: flag,
  /** Where uploaded files stand; beside the database file, otherwise ./data/files, when absent. */
  FILES_DIR: z.string().optional(),
  /** The virus scanner that looks at uploads, tcp://host:port of a clamd; they are not scanned when absent. */
  CLAMD_URL: z
    .string()
    .regex(/^tcp:\/\/[^/]+:\d+$/)
    .optional(),
  METRICS_TOKEN: z.string().min(8).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = ReturnType<typeof configOf>

/** The environment, checked once; an empty value counts as absent. Throws naming every variable that is wrong. */
export function configOf(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new Error(`The environment is wrong:\n${z.prettifyError(parsed.error)}`)
  const { COOKIE_SECURE, FILES_DIR, ...values } = parsed.data
  return {
    ...values,
    COOKIE_SECURE: COOKIE_SECURE ?? values.ORIGIN?.startsWith('https:') ?? false,
    FILES_DIR: FILES_DIR ?? besideDatabase(values.DATABASE_URL),
  }
}

function besideDatabase(url: string): string {
  const [, file] = /^(?:file|sqlite):(?:\/\/)?([^?:]+)/.exec(url) ?? []
  return file === undefined ? './data/files' : join(dirname(file), 'files')
}

export const config: Config = configOf(process.env)
