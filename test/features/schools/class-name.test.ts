import { expect, test } from 'vitest'
import { classKeyOf, className, gradeName, gradeOfClass } from '#app/features/schools/class-name.rule.ts'

test('a class is called by its grade of the school year', () => {
  expect(className({ stage: 'primary', entryYear: 2023, classNo: 2 }, 2025)).toBe('三(2)班')
  expect(className({ stage: 'primary', entryYear: 2023, classNo: 2 }, 2026)).toBe('四(2)班')
  expect(className({ stage: 'junior', entryYear: 2025, classNo: 1 }, 2025)).toBe('七(1)班')
  expect(className({ stage: 'senior', entryYear: 2025, classNo: 5 }, 2025)).toBe('高一(5)班')
  expect(classKeyOf({ stage: 'primary', entryYear: 2023, classNo: 2 }, 2025)).toBe('G3#2')
  expect(gradeName(3)).toBe('三年级')
  expect(gradeName(10)).toBe('高一')
})

test('before it entered and after it left the stage, a class keeps its official name', () => {
  expect(gradeOfClass('primary', 2019, 2025)).toBeNull()
  expect(gradeOfClass('junior', 2026, 2025)).toBeNull()
  expect(className({ stage: 'primary', entryYear: 2019, classNo: 2 }, 2025)).toBe('小学2019级2班')
  expect(classKeyOf({ stage: 'primary', entryYear: 2019, classNo: 2 }, 2025)).toBeNull()
})
