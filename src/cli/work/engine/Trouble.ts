import { print, printError } from "../../print.js";

/** Something that may fail for a while, and is tried again. It is said once that it fails, and once that it no longer does. */
export class Trouble {
  private isSaid = false;

  /** @param what for example "Slurm can't be asked" @param over what is said once it goes well again */
  constructor(
    private readonly what: string,
    private readonly over: string,
  ) {}

  /** @returns whether it went well */
  async attempt(act: () => void | Promise<void>): Promise<boolean> {
    try {
      await act();
    } catch (error) {
      this.heed(error);
      return false;
    }
    this.end();
    return true;
  }

  heed(error: unknown): void {
    if (!this.isSaid) printError(`${this.what}: ${(error as Error).message}. It is tried again until it goes well.`);
    this.isSaid = true;
  }

  end(): void {
    if (this.isSaid) print(this.over);
    this.isSaid = false;
  }
}
