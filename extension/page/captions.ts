/** Says the captions of videos as they are shown. */
export function followCaptions(document: Document, say: (words: string) => void): void {
  const shown = ({ target }: Event): void => {
    for (const cue of (target as TextTrack).activeCues ?? []) if ('text' in cue) say(String(cue.text))
  }
  const playing = ({ target }: Event): void => {
    // The same listener twice is one.
    for (const track of (target as HTMLVideoElement).textTracks ?? [])
      track.addEventListener('cuechange', shown)
  }
  document.addEventListener('playing', playing, true)
}
