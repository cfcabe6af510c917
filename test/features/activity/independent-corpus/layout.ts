import type { Clerk } from './clerk.ts'
import type { Diary, Fact } from './diary.ts'
import type { Content, Page } from './pages.ts'

/** How one kind of school lays out its workbook. */
export type Layout = (diary: Diary, clerk: Clerk) => Page[]

export const school = '东海县试验小学'
export const footer = '填表人：王芳    审核人：李建国    联系电话：0518-87210000    校长签字：'

export const sumOf = (facts: Fact[]) =>
  facts.reduce((sum, { minutes }) => sum + (typeof minutes === 'number' ? minutes : 0), 0)

export function putRow(sheet: Page, row: number, cells: Content[]): void {
  cells.forEach((content, column) => void (content !== null && sheet.put(row, column, content)))
}
