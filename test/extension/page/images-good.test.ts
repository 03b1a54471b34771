import { expect, it, vi } from 'vitest'
import { watchImages } from '#extension/page/images.ts'

it('of a page known to be good, an element with more backgrounds than are looked at is shown', async () => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly observe: (target: Element) => void
      constructor(tell: (entries: { target: Element; isIntersecting: true }[]) => void) {
        this.observe = (target) => tell([{ target, isIntersecting: true }])
      }
      unobserve = (): void => undefined
    },
  )
  watchImages(
    window,
    { token: 't0ken', band: 'y7-y9', waits: false },
    {
      askPicture: () => Promise.reject(new Error('nobody answers')),
      tellPictureWrong: async () => undefined,
    },
  )
  const images = Array.from({ length: 9 }, (_, n) => `url('https://a.test/${n}.png')`).join(', ')
  document.body.innerHTML = `<b style="background-image: ${images}"></b>`
  await vi.waitFor(() => expect(document.querySelector('b')?.getAttribute('data-t0ken')).not.toBeNull())
  expect(document.querySelector('b')?.getAttribute('data-t0ken')).toBe('fine')
})
