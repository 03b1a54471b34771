declare module 'crx3' {
  /** Packs the files (folders are walked) into `crxPath`, signed with the private key in `keyPath`. */
  const writeCrx: (
    files: readonly string[],
    options: { crxPath: string; keyPath: string },
  ) => Promise<unknown>
  export default writeCrx
}
