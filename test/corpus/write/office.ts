import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What LibreOffice makes of a workbook: its own .xlsx, .xls, page or text, or .xlsx by way of its own .ods. */
export type Office = 'xlsx' | 'xls' | 'html' | 'csv-gb18030' | 'ods-xlsx'

const steps: Record<Office, [filter: string, ending: string][]> = {
  xlsx: [['xlsx', 'xlsx']],
  xls: [['xls', 'xls']],
  html: [['html', 'html']],
  // Comma, double quotes, GB18030 (85 in LibreOffice's list of encodings).
  'csv-gb18030': [['csv:Text - txt - csv (StarCalc):44,34,85', 'csv']],
  'ods-xlsx': [
    ['ods', 'ods'],
    ['xlsx', 'xlsx'],
  ],
}

/** Saves many workbooks anew in few runs of LibreOffice, which takes seconds to start. */
export function resave(books: readonly { bytes: Uint8Array; office: Office }[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    let files = books.map(({ bytes, office }, index) => {
      const path = join(folder, `${index}.xlsx`)
      writeFileSync(path, bytes)
      return { path, left: [...steps[office]] }
    })
    for (let round = 0; files.some(({ left }) => left.length > 0); round += 1) {
      const filters = new Set(files.flatMap(({ left }) => left[0]?.[0] ?? []))
      for (const filter of filters) {
        const group = files.filter(({ left }) => left[0]?.[0] === filter)
        const out = join(folder, `${round}-${[...filters].indexOf(filter)}`)
        mkdirSync(out)
        convert(
          filter,
          out,
          folder,
          group.map(({ path }) => path),
        )
        const ending = group[0]!.left[0]![1]
        files = files.map(file =>
          group.includes(file)
            ? {
                path: join(out, `${file.path.split('/').at(-1)!.split('.')[0]}.${ending}`),
                left: file.left.slice(1),
              }
            : file,
        )
      }
    }
    return files.map(({ path }) => new Uint8Array(readFileSync(path)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function convert(filter: string, out: string, folder: string, paths: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, ...paths], {
    stdio: 'ignore',
    timeout: 300_000,
  })
}
