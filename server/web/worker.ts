import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import packageJson from "../../package.json" with { type: "json" };
import { localDay } from "../host.ts";
import { remoteHost } from "../remote-host.ts";
import { serve } from "../server.ts";

/** The server in a browser's worker: it speaks with the page that started it and reads through it. */
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, remoteHost(connection, localDay), { version: packageJson.version });
