import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

/** A self-signed certificate and what a browser needs to accept it for every name: the hash of its key. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  /** Base64 SHA-256 of the public key (SPKI, DER). */
  readonly spki: string
}

/** Made anew for each run, so no key lies in the repository. */
export const makeCertificate = async (): Promise<Certificate> => {
  const made = await generate([{ name: 'commonName', value: 'test sites' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  })
  const key = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' })
  return { key: made.private, cert: made.cert, spki: createHash('sha256').update(key).digest('base64') }
}
