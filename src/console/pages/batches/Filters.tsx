import { useRef } from "preact/hooks";
import { useShortcut } from "../../parts/shortcuts.js";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import { filterNames, statuses, workStates } from "./listAddress.js";

const t = texts.batches.filters;

/** Milliseconds of silence after which what was typed is searched for. */
const pause = 250;

/** What the list shows. Each choice stands in the address. */
export function Filters({ address }: { readonly address: Address }) {
  const search = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useShortcut("/", texts.shortcuts.search, () => search.current?.select());
  const isFiltered = filterNames.some((name) => address.get(name) !== "");
  const later = (name: string, value: string) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => address.change({ [name]: value }, true), pause);
  };
  const choice = (name: string, label: string, values: readonly string[], wordOf: (value: string) => string) => (
    <label class="filter">
      <span>{label}</span>
      <select value={address.get(name)} onChange={({ currentTarget }) => address.change({ [name]: currentTarget.value })}>
        <option value="">{t.any}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {wordOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search class="filters">
      <input
        ref={search}
        type="search"
        class="filterSearch"
        aria-label={t.search}
        placeholder={t.search}
        value={address.get("q")}
        onInput={({ currentTarget }) => later("q", currentTarget.value)}
      />
      {choice("status", t.state, statuses, (value) => texts.status[value as keyof typeof texts.status])}
      {choice("work", t.work, workStates, (value) => texts.state[`WORK_${value}` as keyof typeof texts.state])}
      <label class="filter">
        <span>{t.recipeType}</span>
        <input value={address.get("type")} onChange={({ currentTarget }) => address.change({ type: currentTarget.value })} />
      </label>
      <label class="filter">
        <span>{t.who}</span>
        <input value={address.get("by")} onChange={({ currentTarget }) => address.change({ by: currentTarget.value })} />
      </label>
      {isFiltered && (
        <button type="button" class="plain" onClick={() => address.change(Object.fromEntries(filterNames.map((name) => [name, null])))}>
          {t.clear}
        </button>
      )}
    </search>
  );
}
