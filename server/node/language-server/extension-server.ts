import { stayLean } from "./memory.ts";

stayLean();
const { serveParent } = await import("./main.ts");
serveParent();
