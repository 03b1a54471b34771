import type { CategoryId } from '../../../domain/category.ts'

/** Hosts, or host/path prefixes, by the category they belong to. */
export type StarterList = { readonly [Id in CategoryId]?: readonly string[] }

/** Splits a block of text into its entries, so that hundreds of hosts stay readable in source. */
export const entries = (text: string): readonly string[] => text.trim().split(/\s+/u)
