// At the desk: which sum is asked about once more before it is sent.
import { expect, test } from "vitest";
import { isUnlike } from "../../web/slices/staff/transfer/unlike.ts";

test.each([
  { when: "it is the register's", sent: 13_120_000, asked: false },
  { when: "interest came to it", sent: 13_200_050, asked: false },
  { when: "a fen is missing", sent: 13_119_999, asked: true },
  { when: "a digit too many was typed", sent: 131_200_000, asked: true },
])("the clerk is asked to look again only where the sum cannot be right: $when", ({ sent, asked }) => {
  expect(isUnlike(sent, 13_120_000)).toBe(asked);
});
