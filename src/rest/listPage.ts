/** A page of a list: its number and size, how many there are in the list, and the JSON of its `results`. */
export interface ListPage {
  readonly count: number;
  readonly page: number;
  readonly pageSize: number;
  readonly results: string;
}
