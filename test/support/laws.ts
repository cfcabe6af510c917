import fc from 'fast-check'

// The same cases on every run: a law that breaks must break for everybody. FC_SEED looks for new ones.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 5621) })

export { fc }
