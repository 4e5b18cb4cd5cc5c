import { SolverThread } from './thread.ts'

/** Z3 in a thread: commands of SMT-LIB in, its answers out; assertions stay until they are popped. */
export class Z3 extends SolverThread {
  constructor() {
    super({ name: 'z3', source: program, library: 'z3-solver' })
  }
}

/**
 * What runs in the thread of a solver, as plain JavaScript: texts in, Z3's answers out, one at a
 * time. It is text, so that the same works from sources, from one built file and under tests; the
 * path of the library is handed over, since a thread started from text has no place of its own.
 *
 * The library's own binding of this call leaves the text on a stack that may be reused before the
 * solver's thread has read it (garbled commands under load), so the text is put on the heap here.
 */
const program = `
'use strict'
const { parentPort, workerData } = require('node:worker_threads')
const start = async () => {
  const { Z3, em } = await require(workerData.library).init()
  Z3.global_param_set('memory_max_size', String(workerData.memoryMegabytes))
  const config = Z3.mk_config()
  const context = Z3.mk_context(config)
  Z3.del_config(config)
  const call = 'async_Z3_eval_smtlib2_string'
  const evaluate = (at) => em.ccall(call, 'void', ['number', 'number'], [context, at])
  parentPort.on('message', async ({ id, text }) => {
    const bytes = Buffer.from(text + '\\0')
    const at = em._malloc(bytes.length)
    try {
      // Any call that gives text renews the view of a memory that may have grown.
      Z3.get_full_version()
      em.HEAPU8.set(bytes, at)
      parentPort.postMessage({ id, answer: await em.async_call(() => evaluate(at)) })
    } catch (error) {
      parentPort.postMessage({ id, fault: String(error && error.message) })
    } finally {
      em._free(at)
    }
  })
  parentPort.postMessage({ version: Z3.get_full_version().split(' ')[1] })
}
start().catch((error) => parentPort.postMessage({ fault: String(error && error.message) }))
`
