/** Where a tile lies on the screen, in CSS pixels. */
export interface TileBox {
  top: number
}

/**
 * The index to move to from `index` when `key` is pressed in a wrapping grid, or undefined when the key does not move.
 * Columns are counted from the boxes, so the grid may wrap as it likes.
 */
export function nextTile(
  boxes: readonly TileBox[],
  index: number,
  key: string,
  rtl: boolean,
): number | undefined {
  const last = boxes.length - 1
  if (last < 0) return undefined
  const firstTop = boxes[0]?.top
  const columns = boxes.filter((box) => Math.abs(box.top - (firstTop ?? 0)) < 2).length
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
  const backward = rtl ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return Math.min(index + 1, last)
  if (key === backward) return Math.max(index - 1, 0)
  if (key === 'ArrowDown') return index + columns <= last ? index + columns : index
  if (key === 'ArrowUp') return index - columns >= 0 ? index - columns : index
  if (key === 'Home') return 0
  if (key === 'End') return last
  return undefined
}
