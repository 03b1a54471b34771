import { createHash, randomBytes } from 'node:crypto'

/** A new opaque secret of 256 bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: its SHA-256, lower-case hexadecimal. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')
