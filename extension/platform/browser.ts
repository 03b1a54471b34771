import browser from 'webextension-polyfill'

// The one import of the polyfill: newer Chromium and Safari have `browser` themselves, and then it is exactly that.
export { browser }
