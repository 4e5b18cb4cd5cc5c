import type { Program } from '#rules'
import { programById } from '#programs'
import { useParams } from 'wouter'

/** The program that the address names, if there is one. */
export function useAddressedProgram(): Program | undefined {
  const { program } = useParams<{ program: string }>()
  return programById(program ?? '')
}
