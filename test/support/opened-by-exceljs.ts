import ExcelJS from 'exceljs'

/**
 * A workbook with its styles and notes, as another program than ours reads it; without its lists, which exceljs would
 * spread over each of a million cells of a column.
 */
export async function openedByExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as never, { ignoreNodes: ['dataValidations'] })
  return workbook
}
