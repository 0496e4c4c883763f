import { AddPack } from '#renderer/features/packs/add-pack.tsx'
import { PackList } from '#renderer/features/packs/pack-list.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

/** The question packs of this vault, and the way to bring one's own. */
export function PacksScreen() {
  return (
    <div className="page">
      <PageHead
        title="Question packs"
        lead="Every assessment keeps the pack it began with. A report names the pack by its version and hash, so that anybody can check which questions were asked."
      />
      <section className="part" aria-labelledby="packs-title">
        <h2 id="packs-title">Packs to start with</h2>
        <PackList />
      </section>
      <section className="part" aria-labelledby="add-pack-title">
        <h2 id="add-pack-title">Add your own</h2>
        <p>
          A pack of your own, or an overlay that adds to or rewords the one that comes with Gatehouse. The file is checked line by line
          before anything is added.
        </p>
        <AddPack />
      </section>
    </div>
  )
}
