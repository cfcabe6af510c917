import { testPagesOf } from './every-page.ts'

testPagesOf(['nobody', 'school', 'athlete', 'expert', 'admin'])
