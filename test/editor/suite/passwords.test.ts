import assert from "node:assert/strict";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import * as vscode from "vscode";
import { openDraft } from "./draft.ts";
import { canTakePictures, typeFor } from "./picture.ts";

/** What stands in for a database: it asks whoever comes for a password, notes the answer and turns them away. */
class Doorkeeper {
	readonly server: Server;
	/** The passwords that were given, in order. */
	readonly heard: string[] = [];
	/** How many left without giving one. */
	silent = 0;
	#news: (() => void)[] = [];

	constructor() {
		this.server = createServer((socket) => this.#greet(socket));
	}

	async port(): Promise<number> {
		await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
		return (this.server.address() as AddressInfo).port;
	}

	/** Waits until something is so, looking again after each visit. Mocha's time limit ends a wait in vain. */
	async until(isSo: () => boolean): Promise<void> {
		while (!isSo()) await new Promise<void>((resolve) => this.#news.push(resolve));
	}

	/** PostgreSQL's protocol, version 3: a start-up message is answered with AuthenticationCleartextPassword, and the answer is message `p`. */
	#greet(socket: Socket): void {
		socket.on("error", () => {});
		let isGreeted = false;
		let hasAnswered = false;
		socket.on("close", () => {
			if (isGreeted && !hasAnswered) this.silent++;
			for (const wake of this.#news.splice(0)) wake();
		});
		socket.on("data", (bytes) => {
			if (!isGreeted) {
				isGreeted = true;
				socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
				return;
			}
			hasAnswered = bytes[0] === 0x70;
			if (hasAnswered) this.heard.push(bytes.subarray(5, bytes.indexOf(0, 5)).toString());
			socket.end();
		});
	}
}

describe("the password of a database", function () {
	this.timeout(60_000);
	const door = new Doorkeeper();
	let settings: vscode.WorkspaceConfiguration;
	let packs: string[] | undefined;

	before(async () => {
		const { document } = await openDraft();
		settings = vscode.workspace.getConfiguration("plumbline", document.uri);
		packs = settings.inspect<string[]>("packs")?.workspaceFolderValue;
		await settings.update("packs", [`postgres://rita@127.0.0.1:${await door.port()}/news`], vscode.ConfigurationTarget.WorkspaceFolder);
	});
	after(async () => {
		await settings.update("packs", packs, vscode.ConfigurationTarget.WorkspaceFolder);
		await vscode.commands.executeCommand("notifications.clearAll");
		door.server.close();
	});

	/** Types an answer into the box that a command opens. */
	async function answer(command: string, words: string, picture: string): Promise<void> {
		const asked = vscode.commands.executeCommand(command);
		await typeFor(picture, `${words}\n`, ".quick-input-widget:not(.hidden) input[type=password]");
		await asked;
	}

	it("is asked for, kept by the editor and given to that database alone; an empty one forgets it", async function () {
		if (!canTakePictures) this.skip(); // only the stand-in can tell when the box is there
		await answer("plumbline.setDatabasePassword", "low tide", "password");
		await door.until(() => door.heard.length > 0);
		await answer("plumbline.setDatabasePassword", "", "password-forgotten");
		await vscode.commands.executeCommand("plumbline.restart");
		const { silent } = door;
		await door.until(() => door.silent > silent);
		assert.deepEqual([...new Set(door.heard)], ["low tide"]);
	});
});
