import { texts } from "../../texts.js";
import type { Comparison, JobMetrics } from "./documents.js";

const t = texts.recipeType;
const height = 64;
/** What a batch takes of the width, and its bar of that. */
const [step, bar] = [40, 18];

interface Props {
  readonly jobName: string;
  /** One for each batch; null where its recipes have no such job. */
  readonly metrics: readonly JobMetrics[];
  readonly batches: Comparison["batches"];
}

/** One job in each batch of a chain: the mean as a bar, with a line from the shortest to the 95th percentile; failures as a number. */
export function JobMultiple({ jobName, metrics, batches }: Props) {
  const longest = Math.max(...metrics.map((one) => one?.p95 ?? one?.mean ?? 0), Number.MIN_VALUE);
  const y = (seconds: number) => height - (height * seconds) / longest;
  return (
    <figure class="multiple card">
      <figcaption>{jobName}</figcaption>
      <svg viewBox={`0 0 ${step * batches.length} ${height}`} width={step * batches.length} height={height} aria-hidden="true">
        {metrics.map((one, i) => {
          const middle = step * i + step / 2;
          if (!one || one.mean == null) return null;
          return (
            <g key={batches[i]?.databaseId}>
              <rect x={middle - bar / 2} y={y(one.mean)} width={bar} height={height - y(one.mean)} class="multipleMean" />
              <line x1={middle} x2={middle} y1={y(one.p95 ?? one.mean)} y2={y(one.shortest ?? one.mean)} class="multipleSpread" />
            </g>
          );
        })}
      </svg>
      <table class="numbers">
        <caption class="unseen">{t.metricsOf(jobName)}</caption>
        <thead>
          <tr>
            <th>{t.batch}</th>
            <th>{t.mean}</th>
            <th>{t.p95}</th>
            <th>{t.failedExecutions}</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((one, i) => (
            <tr key={batches[i]?.databaseId}>
              <td>
                <a href={`/console/batches/${batches[i]?.databaseId}`} title={batches[i]?.title ?? undefined}>
                  {batches[i]?.databaseId}
                </a>
              </td>
              <td>{one?.mean == null ? t.noValue : texts.time.duration(one.mean)}</td>
              <td>{one?.p95 == null ? t.noValue : texts.time.duration(one.p95)}</td>
              <td data-failed={(one?.failed ?? 0) > 0}>{one ? t.failedOf(one.failed, one.failed + one.count) : t.noValue}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
