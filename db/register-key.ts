import { aliasKey } from './alias-key.ts'

/** Place, name, namesake and first day as one text: what is unique in the register of instructors. */
export function registerKey(of: {
  school_id: string | null
  unit_code: string
  name: string
  namesake: number
  valid_from: string
}): string {
  return [of.school_id ?? of.unit_code, aliasKey(of.name), of.namesake, of.valid_from].join(' ')
}
