export { loadDemoCity } from './demo/load-demo-city.ts'
