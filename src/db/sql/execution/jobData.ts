/** Where the parts of a job's input come from: SQL expressions. */
export interface DataSources {
  /** The job in its recipe's definition: jsonb `{recipe_inputs: [{recipe_input, job_input}], dependencies: [{name, connections: [{output, input}]}]}`. */
  readonly node: string;
  /** The recipe's data: jsonb `{version, input_data: [{name, value | file_id | file_ids}], workspace_id}`. */
  readonly recipeData: string;
  /** The names of the inputs that take a list of files: a jsonb array. */
  readonly listInputs: string;
  /**
   * @param name SQL of a parent's name, as `node` has it
   * @returns a query of that parent's results: jsonb `{version, output_data: [{name, value | file_id | file_ids}]}`
   */
  resultsOf(name: string): string;
}

/** The SQL of the member of a list that has a name. */
const named = (document: string, list: string, name: string) =>
  `jsonb_path_query_first(${document}, '$.${list}[*] ? (@.name == $name)', jsonb_build_object('name', ${name}))`;

/**
 * The SQL of a job's input data, in the form of a recipe's data. A recipe's input, or a parent's output, becomes the input that it is
 * connected with. What several of them feed, and what takes a list, gets all their files. A value counts only where there is no file; of
 * several, the first. Paths are read in the lax mode, so a document of another form yields nothing instead of an error; a `file_id` or
 * `file_ids` that is null is none. Members are looked up by paths, not by joins: PostgreSQL expects a thousand rows of each list, and would
 * sort them. `OFFSET 0` has a parent's results read once for each dependency, not for each of its connections.
 */
export const jobData = ({ node, recipeData, listInputs, resultsOf }: DataSources): string => `
  jsonb_build_object('version', '1.0', 'input_data', coalesce((
    SELECT jsonb_agg(whole.entry ORDER BY whole.position) FROM (
      SELECT min(part.position) AS position,
        CASE WHEN count(part.files) > 1 OR count(part.files) = 1 AND ${listInputs} ? part.input
          THEN jsonb_build_object('name', part.input, 'file_ids',
            jsonb_path_query_array(jsonb_agg(part.files ORDER BY part.position) FILTER (WHERE part.files IS NOT NULL), '$[*][*]'))
          ELSE (jsonb_agg(part.entry ORDER BY part.files IS NULL, part.position) -> 0) || jsonb_build_object('name', part.input) END AS entry
      FROM (
        SELECT source.position, source.input, source.entry,
          coalesce(nullif(source.entry -> 'file_ids', 'null'), nullif(jsonb_build_array(source.entry -> 'file_id'), '[null]')) AS files
        FROM (
          SELECT c.position, c.wire ->> 'job_input' AS input, ${named(recipeData, "input_data", "c.wire -> 'recipe_input'")} AS entry
          FROM jsonb_path_query(${node}, '$.recipe_inputs[*]') WITH ORDINALITY AS c (wire, position)
          UNION ALL
          SELECT 1000000 * p.position + c.position, c.wire ->> 'input', ${named("p.results", "output_data", "c.wire -> 'output'")}
          FROM (
            SELECT d.dependency, d.position, (${resultsOf("d.dependency ->> 'name'")}) AS results
            FROM jsonb_path_query(${node}, '$.dependencies[*]') WITH ORDINALITY AS d (dependency, position)
            OFFSET 0
          ) AS p CROSS JOIN jsonb_path_query(p.dependency, '$.connections[*]') WITH ORDINALITY AS c (wire, position)
        ) AS source
        WHERE source.entry IS NOT NULL
      ) AS part
      GROUP BY part.input
    ) AS whole
  ), '[]')) || CASE WHEN ${recipeData} ? 'workspace_id' THEN jsonb_build_object('workspace_id', ${recipeData} -> 'workspace_id') ELSE '{}' END`;
