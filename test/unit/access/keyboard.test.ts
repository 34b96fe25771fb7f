import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Item {
	readonly command: string;
	readonly when?: string;
	readonly group?: string;
}

const { contributes } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
const menus: Readonly<Record<string, readonly Item[]>> = contributes.menus;

/** What the palette does not offer, and the keys that lead to it. */
const OTHERWISE: Readonly<Record<string, string>> = {
	"plumbline.showUses": "on a row of a pack: Go to References, and the lenses of the line",
};

describe("every command of the editor", () => {
	it("can be reached by keyboard: in the palette, or in the menu of what it is about", () => {
		const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === "false").map(({ command }) => command);
		const inMenus = (menus["view/item/context"] ?? []).filter(({ group }) => group !== "inline").map(({ command }) => command);
		const unreachable = hidden.filter((command) => !inMenus.includes(command) && OTHERWISE[command] === undefined);
		assert.deepEqual(unreachable, []);
		assert.deepEqual(
			Object.keys(OTHERWISE).filter((command) => !hidden.includes(command)),
			[],
		);
	});

	it("that has a button in a line of a view has a place in the line's menu on the same terms", () => {
		const items = menus["view/item/context"] ?? [];
		for (const { command, when } of items.filter(({ group }) => group === "inline"))
			assert.ok(
				items.some((item) => item.group !== "inline" && item.command === command && item.when === when),
				command,
			);
	});
});
