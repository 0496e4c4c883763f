// What is unusual about the open vault, above every screen: it cannot be changed, or the clock stands before its last change.
import type { VaultState } from '#shared/contract/vault.ts'
import { Notice } from '#renderer/ui/notice.tsx'

export function VaultNotices({ vault }: { readonly vault: VaultState }) {
  return (
    <>
      {vault.isReadOnly ? (
        <Notice tone="warning" title="This vault is open for reading only.">
          Its disk or folder is write-protected, so nothing can be saved. To change it, copy the vault folder to a disk of your own and open
          it there.
        </Notice>
      ) : null}
      {vault.isClockBehind ? (
        <Notice tone="warning" title="This computer’s clock stands before the last change of this vault.">
          Dates of answers, backups and signatures would be wrong. Set the clock right, then lock the vault and open it again. The order of
          changes does not depend on the clock.
        </Notice>
      ) : null}
    </>
  )
}
