import ExcelJS from 'exceljs'

/** A workbook with its styles and notes, as another program than ours reads it. */
export async function openedByExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never)
  return workbook
}
