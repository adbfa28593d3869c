import type { Figure, FigureName } from "./goals.ts";
import type { Portal } from "./portal.ts";
import type { World } from "./world.ts";

/** What measures share. Whatever is asked for is opened once, and closed when all of them are done. */
export type Bench = {
  /** A folder of our own; it is removed in the end. */
  folder: string;
  /** Everything, where otherwise one of each kind is looked at. */
  all: boolean;
  /** What is going on, for whoever waits. */
  say(text: string): void;
  /** The whole portal as `npm start` runs it, in a process of its own, with the demo register. */
  portal(): Promise<Portal>;
  /** The API, relay, worker and notify in this process, on the embedded engine and queues. */
  world(): Promise<World>;
};

export type Measure = { names: readonly FigureName[]; run(bench: Bench): Promise<Figure[]> };
