import { useQuery } from "../../api/useQuery.js";
import { Time } from "../../parts/Time.js";
import type { Address } from "../../parts/useAddress.js";
import { texts } from "../../texts.js";
import { type RecipeTypePage, recipesByRevisionDocument } from "./documents.js";

const t = texts.recipeType;

interface Props {
  readonly id: string;
  readonly recipeType: RecipeTypePage | null;
  readonly address: Address;
}

/** The revisions, how many recipes each has, and the way to what it changed. */
export function RevisionsPart({ id, recipeType, address }: Props) {
  const { data } = useQuery(recipesByRevisionDocument, { id }, { staleTime: 60_000 });
  const recipes = new Map(data?.validateBatch.plan.map(({ revisionNum, recipeCount }) => [revisionNum, recipeCount]));
  if (!recipeType) return null;
  return (
    <section>
      <h2>{t.revisions}</h2>
      <table class="table recipeTypeTable">
        <thead>
          <tr>
            <th>{t.revision}</th>
            <th>{t.created}</th>
            <th class="recipeTypeNumber">{t.recipes}</th>
            <th>
              <span class="unseen">{t.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {recipeType.revisions.map(({ revisionNum, created }, i) => {
            const before = recipeType.revisions[i + 1]?.revisionNum;
            return (
              <tr key={revisionNum}>
                <td>
                  <a href={address.with({ revision: String(revisionNum), against: null })}>
                    {t.revisionOption(revisionNum, revisionNum === recipeType.revisionNum)}
                  </a>
                </td>
                <td>
                  <Time at={created} />
                </td>
                <td class="recipeTypeNumber numbers">{data ? texts.number(recipes.get(revisionNum) ?? 0) : <span class="skeleton" />}</td>
                <td>
                  {before !== undefined && (
                    <a href={address.with({ revision: String(revisionNum), against: String(before) })}>{t.whatChanged(before)}</a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
