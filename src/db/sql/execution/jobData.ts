/** Where the parts of a job's input come from: SQL expressions. */
export interface DataSources {
  /** The job in its recipe's definition: jsonb `{recipe_inputs: [{recipe_input, job_input}], dependencies: [{name, connections: [{output, input}]}]}`. */
  readonly node: string;
  /** The recipe's data: jsonb `{version, input_data: [{name, value | file_id | file_ids}], workspace_id}`. */
  readonly recipeData: string;
  /** The names of the inputs that take a list of files: a jsonb array. */
  readonly listInputs: string;
  /** A query of the job's parents: `name`, as `node` calls it, and `results`, jsonb `{version, output_data: [{name, value | file_id | file_ids}]}`. */
  readonly parents: string;
}

/**
 * The SQL of a job's input data, in the form of a recipe's data. A recipe's input, or a parent's output, becomes the input that it is
 * connected with. What several of them feed, and what takes a list, gets all their files. Paths are read in the lax mode, so a document of
 * another form yields nothing instead of an error.
 */
export const jobData = ({ node, recipeData, listInputs, parents }: DataSources): string => `
  jsonb_build_object('version', '1.0', 'input_data', coalesce((
    SELECT jsonb_agg(whole.entry ORDER BY whole.position) FROM (
      SELECT min(part.position) AS position,
        CASE WHEN count(part.files) > 0 AND (count(*) > 1 OR ${listInputs} ? part.input)
          THEN jsonb_build_object('name', part.input, 'file_ids', jsonb_path_query_array(jsonb_agg(part.files ORDER BY part.position), '$[*][*]'))
          ELSE (jsonb_agg(part.entry ORDER BY part.position) -> 0) || jsonb_build_object('name', part.input) END AS entry
      FROM (
        SELECT source.position, source.input, source.entry,
          coalesce(source.entry -> 'file_ids', jsonb_build_array(source.entry -> 'file_id') - 'null') AS files
        FROM (
          SELECT c.position, c.wire ->> 'job_input' AS input, d.entry
          FROM jsonb_path_query(${node}, '$.recipe_inputs[*]') WITH ORDINALITY AS c (wire, position)
            JOIN jsonb_path_query(${recipeData}, '$.input_data[*]') AS d (entry) ON d.entry ->> 'name' = c.wire ->> 'recipe_input'
          UNION ALL
          SELECT 1000000 * p.position + c.position, c.wire ->> 'input', o.entry
          FROM jsonb_path_query(${node}, '$.dependencies[*]') WITH ORDINALITY AS p (dependency, position)
            JOIN (${parents}) AS parent ON parent.name = p.dependency ->> 'name'
            CROSS JOIN jsonb_path_query(p.dependency, '$.connections[*]') WITH ORDINALITY AS c (wire, position)
            JOIN LATERAL jsonb_path_query(parent.results, '$.output_data[*]') AS o (entry) ON o.entry ->> 'name' = c.wire ->> 'output'
        ) AS source
      ) AS part
      GROUP BY part.input
    ) AS whole
  ), '[]')) || CASE WHEN ${recipeData} ? 'workspace_id' THEN jsonb_build_object('workspace_id', ${recipeData} -> 'workspace_id') ELSE '{}' END`;
