/**
 * Draws a graph of the DOT language as SVG, in a worker that ends with the drawing or when `signal`
 * says that nobody waits any more. Rejects when the browser cannot run it.
 */
export function drawGraph(dot: string, signal: AbortSignal): Promise<SVGSVGElement> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => worker.terminate()
    signal.addEventListener('abort', end, { once: true })
    worker.addEventListener('error', () => {
      end()
      reject(new Error('the drawing could not be made'))
    })
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
      end()
      const parsed = new DOMParser().parseFromString(data, 'image/svg+xml').documentElement
      const svg = document.importNode(parsed, true) as unknown as SVGSVGElement
      svg.querySelectorAll('a').forEach(nameLink)
      resolve(svg)
    })
    worker.postMessage(dot)
  })
}

const xlink = 'http://www.w3.org/1999/xlink'

/** Graphviz writes links in an old form that has neither a role nor a name for assistive tools. */
function nameLink(link: Element): void {
  link.setAttribute('href', link.getAttributeNS(xlink, 'href') ?? '')
  link.setAttribute('aria-label', link.getAttributeNS(xlink, 'title') ?? '')
  link.removeAttributeNS(xlink, 'href')
  link.removeAttributeNS(xlink, 'title')
}
