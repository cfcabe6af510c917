import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What LibreOffice makes of workbooks that it opens and saves, all in one start of it. */
export async function savedByLibreOffice(...given: Uint8Array[]): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'saved-by-libreoffice-'))
  try {
    const files = given.map((_, at) => `${at}.xlsx`)
    for (const [at, file] of files.entries()) await writeFile(join(folder, file), given[at]!)
    const target = join(folder, 'saved')
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      ...['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', target],
      ...files.map(file => join(folder, file)),
    ])
    return await Promise.all(files.map(async file => new Uint8Array(await readFile(join(target, file)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
