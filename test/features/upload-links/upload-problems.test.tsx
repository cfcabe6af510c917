import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { UploadProblems } from '#app/features/upload-links/upload-problems.tsx'

const problem = {
  ...{ sheet: '台账', cell: 'D7', header: '时长(分钟)', raw: '300' },
  ...{ reading: 'ask' as const, message: '时间偏长，请核对分钟数' },
}

test('what may be meant is offered, but not what stands there already', () => {
  const shown = (candidates: string[]) =>
    renderToStaticMarkup(<UploadProblems problems={[{ ...problem, candidates }]} count={1} />)

  expect(shown(['30', '300'])).toContain('可能是：30')
  expect(shown(['30', '300'])).not.toContain('30 / 300')
  expect(shown(['300'])).not.toContain('可能是')
})
