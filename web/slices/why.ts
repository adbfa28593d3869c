// Why something was not done, of every slice: a file of its own, for both languages. Most receipts never need a word of it.
export { findings } from "../messages/findings.ts";
