// What is typed at a door, kept on the tablet touch after touch, until it is finished and leaves for the office.
import { type Item, mayBeEdited } from "../../../visits/item.ts";
import { lookAgain, state } from "./state.ts";

type Typed = Pick<Item, "typed"> & Partial<Pick<Item, "label">>;

/** One touch after the other, also where the tablet refused one of them. */
export function openKeeping(on: { kept?: () => void; notKept: () => void }) {
  let last: Promise<unknown> = Promise.resolve();

  /** What has left meanwhile is not touched again. */
  const change = async (item: Item, next: (there: Item | undefined) => Item) =>
    state.store?.change(item.key, (there) => (there && !mayBeEdited(there) ? there : next(there)));

  return {
    /** What came back to be mended stays so until it is finished. */
    keep(item: Item, typed: Typed): void {
      last = last
        .then(() =>
          change(item, (there) => ({ ...item, ...there, ...typed, stage: there?.stage === "refused" ? "refused" : "filling" })),
        )
        .then(on.kept, on.notKept);
    },

    async finish(item: Item, typed: Typed & Pick<Item, "body">): Promise<void> {
      await last;
      await change(item, (there) => {
        const { findings: _, ...rest } = { ...item, ...there };
        return { ...rest, ...typed, stage: "ready" };
      });
    },

    /** From the form back to the households. */
    async leave(): Promise<void> {
      await lookAgain();
      location.hash = "";
    },
  };
}
