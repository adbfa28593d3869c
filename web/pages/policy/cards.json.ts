import { searchIndex } from "../../search-index.ts";

export const GET = () => Response.json(searchIndex("zh"));
