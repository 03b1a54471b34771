/** Who is connected, and who watches: the school's live side, all of it in memory. */
export interface Hub {
  readonly isConnected: (schoolId: string, deviceId: string) => boolean
}
