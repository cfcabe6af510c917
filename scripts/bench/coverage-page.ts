import { cityPage } from './city-page.ts'
import type { BenchPlace, Figure } from './figure.ts'

/** The city's coverage page. */
export function coveragePage(place: BenchPlace): Promise<Figure> {
  return cityPage(place, { name: 'coverage-page', path: '/coverage' })
}
