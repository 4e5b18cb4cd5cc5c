// Lays out a graph apart from the page: it takes a moment, and the WebAssembly of the layout needs
// a permission that the page itself does not have.
import { instance } from '@viz-js/viz'

addEventListener('message', ({ data }: MessageEvent<string>) => {
  void instance().then((viz) => postMessage(viz.renderString(data, { format: 'svg' })))
})
