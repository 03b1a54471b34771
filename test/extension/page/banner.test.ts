import { describe, expect, it, vi } from 'vitest'
import { banner } from '#extension/page/banner.ts'

describe('a banner', () => {
  it('shows a teacher’s message as words, never as markup, until it is read', () => {
    const attach = vi.spyOn(Element.prototype, 'attachShadow')
    banner(document, 'Ms Okafor', '<img src=x onerror=alert(1)> well done')
    expect(attach).toHaveBeenCalledWith({ mode: 'closed' })
    const root = attach.mock.results[0]?.value as ShadowRoot
    expect(root.querySelector('[role=alertdialog]')?.textContent).toContain(
      '<img src=x onerror=alert(1)> well done',
    )
    expect(root.querySelector('img')).toBeNull()
    expect(root.textContent).toContain('Message from Ms Okafor')
    root.querySelector('button')?.click()
    expect(root.host.isConnected).toBe(false)
    attach.mockRestore()
  })
})
