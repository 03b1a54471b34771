import type { ReportKind } from '#shared/domain/report.ts'

interface Site {
  readonly url: string
  readonly title: string
}

/** What a class opens in an ordinary lesson. */
export const lessonSites: readonly Site[] = [
  { url: 'https://www.bbc.co.uk/bitesize/guides/zs4h6sg/revision/1', title: 'Photosynthesis - BBC Bitesize' },
  { url: 'https://senecalearning.com/en-GB/blog/gcse-biology-revision/', title: 'Biology revision - Seneca' },
  { url: 'https://www.khanacademy.org/science/biology', title: 'Biology library - Khan Academy' },
  { url: 'https://en.wikipedia.org/wiki/Photosynthesis', title: 'Photosynthesis - Wikipedia' },
  {
    url: 'https://docs.google.com/document/d/lapwing-demo/edit',
    title: 'Leaf experiment write-up - Google Docs',
  },
  { url: 'https://classroom.google.com/', title: 'Classwork for 8B Science' },
  { url: 'https://www.britannica.com/science/chloroplast', title: 'Chloroplast - Britannica' },
  { url: 'https://corbettmaths.com/contents/', title: 'Videos and worksheets - Corbettmaths' },
  { url: 'https://www.nationalgeographic.com/science/', title: 'Science - National Geographic' },
  {
    url: 'https://www.google.com/search?q=how+do+leaves+make+sugar',
    title: 'how do leaves make sugar - Google Search',
  },
]

/** What some of them try instead. */
export const distractions: readonly Site[] = [
  { url: 'https://poki.com/en/g/subway-surfers', title: 'Subway Surfers - Poki' },
  { url: 'https://www.youtube.com/watch?v=lapwing-demo', title: 'Funny cats - YouTube' },
  { url: 'https://www.tiktok.com/foryou', title: 'For you - TikTok' },
  { url: 'https://www.roblox.com/games', title: 'Charts - Roblox' },
  { url: 'https://www.rightmove.co.uk/', title: 'Rightmove' },
  { url: 'https://www.childline.org.uk/', title: 'Childline' },
]

/** Moments that an adult should see: one a minute over a whole demonstration. */
export type WorryingMoment =
  | { readonly kind: 'visit'; readonly url: string }
  | {
      readonly kind: 'report'
      readonly report: ReportKind
      readonly words: string
      readonly url: string | null
    }
  | { readonly kind: 'request'; readonly url: string; readonly words: string }

export const worryingMoments: readonly WorryingMoment[] = [
  { kind: 'visit', url: 'https://www.google.com/search?q=how+to+self+harm' },
  { kind: 'request', url: 'https://www.roblox.com/create', words: 'It is for our coding project' },
  { kind: 'report', report: 'accident', words: '', url: 'https://www.bet365.com/' },
  { kind: 'visit', url: 'https://www.bet365.com/' },
  {
    kind: 'report',
    report: 'upset',
    words: 'Somebody posted a picture of me and people are laughing',
    url: null,
  },
  { kind: 'visit', url: 'https://www.google.com/search?q=how+to+bypass+school+filter' },
  {
    kind: 'report',
    report: 'wrong-block',
    words: 'I need this page for history',
    url: 'https://www.reddit.com/r/AskHistorians/',
  },
  { kind: 'visit', url: 'https://www.google.com/search?q=i+want+to+kill+myself' },
  {
    kind: 'request',
    url: 'https://www.youtube.com/watch?v=lapwing-demo',
    words: 'Miss said to watch the video on leaves',
  },
  { kind: 'visit', url: 'https://www.croxyproxy.com/' },
  {
    kind: 'report',
    report: 'worried-about-someone',
    words: 'My friend said she is not eating anything',
    url: null,
  },
]

const titles = new Map([...lessonSites, ...distractions].map(({ url, title }) => [url, title]))

/** The title a page of the demonstration has; null for all others. */
export const titleOf = (url: string): string | null => titles.get(url) ?? null
