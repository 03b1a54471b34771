import { ref, type Ref } from 'vue'

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

const key = 'theme'

function read(store: Pick<Storage, 'getItem'>): Theme {
  const saved = store.getItem(key)
  return saved === 'light' || saved === 'dark' ? saved : 'system'
}

function show(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
}

/** The chosen theme, kept on this device and shown on the root element. Call once where the app starts. */
export function useTheme(
  root: HTMLElement = document.documentElement,
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
): { theme: Ref<Theme>; setTheme(theme: Theme): void } {
  const theme = ref(read(store))
  show(root, theme.value)
  function setTheme(next: Theme): void {
    theme.value = next
    show(root, next)
    if (next === 'system') store.removeItem(key)
    else store.setItem(key, next)
  }
  return { theme, setTheme }
}
