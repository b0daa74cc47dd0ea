import { texts } from "../../texts.js";
import { type JobMark, markSigns } from "./drawnGraph.js";

/** What the marks of a graph mean. */
export const MarkLegend = ({ marks }: { readonly marks: readonly JobMark[] }) => (
  <ul class="graphLegend quiet">
    {marks.map((mark) => (
      <li key={mark}>
        <span aria-hidden="true">{markSigns[mark]} </span>
        <b>{texts.graph.marks[mark]}</b>: {texts.graph.meanings[mark]}
      </li>
    ))}
  </ul>
);
