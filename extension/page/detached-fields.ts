/**
 * Many pages open a file field that stands nowhere in the document, whose events nobody else can hear. While its files are chosen such a
 * field stands in the document, unseen, so that uploads.ts hears of them first. This runs in the page's own world, and a page that is
 * set on it can get round it: it is for the ordinary ones.
 */
export function bringInFields(view: Window & typeof globalThis): void {
  const bringIn = (field: unknown): void => {
    if (!(field instanceof view.HTMLInputElement) || field.type !== 'file' || field.isConnected) return
    const { display } = field.style
    field.style.display = 'none'
    view.document.documentElement.append(field)
    const takeOut = (): void => {
      field.style.display = display
      if (field.parentNode === view.document.documentElement) field.remove()
    }
    for (const end of ['change', 'cancel']) field.addEventListener(end, takeOut, { once: true })
  }
  const { click } = view.HTMLElement.prototype
  view.HTMLElement.prototype.click = function clickFieldToo(this: HTMLElement) {
    bringIn(this)
    click.call(this)
  }
}
