import type { Stage } from '#db/tables.ts'

/** How a type of school stands to the 5621 plan: by each stage it runs, by its host or parent, or not unless decided. */
type PlanStanding = 'counts' | 'to-parent' | 'by-decision' | 'no'

export interface SchoolType {
  /** Three digits of GB/T 33782-2017, table 4. */
  code: string
  name: string
  nameEn: string
  /** The stages that a new school of the type runs unless something else is said. */
  stages: readonly Stage[]
  standing: PlanStanding
}

/** 办学类型 by GB/T 33782-2017 table 4, as far as they run school stages. */
export const schoolTypes: readonly SchoolType[] = [
  type('111', '幼儿园', 'Kindergarten', [], 'no'),
  type('211', '小学', 'Primary school', ['primary'], 'counts'),
  type('218', '小学教学点', 'Primary teaching point', ['primary'], 'to-parent'),
  type('219', '附设小学班', 'Attached primary classes', ['primary'], 'to-parent'),
  type('311', '初级中学', 'Junior secondary school', ['junior'], 'counts'),
  type('312', '九年一贯制学校', 'Nine-year school', ['primary', 'junior'], 'counts'),
  type('319', '附设普通初中班', 'Attached junior classes', ['junior'], 'to-parent'),
  type('321', '职业初中', 'Vocational junior school', ['junior'], 'counts'),
  type('341', '完全中学', 'Full secondary school', ['junior', 'senior'], 'counts'),
  type('342', '高级中学', 'Senior secondary school', ['senior'], 'counts'),
  type('345', '十二年一贯制学校', 'Twelve-year school', ['primary', 'junior', 'senior'], 'counts'),
  type('349', '附设普通高中班', 'Attached senior classes', ['senior'], 'to-parent'),
  type('361', '调整后中等职业学校', 'Reorganised vocational school', ['senior'], 'by-decision'),
  type('362', '中等技术学校', 'Secondary technical school', ['senior'], 'by-decision'),
  type('363', '中等师范学校', 'Secondary normal school', ['senior'], 'by-decision'),
  type('364', '成人中等专业学校', 'Adult secondary school', ['senior'], 'by-decision'),
  type('365', '职业高中学校', 'Vocational senior school', ['senior'], 'by-decision'),
  type('366', '技工学校', 'Skilled workers school', ['senior'], 'by-decision'),
  type('371', '专门学校', 'Special correctional school', ['junior'], 'no'),
  type('511', '盲人学校', 'School for the blind', ['primary', 'junior'], 'no'),
  type('512', '聋人学校', 'School for the deaf', ['primary', 'junior'], 'no'),
  type('513', '培智学校', 'School for the intellectually disabled', ['primary', 'junior'], 'no'),
  type('514', '其他特殊教育学校', 'Other special school', ['primary', 'junior'], 'no'),
]

/** Further names under which types stand in files. */
const otherNames: Record<string, readonly string[]> = {
  '211': ['普通小学', '完全小学', '完小'],
  '218': ['教学点'],
  '311': ['初中', '普通初中', '初中学校'],
  '312': ['九年一贯制', '九年制学校', '九年一贯'],
  '341': ['完中', '完全高中'],
  '342': ['高中', '普通高中', '高级中学校'],
  '345': ['十二年一贯制', '十二年制学校', '十二年一贯'],
  '361': ['中等职业学校', '中职', '职业学校'],
  '362': ['中等技术', '中专', '中等专业学校'],
  '363': ['中等师范'],
  '364': ['成人中专'],
  '365': ['职业高中', '职高'],
  '366': ['技校'],
  '371': ['工读学校', '工读(专门)学校'],
  '511': ['盲校'],
  '512': ['聋校'],
  '513': ['培智(弱智)学校', '弱智学校'],
  '514': ['特殊教育学校'],
}

export function findSchoolType(code: string): SchoolType | undefined {
  return schoolTypes.find(one => one.code === code)
}

/** Code, proper name and further names of each type, the proper name first. */
export function namesOfSchoolType(code: string): string[] {
  const found = findSchoolType(code)
  return found === undefined ? [] : [found.name, found.code, ...(otherNames[code] ?? [])]
}

/** The first two digits of the 标识码 that a school of the type would get; null where none is laid down. */
export function codeClassOf(type: string): string | null {
  return /^(2|3[1-7]|51)/.test(type) ? (type.startsWith('2') ? '21' : type.slice(0, 2)) : null
}

function type(
  code: string,
  name: string,
  nameEn: string,
  stages: readonly Stage[],
  standing: PlanStanding,
): SchoolType {
  return { code, name, nameEn, stages, standing }
}
