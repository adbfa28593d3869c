// What follows from a declared reason: a file of its own, for both languages. Receipts of anything else never need it.
export { drawNext } from "./declaration/next.ts";
