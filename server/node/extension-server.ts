import { serveParent } from "./main.ts";

serveParent();
