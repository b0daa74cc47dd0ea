/** A file of the sample's algorithms. They are an example, to be copied, and no part of the bundle. */
export const sampleScript = (name: string): URL => new URL(`../../examples/landsat/${name}`, import.meta.url);
