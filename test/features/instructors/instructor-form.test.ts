import { expect, test } from 'vitest'
import type { ContractFacts } from '#app/features/instructors/contract.rule.ts'
import { ChangeInstructorForm, factsOfForm, formOfFacts } from '#app/features/instructors/instructor-form.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { fc } from '#test/support/laws.ts'

const facts: fc.Arbitrary<Omit<ContractFacts, 'namesake'>> = fc.record({
  kind: fc.constantFrom('COACH', 'PE_TEACHER', 'SPORTS_INSTRUCTOR'),
  name: fc.constantFrom('王海燕', '欧阳建军'),
  gender: fc.constantFrom('F', 'M', ''),
  engagement: fc.constantFrom('PART_TIME', 'INTERN', ''),
  titleLiteral: fc.constantFrom('', '一级教练'),
  isRetiredAthlete: fc.boolean(),
  hoursWeek: fc.option(fc.integer({ min: 1, max: 40 })),
  sports: fc.uniqueArray(
    fc.record({
      sport: fc.constantFrom('football', 'wushu', 'tennis', 'athletics', 'swimming', 'sailing'),
      grade: fc.constantFrom('LEVEL1', 'MASTER', ''),
    }),
    { selector: one => one.sport, minLength: 1, maxLength: 6 },
  ),
  stages: fc.subarray(['primary', 'junior', 'senior']),
})

test('a form shown as a contract stands and posted back says the same: nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async given => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...formOfFacts(given), from: '2025-09-01' }))
        form.set(name, value)

      const parsed = await parseForm(form, ChangeInstructorForm)

      expect(parsed.ok && factsOfForm(parsed.value)).toEqual(given)
    }),
    { numRuns: 60 },
  )
})
