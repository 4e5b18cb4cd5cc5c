// Run as a process of its own, to be killed: takes one job and works on it for as long as it lives.
import { writeSync } from 'node:fs'
import { openStore, startJobWorker } from '#kernel'

const [, , url, leaseMilliseconds] = process.argv
if (url === undefined) throw new Error('usage: job-worker URL LEASE_MILLISECONDS')
const store = await openStore({ url })
startJobWorker({
  store,
  clock: () => new Date().toISOString(),
  onFault: (error) => {
    throw error
  },
  leaseMilliseconds: Number(leaseMilliseconds),
  beatMilliseconds: 50,
  handlers: {
    count: async (_input, report) => {
      writeSync(1, 'begun\n')
      for (let done = 0; ; done += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        await report.progress(done, 1_000_000)
      }
    },
  },
})
