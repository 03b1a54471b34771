import { expect, test } from 'vitest'
import { useTheme } from '#console/ui/theme.ts'

function memory(saved: Record<string, string> = {}): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map(Object.entries(saved))
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

test('a choice is shown, kept for the next visit, and taken back', () => {
  const store = memory()
  const root = document.createElement('html')
  useTheme(root, store).setTheme('dark')
  expect(root.dataset['theme']).toBe('dark')

  const next = document.createElement('html')
  const { theme, setTheme } = useTheme(next, store)
  expect(theme.value).toBe('dark')
  expect(next.dataset['theme']).toBe('dark')

  setTheme('system')
  expect(next.dataset['theme']).toBeUndefined()
  expect(useTheme(document.createElement('html'), store).theme.value).toBe('system')
})

test('nonsense in the store is no theme', () => {
  const root = document.createElement('html')
  expect(useTheme(root, memory({ theme: 'red' })).theme.value).toBe('system')
})
