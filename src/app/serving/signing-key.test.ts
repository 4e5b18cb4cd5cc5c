import { verifierKeyOf } from '#kernel'
import { describe, expect, it } from 'vitest'
import { signerOf, signingKeyText } from './signing-key.ts'

const seed = Uint8Array.from({ length: 32 }, (_, index) => index)

describe('signing keys', () => {
  it('come back from their text', () => {
    const text = signingKeyText('log.example/record', seed)
    const signer = signerOf(`${text}\n`)
    expect(signer && verifierKeyOf(signer)).toMatch(/^log\.example\/record\+[0-9a-f]{8}\+/)
    expect(signer?.name).toBe('log.example/record')
  })

  it('are read as other tools of signed notes write them', () => {
    // The key of the package documentation of golang.org/x/mod/sumdb/note.
    const text = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
    const signer = signerOf(text)
    expect(signer && verifierKeyOf(signer)).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )
  })

  it.each([
    ['', 'nothing'],
    ['PRIVATE+KEY+a', 'a part'],
    [signingKeyText('a', seed).replace('+a+', '+b+'), 'another name'],
    [signingKeyText('a', seed).slice(0, -4), 'a cut key'],
    ['00'.repeat(32), 'a bare seed'],
  ])('%s is refused (%s)', (text) => {
    expect(signerOf(text)).toBeUndefined()
  })
})
