import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Day } from '../calendar-day.ts'
import { kaiFont, type Weight } from './kai-font.server.ts'

export type PdfDocument = PDFKit.PDFDocument

export interface Paper {
  title: string
  author: string
  /** The day on which the paper is signed: the same paper is the same bytes, whenever it is made. */
  day: Day
}

/** An A4 page across, in Chinese, whose text is set with `setFont`; it has no margins: whoever draws places everything. */
export async function openLandscape({ title, author, day }: Paper): Promise<PdfDocument> {
  const [regular, bold] = await Promise.all([kaiFont('regular'), kaiFont('bold')])
  // Noon: the same day for a reader in any time zone near.
  const signedAt = new Date(`${day}T12:00:00+08:00`)
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    font: '', // None of the built-in fonts: they know no Chinese.
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Producer: 'sports-5621',
      Creator: 'sports-5621',
      CreationDate: signedAt,
      ModDate: signedAt,
    },
  })
  document.registerFont('regular' satisfies Weight, regular)
  document.registerFont('bold' satisfies Weight, bold)
  return document
}

export function setFont(document: PdfDocument, weight: Weight, size: number, colour: string): PdfDocument {
  return document.font(weight).fontSize(size).fillColor(colour)
}

/** Closes the document; nothing can be drawn any more. */
export async function bytesOf(document: PdfDocument): Promise<Buffer> {
  document.end()
  return buffer(document)
}
