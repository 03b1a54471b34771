import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PictureResult } from '#extension/page/picture-watch.ts'
import { guardUploads, type AskUpload } from '#extension/page/uploads.ts'

const fine: PictureResult = { result: 'fine', mayReveal: true }
const kept: PictureResult = { result: 'kept', mayReveal: true }
const png = new File(['a picture'], 'holiday.png', { type: 'image/png' })
const text = new File(['an essay'], 'essay.txt', { type: 'text/plain' })

const listed = (...files: File[]): FileList => {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer.files
}

/** As the browser makes it when a person chose. */
const trusted = (type: string): Event =>
  Object.defineProperty(new Event(type, { bubbles: true, composed: true }), 'isTrusted', { value: true })

const ask = vi.fn<AskUpload>()
let isGuarded = false
let input: HTMLInputElement
let got: string[]

beforeEach(() => {
  const context = {
    fillRect: () => undefined,
    drawImage: () => undefined,
    getImageData: () => ({ data: new Uint8ClampedArray(16) }),
  }
  vi.stubGlobal('createImageBitmap', async (file: File) => {
    if (file.name.includes('damaged')) throw new Error('it is damaged')
    return { close: () => undefined }
  })
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => context
    },
  )
  ask.mockReset().mockResolvedValue(fine)
  if (!isGuarded) guardUploads(window, ask)
  isGuarded = true
  document.body.innerHTML = '<input type="file">'
  input = document.querySelector('input') as HTMLInputElement
  got = []
  input.addEventListener('change', () => got.push([...(input.files ?? [])].map(({ name }) => name).join()))
})

function choose(...files: File[]): void {
  input.files = listed(...files)
  for (const type of ['input', 'change']) input.dispatchEvent(trusted(type))
}

describe('a file field', () => {
  it('gives the page nothing until a picture has been looked at, and then the same file, once', async () => {
    let answer: (result: PictureResult) => void = () => undefined
    ask.mockReturnValue(new Promise((resolve) => (answer = resolve)))
    choose(png)
    expect(got).toEqual([])
    expect(input.files).toHaveLength(0)
    await vi.waitFor(() =>
      expect(ask).toHaveBeenCalledWith({ pixels: expect.any(String) as string }, 'upload'),
    )
    answer(fine)
    await vi.waitFor(() => expect(got).toEqual(['holiday.png']))
    expect(input.files?.[0]).toBe(png)
  })

  it('stays empty when a picture is stopped, also among harmless ones', async () => {
    ask.mockResolvedValueOnce(fine).mockResolvedValueOnce(kept)
    choose(png, png, png)
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(got).toEqual([])
    expect(input.files).toHaveLength(0)
  })

  it('is let be when there is no picture in it', () => {
    choose(text)
    expect(got).toEqual(['essay.txt'])
    expect(ask).not.toHaveBeenCalled()
  })

  it('is let be when a script says that something was chosen, dropped or pasted, which only a person can do', async () => {
    input.files = listed(png)
    for (const type of ['input', 'change', 'drop', 'paste'])
      input.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
    expect(got).toEqual(['holiday.png'])
    expect(input.files).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(ask).not.toHaveBeenCalled()
  })

  it('gives what cannot be decoded to the page', async () => {
    choose(new File(['?'], 'damaged.png', { type: 'image/png' }))
    await vi.waitFor(() => expect(got).toEqual(['damaged.png']))
    expect(ask).not.toHaveBeenCalled()
  })

  it('asks a second time when the worker is replaced in between, and lets go when nobody answers', async () => {
    ask.mockRejectedValueOnce(new Error('the port closed')).mockResolvedValueOnce(kept)
    choose(png)
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
    expect(got).toEqual([])
    ask.mockRejectedValue(new Error('the port closed'))
    choose(png)
    await vi.waitFor(() => expect(got).toEqual(['holiday.png']))
  })

  it('gives the files after five seconds, whatever the check does', async () => {
    vi.useFakeTimers()
    ask.mockReturnValue(new Promise(() => undefined))
    choose(png)
    await vi.advanceTimersByTimeAsync(4900)
    expect(got).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(got).toEqual(['holiday.png'])
    vi.useRealTimers()
  })
})
