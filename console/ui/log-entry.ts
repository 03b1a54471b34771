import type { Component } from 'vue'
import type { Tone } from './tone.ts'

/** One line of a log: when, who, what. */
export interface LogEntry {
  id: string
  /** Epoch milliseconds. */
  at: number
  who: string
  what: string
  /** The person's own words, shown as a quotation. */
  quote?: string | undefined
  tone?: Tone | undefined
  icon?: Component | undefined
}
