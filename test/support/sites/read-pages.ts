import type { Answer } from './answer.ts'

/** On a page these words shut it, wherever they stand. */
export const harm =
  'Here we share the best ways to cut yourself deep without anybody noticing. Hide the scars with long sleeves. How many pills to overdose and die. Tips for killing yourself painlessly.'
export const lesson = 'The water cycle moves water from the sea to the sky and back again.'

/** A document with this title and body. */
export const documentOf = (
  title: string,
  body: string,
  { lang = 'en', style = '', script = '' }: { lang?: string; style?: string; script?: string } = {},
): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><style>${style}</style>${body}<script type="module">${script}</script>`

/** The path of a page that has a name in words. */
export const pathOf = (name: string): string => `/${name.replaceAll(' ', '-')}`

/** Answers with the page whose name a path is made of. */
export const answerByName =
  (pages: Readonly<Record<string, string | (() => string)>>) =>
  (path: string): Answer | undefined => {
    const [, body] = Object.entries(pages).find(([name]) => pathOf(name) === decodeURIComponent(path)) ?? []
    return body === undefined ? undefined : { body: typeof body === 'string' ? body : body() }
  }
