/** Captions without full stops are said after so much. */
const longestLine = 120
/** And one after which no other comes is said after so long. */
const longestWaitMs = 5000

/**
 * Makes what says the captions of videos as they are shown, by sentences, for a caption is but a part of one; for each root it is given.
 * A track that a page draws by itself counts, too; one that is off does not.
 */
export function createCaptions(say: (words: string) => void): (root: Document | ShadowRoot) => void {
  let line = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(timer)
    say(line)
    line = ''
  }
  const shown = ({ target }: Event): void => {
    // Its letters may be coloured and its speaker named.
    for (const cue of (target as TextTrack).activeCues ?? [])
      if ('text' in cue) line += ` ${String(cue.text).replace(/<[^>]*>/g, '')}`
    clearTimeout(timer)
    if (line.length > longestLine || /[.!?…]["'”’)\]]*\s*$/.test(line)) end()
    else timer = setTimeout(end, longestWaitMs)
  }
  // The same listener twice is one.
  const hear = (track: TextTrack | null): void => track?.addEventListener('cuechange', shown)
  const added = ({ track }: TrackEvent): void => hear(track)
  const follow = ({ textTracks }: HTMLVideoElement): void => {
    for (const track of textTracks ?? []) hear(track)
    textTracks?.addEventListener('addtrack', added)
  }
  const playing = ({ target }: Event): void => follow(target as HTMLVideoElement)
  return (root) => {
    root.addEventListener('playing', playing, true)
    root.addEventListener('pause', end, true)
    root.addEventListener('emptied', end, true)
    for (const video of root.querySelectorAll('video')) follow(video)
  }
}
