/** A step that fills its buffer for the rows at hand, or for their words of 32 bits. */
export type Kernel = (rows: number, words: number) => void
export type Bits = Int32Array
export type Numbers = Float64Array
