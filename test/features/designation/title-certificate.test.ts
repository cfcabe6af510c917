import { beforeAll, expect, test } from 'vitest'
import { levels } from '#app/features/designation/level.rule.ts'
import {
  type TitleCertificate,
  titleCertificate,
} from '#app/features/designation/title-certificate.server.ts'
import { certificateRefusals } from '#app/features/designation/title-certificate.text.ts'
import { kaiFont } from '#app/pdf/kai-font.server.ts'
import { readPdf } from '#test/pdf/read-pdf.ts'
import { fc } from '#test/support/laws.ts'

const certificate: TitleCertificate = {
  schoolName: '连云港市赣榆区班庄镇古城小学',
  titleName: '连云港市体育传统特色学校',
  sports: ['篮球', '田径'],
  level: 'CITY',
  period: { validFrom: '2026-12-01', validTo: '2030-11-30' },
  organisers: ['连云港市教育局', '连云港市体育局'],
  document: '连教体〔2026〕12号',
  certificateNumber: '连体传市2026-0012',
  day: '2026-11-30',
}

const few = { numRuns: 12 }
/** The hairline of the border, from the edge of the page. */
const border = 35

beforeAll(() => Promise.all([kaiFont('regular'), kaiFont('bold')]))

test('a certificate is one page across that says what was named, by whom, until when and where it is filed', async () => {
  const { text, pages, page, pieces } = await printed(certificate)

  expect(pages).toBe(1)
  expect([Math.round(page.width), Math.round(page.height)]).toEqual([842, 595])
  for (const said of [
    '连云港市赣榆区班庄镇古城小学：',
    '经评审和公示，命名你校为“连云港市体育传统特色学校”。',
    '传统项目：篮球、田径',
    '有效期：自2026年12月1日起至2030年11月30日止',
    '特发此证。',
    '二〇二六年十一月三十日',
    '证书编号：连体传市2026-0012',
    '级别：市级',
    '文号：连教体〔2026〕12号',
  ])
    expect(text).toContain(said)
  const seals = pieces.filter(piece => piece.text === '（印章）')
  const bureaus = pieces.filter(piece => certificate.organisers.includes(piece.text))
  expect(bureaus.map(middle)).toEqual(seals.map(middle))
  expect(new Set(bureaus.map(piece => piece.y)).size).toBe(1)
})

test('it tells a program what it is, who gave it and in which language', async () => {
  const { info, lang } = await printed(certificate)

  expect(lang).toBe('zh-CN')
  expect(info).toMatchObject({
    Title: '连云港市体育传统特色学校证书（连云港市赣榆区班庄镇古城小学）',
    Author: '连云港市教育局、连云港市体育局',
    CreationDate: 'D:20261130040000Z',
    ModDate: 'D:20261130040000Z',
  })
})

test('a title without an end says only from when it holds', async () => {
  const period = { validFrom: '2026-12-01', validTo: '9999-12-31' }
  const { text } = await printed({ ...certificate, period })

  expect(text).toContain('有效期：自2026年12月1日起特发此证。')
  expect(text).not.toContain('9999')
})

test('the same certificate is the same bytes, another one is not', async () => {
  const [one, again] = [await pdfOf(certificate), await pdfOf(structuredClone(certificate))]
  const other = await pdfOf({ ...certificate, certificateNumber: '连体传市2026-0013' })

  expect(again.equals(one)).toBe(true)
  expect(other.equals(one)).toBe(false)
})

test('every character of a name comes back, and nothing stands beyond the border', async () => {
  const name = (most: number) =>
    fc
      .array(fc.constantFrom(...'灌赣榆堰圩垛朐垞海州东辛第一二中小学实验（）·ABC12'), {
        minLength: 2,
        maxLength: most,
      })
      .map(characters => characters.join(''))
  const given = fc.record({
    schoolName: name(60),
    titleName: name(30),
    sports: fc.array(name(10), { minLength: 1, maxLength: 3 }),
    organisers: fc.array(name(22), { minLength: 1, maxLength: 3 }),
    level: fc.constantFrom(...levels),
  })
  await fc.assert(
    fc.asyncProperty(given, async names => {
      const { text, pieces, page } = await printed({ ...certificate, ...names })

      for (const one of [`${names.schoolName}：`, `“${names.titleName}”`, names.sports.join('、')])
        expect(text).toContain(one)
      // Bureaus stand side by side: their lines are read across, so only which characters they have is compared.
      const bureaus = pieces.filter(({ y, text }) => y > 160 && y < 215 && text !== '（印章）')
      expect(sorted(bureaus.map(piece => piece.text).join(''))).toEqual(sorted(names.organisers.join('')))
      for (const piece of pieces) {
        expect(piece.x).toBeGreaterThan(border)
        expect(piece.x + piece.width).toBeLessThan(page.width - border)
        expect(piece.y).toBeGreaterThan(border)
        expect(piece.y + piece.height).toBeLessThan(page.height - border)
      }
    }),
    few,
  )
})

test('a character that the font has not is told, never printed as a box', async () => {
  for (const wrong of [
    { schoolName: '连云港市𡐙庄小学' },
    { sports: ['篮球', '𡐙'] },
    { organisers: ['连云港市教育局', '𡐙局'] },
    { document: '连教体〔2026〕𡐙号' },
  ])
    expect(await titleCertificate({ ...certificate, ...wrong })).toEqual({
      ok: false,
      refusal: 'no-glyph',
      characters: '𡐙',
    })
})

test('what cannot be read at any size is refused, not cut', async () => {
  for (const wrong of [
    { schoolName: '长'.repeat(400) },
    { organisers: ['长'.repeat(400)] },
    { certificateNumber: '9'.repeat(400) },
  ])
    expect(await titleCertificate({ ...certificate, ...wrong })).toMatchObject({
      ok: false,
      refusal: 'no-room',
    })
})

test('each refusal is worded in both languages', () => {
  for (const words of Object.values(certificateRefusals))
    for (const locale of ['zh-CN', 'en'] as const)
      expect(words[locale]({ characters: '𡐙' }).length).toBeGreaterThan(10)
})

async function pdfOf(given: TitleCertificate): Promise<Buffer> {
  const result = await titleCertificate(given)
  if (!result.ok) throw new Error(`${result.refusal} ${result.characters}`)
  return result.pdf
}

async function printed(given: TitleCertificate) {
  return readPdf(await pdfOf(given))
}

function middle({ x, width }: { x: number; width: number }): number {
  return Math.round(x + width / 2)
}

function sorted(text: string): string[] {
  return [...text].sort()
}
