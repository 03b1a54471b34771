import { fileURLToPath } from 'node:url'

/** Where the text model lies that every device has in its package. */
export const packagedModelFile = fileURLToPath(
  new URL('../../../shared/classify/text/text.model', import.meta.url),
)
