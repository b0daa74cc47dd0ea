import { memo } from "preact/compat";
import { ProgressBar, sharesOf } from "../../parts/ProgressBar.js";
import { StateBadge } from "../../parts/StateBadge.js";
import { Time } from "../../parts/Time.js";
import { useLiveRow } from "../../parts/useLiveRow.js";
import { texts } from "../../texts.js";
import type { Row } from "./documents.js";

interface Props {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly onSelect: (databaseId: number, isSelected: boolean) => void;
}

const t = texts.batches;

/** One batch of the list. */
export const BatchTableRow = memo(({ row, isSelected, onSelect }: Props) => {
  const { element, progress } = useLiveRow<HTMLTableRowElement>(row);
  const { databaseId, title, created, recipeType, event } = row;
  const { status, total, failed, work } = progress;
  const { jobs } = work;
  const name = title || t.untitled;
  const made = progress.percent ?? null;
  const shares = sharesOf(work);
  const user = event.description.user;
  return (
    <tr ref={element} class="batchRow" data-id={databaseId} aria-selected={isSelected}>
      <td class="cellSelect">
        <input
          type="checkbox"
          aria-label={t.select(name)}
          checked={isSelected}
          onChange={({ currentTarget }) => onSelect(databaseId, currentTarget.checked)}
        />
      </td>
      <td class="cellTitle">
        <a href={`/console/batches/${databaseId}`} class="rowLink" title={name}>
          {name}
        </a>{" "}
        <span class="quiet numbers">#{databaseId}</span>
      </td>
      <td class="cellType quiet">
        {recipeType.name} {recipeType.version}
      </td>
      <td class="cellState">
        <StateBadge progress={progress} />
      </td>
      <td class="cellProgress">
        <ProgressBar made={made} work={work} />
        <span class="quiet numbers cellHalves">
          {made === null ? (
            t.matches(total, status)
          ) : (
            <>
              <span>{texts.progress.made(texts.percent(made))}</span>
              <span>{!shares && work.finished ? texts.progress.noJob : texts.progress.done(texts.percent(shares?.done ?? 0))}</span>
            </>
          )}
        </span>
      </td>
      <td class="cellFailed numbers" title={t.failedCell(failed, jobs.failed)} data-failed={failed + jobs.failed > 0 || undefined}>
        {t.failedCell(failed, jobs.failed)}
      </td>
      <td class="cellWho">{typeof user === "string" ? user : ""}</td>
      <td class="cellWhen quiet">
        <Time at={created} />
      </td>
    </tr>
  );
});
