import { openBare } from '#server/db/connection.ts'

// Another program with its hand on the file: takes the write lock of argv[2], says so, and lets go when told to.
const client = await openBare(process.argv[2] ?? '')
const transaction = await client.transaction('write')
await transaction.execute(
  "insert into enrol_token (token_hash, label, created_at) values ('outside', 'outside', 1)",
)
async function letGo(): Promise<void> {
  await transaction.commit()
  client.close()
  process.disconnect()
}
process.on('message', () => void letGo())
process.send?.('locked')
