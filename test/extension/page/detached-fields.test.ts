import { describe, expect, it } from 'vitest'
import { bringInFields } from '#extension/page/detached-fields.ts'

bringInFields(window)

describe('a file field that stands nowhere', () => {
  it('stands in the page, unseen, while files are chosen, and is taken out when they are or nothing was', () => {
    for (const end of ['change', 'cancel']) {
      const field = document.createElement('input')
      field.type = 'file'
      field.click()
      expect(field.isConnected).toBe(true)
      expect(field.style.display).toBe('none')
      field.dispatchEvent(new Event(end, { bubbles: true }))
      expect(field.isConnected).toBe(false)
      expect(field.style.display).toBe('')
    }
  })

  it('leaves other elements where they are', () => {
    for (const name of ['input', 'button', 'a']) {
      const element = document.createElement(name)
      element.click()
      expect(element.isConnected).toBe(false)
    }
    document.body.innerHTML = '<input type="file">'
    const placed = document.querySelector('input')
    placed?.click()
    placed?.dispatchEvent(new Event('change'))
    expect(placed?.parentElement).toBe(document.body)
    expect(placed?.style.display).toBe('')
  })
})
