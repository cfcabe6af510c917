import { type Day, openEnd } from '#app/calendar-day.ts'
import { drawFrame } from '#app/pdf/draw-frame.server.ts'
import { fittingSize, setFitted, setText } from '#app/pdf/fit-text.server.ts'
import { withoutGlyph } from '#app/pdf/kai-font.server.ts'
import { bytesOf, openLandscape, type PdfDocument } from '#app/pdf/open-document.server.ts'
import type { DesignationLevel } from '#db/tables.ts'
import { certificatePaper as paper } from './certificate-paper.text.ts'
import { chineseDay } from './chinese-day.rule.ts'
import { levelWords } from './level.text.ts'

export interface TitleCertificate {
  schoolName: string
  /** The title by its full name: 连云港市体育传统特色学校. */
  titleName: string
  sports: readonly string[]
  level: DesignationLevel
  period: { validFrom: Day; validTo: Day }
  /** The bureaus that name and seal, from left to right. */
  organisers: readonly string[]
  /** 文号 */
  document: string
  certificateNumber: string
  day: Day
}

export type CertificateRefusal = 'no-glyph' | 'no-room'

export type CertificateResult =
  | { ok: true; pdf: Buffer }
  | { ok: false; refusal: CertificateRefusal; characters: string }

const ink = '#1f1b16'
const pale = '#8a8378'
const red = '#a8201a'
const gold = '#9a7420'

/** The certificate on one A4 page; the same certificate is the same bytes. What cannot be printed right is not printed. */
export async function titleCertificate(certificate: TitleCertificate): Promise<CertificateResult> {
  const texts = textsOf(certificate)
  const missing = await withoutGlyph(Object.values(texts).flat().join(''))
  if (missing.length > 0) return { ok: false, refusal: 'no-glyph', characters: missing.join('') }
  const document = await openLandscape({
    title: texts.title,
    author: certificate.organisers.join(paper.between),
    day: certificate.day,
  })
  drawFrame(document, { margin: 26, colour: gold })
  const fits = [drawBody(document, texts), drawSeals(document, texts), drawFoot(document, texts)]
  const pdf = await bytesOf(document)
  return fits.every(Boolean) ? { ok: true, pdf } : { ok: false, refusal: 'no-room', characters: '' }
}

type Texts = ReturnType<typeof textsOf>

function textsOf(certificate: TitleCertificate) {
  const { schoolName, titleName, sports, level, period, organisers } = certificate
  return {
    title: paper.documentTitle(schoolName, titleName),
    school: paper.school(schoolName),
    body: [
      paper.named(titleName),
      paper.sports(sports.join(paper.between)),
      paper.period(inWords(period.validFrom), period.validTo === openEnd ? null : inWords(period.validTo)),
      paper.issued,
    ],
    organisers: [...organisers],
    signed: chineseDay(certificate.day),
    foot: [
      paper.number(certificate.certificateNumber),
      paper.level(levelWords[level]['zh-CN']),
      paper.document(certificate.document),
    ],
  }
}

function inWords(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return paper.day({ year, month, date })
}

const left = 104
const width = 842 - 2 * left

function drawBody(document: PdfDocument, { school, body }: Texts): boolean {
  const heading = { weight: 'bold', colour: red, size: 62, align: 'center' } as const
  setText(document, paper.heading, { x: left, y: 66, width, height: 90 }, heading)
  const addressed = { weight: 'bold', colour: ink, size: 26, leastSize: 14, place: 'middle' } as const
  const isAddressed = setFitted(document, school, { x: left, y: 156, width, height: 44 }, addressed)
  const look = { weight: 'regular', colour: ink, size: 21, leastSize: 12, lineGap: 0.5, indent: 2 } as const
  const isNamed = setFitted(document, body.join('\n'), { x: left, y: 206, width, height: 164 }, look)
  return isAddressed && isNamed
}

/** A seal is 42 mm wide and stands over the name of who sealed: nothing else is near. */
function drawSeals(document: PdfDocument, { organisers, signed }: Texts): boolean {
  const column = width / Math.max(organisers.length, 1)
  const box = { width: column - 16, height: 40 }
  const look = { weight: 'regular', colour: ink, size: 19, align: 'center', place: 'middle' } as const
  const sizes = organisers.map(one => fittingSize(document, one, box, { ...look, leastSize: 9 }))
  if (sizes.includes(null)) return false
  const size = Math.min(...sizes.map(one => one ?? look.size), look.size)
  organisers.forEach((organiser, at) => {
    const x = left + at * column + 8
    setText(document, organiser, { ...box, x, y: 388 }, { ...look, size })
    setText(document, paper.seal, { ...box, x, y: 418 }, { ...look, size: 12, colour: pale })
  })
  setText(document, signed, { x: left, y: 465, width, height: 28 }, look)
  return true
}

function drawFoot(document: PdfDocument, { foot }: Texts): boolean {
  const column = width / foot.length
  const aligns = ['left', 'center', 'right'] as const
  const look = { weight: 'regular', colour: ink, size: 12.5, leastSize: 8, place: 'middle' } as const
  return foot
    .map((text, at) => {
      const box = { x: left + at * column, y: 506, width: column, height: 32 }
      return setFitted(document, text, box, { ...look, align: aligns[at] ?? 'left' })
    })
    .every(Boolean)
}
