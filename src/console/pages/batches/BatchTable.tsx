import { useCallback, useEffect, useRef } from "preact/hooks";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import { BatchTableRow } from "./BatchTableRow.js";
import type { Row } from "./documents.js";
import { type Column, headSize, orderFields, sortOf, sortText } from "./listAddress.js";
import { useRowKeys } from "./useRowKeys.js";

interface Props {
  readonly address: Address;
  /** Null while they are loaded. */
  readonly rows: readonly Row[] | null;
  readonly selected: ReadonlySet<number>;
  readonly onSelect: (selected: ReadonlySet<number>) => void;
  /** Loads the next page; null where there is none. */
  readonly more: (() => void) | null;
}

const t = texts.batches;
const columns = Object.keys(t.columns) as (keyof typeof t.columns)[];
const isColumn = (name: string): name is Column => Object.hasOwn(orderFields, name);

/** The batches as a table that grows as it is scrolled. */
export function BatchTable({ address, rows, selected, onSelect, more }: Props) {
  const sort = sortOf(address);
  const chosen = useRef(selected);
  chosen.current = selected;
  const select = useCallback(
    (databaseId: number, isSelected: boolean) => {
      const next = new Set(chosen.current);
      if (isSelected) next.add(databaseId);
      else next.delete(databaseId);
      onSelect(next);
    },
    [onSelect],
  );
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, (databaseId) => select(databaseId, !chosen.current.has(databaseId)));
  const all = rows?.map(({ databaseId }) => databaseId) ?? [];
  const areAll = all.length > 0 && all.every((id) => selected.has(id));
  return (
    <>
      <table class="batchTable" aria-busy={rows === null}>
        <thead>
          <tr class="batchRow batchHead">
            <th class="cellSelect">
              <input type="checkbox" aria-label={t.selectAll} checked={areAll} onChange={() => onSelect(new Set(areAll ? [] : all))} />
            </th>
            {columns.map((name) => {
              const isSorted = name === sort.column;
              return (
                <th key={name} class={`head-${name}`} aria-sort={isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined}>
                  {isColumn(name) ? (
                    <a
                      href={address.with({
                        sort: sortText({ column: name, isDescending: isSorted ? !sort.isDescending : name === "created" }),
                      })}
                      title={t.sortBy(t.columns[name])}
                    >
                      {t.columns[name]}
                      <span aria-hidden="true">{isSorted ? (sort.isDescending ? " ↓" : " ↑") : ""}</span>
                    </a>
                  ) : (
                    t.columns[name]
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows
            ? rows.map((row) => (
                <BatchTableRow key={row.databaseId} row={row} isSelected={selected.has(row.databaseId)} onSelect={select} />
              ))
            : Array.from({ length: 12 }, (_, index) => <SkeletonRow key={index} />)}
        </tbody>
      </table>
      {rows && more && <More load={more} margin={rows.length > headSize ? 600 : 0} />}
    </>
  );
}

const SkeletonRow = () => (
  <tr class="batchRow">
    <td class="cellSelect" />
    {columns.map((name) => (
      <td key={name} class={`head-${name}`}>
        <span class="skeleton" />
      </td>
    ))}
  </tr>
);

interface MoreProps {
  readonly load: () => void;
  /** Pixels below the screen: so near it is when it loads. None below the first rows, which are usable before more are asked for. */
  readonly margin: number;
}

/** Loads more when it comes near the screen, or is pressed. */
function More({ load, margin }: MoreProps) {
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: `${margin}px`,
    });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  });
  return (
    <button ref={button} type="button" class="more" onClick={load}>
      {t.more}
    </button>
  );
}
