import { useState } from "preact/hooks";
import { useQuery } from "../../api/useQuery.js";
import { recipeTypesDocument } from "../../parts/recipeTypes/documents.js";
import { SearchField } from "../../parts/SearchField.js";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import { isFiltered, noFilters, statuses, workStates } from "./listAddress.js";
import { TextFilter } from "./TextFilter.js";

const t = texts.batches.filters;

interface Props {
  readonly address: Address;
  /** Who is known to have created batches. */
  readonly creators: readonly string[];
}

/** Recipe types whose names are suggested at most. */
const maxSuggested = 1000;

/** What the list shows. Each choice stands in the address. */
export function Filters({ address, creators }: Props) {
  const [asksTypes, setAsksTypes] = useState(false);
  const { data } = useQuery(recipeTypesDocument, { first: maxSuggested, search: null, isActive: null }, { enabled: asksTypes });
  const types = [...new Set(data?.recipeTypes.nodes.map(({ name }) => name))];
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
      <SearchField label={t.search} class="filterSearch" />
      {choice("status", t.state, statuses, (value) => texts.status[value as keyof typeof texts.status])}
      {choice("work", t.work, workStates, (value) => texts.state[`WORK_${value}` as keyof typeof texts.state])}
      <TextFilter label={t.recipeType} address={address} name="type" suggestions={types} onFocus={() => setAsksTypes(true)} />
      <TextFilter label={t.who} address={address} name="by" suggestions={creators} />
      {isFiltered(address) && (
        <button type="button" class="plain" onClick={() => address.change(noFilters)}>
          {t.clear}
        </button>
      )}
    </search>
  );
}
