import { inTime } from './in-time.ts'
import { pasteInto } from './pasting.ts'
import type { PictureResult, SentPicture } from './picture-watch.ts'
import { pixelsOf } from './pixels.ts'

/** Asks about a picture that is about to be sent. */
export type AskUpload = (picture: SentPicture, use: 'upload') => Promise<PictureResult>

/**
 * A page gets its files when this is over, whatever was found by then: a check that hangs must not keep homework from being handed in,
 * and nothing is told of it.
 */
const patienceMs = 5000
/** More than these of one choice are not looked at: a folder of holiday pictures would take minutes. */
const mostPictures = 20

const isPicture = ({ type, name }: File): boolean =>
  (type.startsWith('image/') && type !== 'image/svg+xml') ||
  (type === '' && /\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|webp)$/i.test(name))

/**
 * Looks at pictures before a page gets them: chosen or photographed in a file field, dropped or pasted. The event is held; when nothing
 * is found the page gets the same files by an event of the same kind, and when something is found it gets none.
 */
export function guardUploads(view: Window & typeof globalThis, ask: AskUpload): void {
  /** Events of our own, which give a page its files. */
  const ours = new WeakSet<Event>()

  async function look(files: readonly File[]): Promise<boolean> {
    for (const file of files.filter(isPicture).slice(0, mostPictures)) {
      // What cannot be decoded here, such as HEIC, cannot be looked at.
      const pixels = await pixelsOf(file).catch(() => null)
      if (pixels === null) continue
      // A worker that is replaced in between gives no answer: the next message wakes another.
      const { result } = await ask({ pixels }, 'upload').catch(() => ask({ pixels }, 'upload'))
      if (result === 'kept') return false
    }
    return true
  }
  const isFine = (files: readonly File[]): Promise<boolean> => inTime(look(files), patienceMs, true)

  function hold(event: Event, files: FileList | undefined | null): files is FileList {
    if (ours.has(event) || !event.isTrusted || ![...(files ?? [])].some(isPicture)) return false
    event.stopImmediatePropagation()
    return true
  }
  /** True when the page leaves the rest to the browser. */
  function give(target: EventTarget, event: Event): boolean {
    ours.add(event)
    return target.dispatchEvent(event)
  }

  const held = new WeakSet<HTMLInputElement>()
  function onChosen(event: Event): void {
    const input = event.composedPath()[0]
    if (!(input instanceof HTMLInputElement) || input.type !== 'file' || ours.has(event)) return
    // `change` follows `input`, and the field is empty by then.
    if (held.has(input)) return event.stopImmediatePropagation()
    const { files } = input
    if (!hold(event, files)) return
    held.add(input)
    // Another list takes the place of this one, which stays as it is for later.
    input.files = new DataTransfer().files
    void isFine([...files]).then((allowed) => {
      held.delete(input)
      if (!allowed) return
      input.files = files
      for (const type of ['input', 'change']) give(input, new Event(type, { bubbles: true, composed: true }))
    })
  }

  /** A copy of what is dropped or pasted: the browser takes the original away when its event is over. */
  function copyOf(from: DataTransfer): DataTransfer {
    const copy = new DataTransfer()
    for (const type of from.types) if (type !== 'Files') copy.setData(type, from.getData(type))
    for (const file of from.files) copy.items.add(file)
    return copy
  }
  function onTransfer(event: DragEvent | ClipboardEvent): void {
    const target = event.composedPath()[0]
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer
    // A field takes what is dropped on it by itself, and then says so.
    if (target === undefined || (target instanceof HTMLInputElement && target.type === 'file')) return
    if (data === null) return
    // No event of ours can hand a folder on, nor is what lies in it looked at: it would be lost for what lies beside it.
    if (hasFolder(data) || !hold(event, data.files)) return
    event.preventDefault()
    const copy = copyOf(data)
    const init = { bubbles: true, cancelable: true, composed: true }
    void isFine([...copy.files]).then(async (allowed) => {
      if (!allowed) return
      const words = copy.getData('text/plain')
      const picture = [...copy.files].find(isPicture)
      if (event instanceof DragEvent) {
        const { clientX, clientY } = event
        give(target, new DragEvent('drop', { ...init, clientX, clientY, dataTransfer: copy }))
      } else if (give(target, new ClipboardEvent('paste', { ...init, clipboardData: copy })))
        await pasteInto(view.document, target, words, picture)
    })
  }

  for (const type of ['input', 'change']) view.addEventListener(type, onChosen, true)
  for (const type of ['drop', 'paste'] as const) view.addEventListener(type, onTransfer, true)
}

/** True where a folder is among what is dropped. */
const hasFolder = ({ items }: DataTransfer): boolean =>
  [...items].some((item) => item.webkitGetAsEntry()?.isDirectory === true)
