import type { FileProblem } from "./chunk.ts";

/** The file as a whole cannot be taken. */
export class FileRefused extends Error {
  readonly problem: FileProblem;
  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
