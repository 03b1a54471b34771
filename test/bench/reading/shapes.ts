/** A page shaped like those of the web, made up; `lives` is what goes on in it by itself while it is open. */
export interface Shape {
  readonly name: string
  readonly body: string
  readonly lives?: string
}

const stock = (
  'water cloud river stone summer winter garden window market station teacher library paper bridge island forest ' +
  'morning evening music picture history science number letter village harbour weather journey kitchen football'
).split(' ')

/** Made-up sentences, the same each time. */
function words(count: number, seed: number): string {
  let state = seed * 2_654_435_761 + 1
  const picked: string[] = []
  for (let n = 0; n < count; n++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    picked.push((stock[state % stock.length] ?? '') + (n % 14 === 13 ? '.' : ''))
  }
  return picked.join(' ')
}

const many = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('')
const paragraphs = (count: number, each = 80): string => many(count, (n) => `<p>${words(each, n)}</p>`)
const card = (n: number): string =>
  `<article><img alt="${words(4, n)}" width="90" height="60"><h3><a href="#${n}">${words(6, n)}</a></h3><p>${words(18, n + 7)}</p><span>£${n}.99</span><button aria-label="${words(3, n)}">+</button></article>`
const message = (n: number): string =>
  `<div class="m"><b>${words(1, n)}</b> <time>10:${n % 60}</time><div><span>${words(12, n)}</span></div></div>`
const rows = (count: number): string =>
  `<table>${many(count, (n) => `<tr>${many(8, (m) => `<td>${words(2, n * 8 + m)}</td>`)}</tr>`)}</table>`

const adds = (everyMs: number, html: string): string =>
  `let n = 0; setInterval(() => { const e = document.createElement('div'); e.innerHTML = ${JSON.stringify(html)} + (n++); document.body.append(e) }, ${everyMs})`

/** Twenty shapes of pages. */
export const shapes: readonly Shape[] = [
  { name: 'short page', body: paragraphs(3) },
  { name: 'long article', body: many(30, (n) => `<h2>${words(5, n)}</h2>${paragraphs(10)}`) },
  {
    name: 'encyclopedia',
    body: `${paragraphs(150, 60)}${rows(80)}${many(300, (n) => `<li><a href="#${n}">${words(8, n)}</a></li>`)}`,
  },
  { name: 'news front page', body: many(120, card) },
  { name: 'search results', body: many(30, card) },
  { name: 'shop', body: many(200, card) },
  {
    name: 'video page',
    body: `<video width="640" height="360"></video>${paragraphs(4)}${many(60, message)}${many(40, card)}`,
    lives: 'setInterval(() => { document.title = String(Date.now()) }, 1000)',
  },
  { name: 'chat app', body: many(400, message), lives: adds(800, message(3)) },
  { name: 'infinite feed', body: many(40, card), lives: adds(150, many(4, card)) },
  {
    name: 'AI chat',
    body: `${many(10, message)}<div id="a"></div>`,
    lives: `const w = ${JSON.stringify(words(800, 5))}.split(' '); setInterval(() => { a.textContent += w.shift() + ' ' }, 30)`,
  },
  { name: 'web mail', body: `${rows(60)}${paragraphs(12)}<div contenteditable="true">${words(80, 1)}</div>` },
  { name: 'document editor', body: `<div contenteditable="true">${paragraphs(120)}</div>` },
  {
    name: 'forum thread',
    body: many(
      80,
      (n) => `<section>${message(n)}<blockquote>${words(40, n)}</blockquote>${paragraphs(2)}</section>`,
    ),
  },
  {
    name: 'single-page app',
    body: `<div id="app">${many(60, card)}</div>`,
    lives: `setInterval(() => { history.pushState(null, '', '?' + Date.now()); app.innerHTML = ${JSON.stringify(many(60, card))} }, 2500)`,
  },
  {
    name: 'dashboard',
    body: `${rows(60)}${many(24, (n) => `<b class="v">${n}</b>`)}`,
    lives: `setInterval(() => document.querySelectorAll('.v').forEach((e) => { e.textContent = Math.random().toFixed(3) }), 100)`,
  },
  {
    name: 'game',
    body: '<canvas width="600" height="400"></canvas><p id="s">0</p>',
    lives: `let t = 0; const f = () => { s.textContent = 'Score ' + (t++); requestAnimationFrame(f) }; f()`,
  },
  {
    name: 'map',
    body: `<div>${many(800, (n) => `<div style="position:absolute;left:${n}px">${n % 9 === 0 ? words(2, n) : ''}</div>`)}</div>`,
  },
  { name: 'long table', body: rows(1200) },
  {
    name: 'shadow components',
    body: many(200, (n) => `<x-card data-words="${words(20, n)}"></x-card>`),
    lives: `customElements.define('x-card', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p>' + this.dataset.words + '</p>' } })`,
  },
  {
    name: '100,000 nodes',
    body: many(25_000, (n) => `<div><i>${n % 50 === 0 ? words(10, n) : n}</i></div>`),
  },
]

/** The whole document of a shape. It counts its own tasks that took long, which a browser tells of from 50 ms on. */
export const documentOf = ({ name, body, lives = '' }: Shape): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body>${body}<script>${lives}</script></body></html>`
