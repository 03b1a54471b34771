import type { Component } from 'vue'

/** One place of the app's navigation. */
export interface NavItem {
  id: string
  label: string
  icon: Component
  href: string
  current: boolean
  /** Things waiting there; nothing is drawn for 0. */
  count?: number | undefined
  /** Says what is counted, such as "3 waiting". */
  countLabel?: string | undefined
  /** Draws the count as a warning. */
  urgent?: boolean | undefined
}
