// Loaded before the server (node --import): its clock runs from CLOCK_STARTS_AT on, so that flows know which day it is.
const shift = Date.parse(process.env.CLOCK_STARTS_AT ?? '') - Date.now()

if (!Number.isNaN(shift)) {
  globalThis.Date = new Proxy(Date, {
    construct: (RealDate, given, asked) =>
      Reflect.construct(RealDate, given.length === 0 ? [RealDate.now() + shift] : given, asked),
    get: (RealDate, key) => (key === 'now' ? () => RealDate.now() + shift : Reflect.get(RealDate, key)),
  })
}
