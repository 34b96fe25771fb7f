// Shows VS Code's workbench in headless Chromium and waits for the tests that run in its extension host.
import { renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "node:util";

const CHROMIUM_ARGS = [
	...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
	...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

// The workbench's own log lines, which VS Code sends through the same channel as the extension host's console.
const NOISE = new RegExp(
	[
		...["^Resolv(ing|ed) connection token", "^Creating a socket", "^Ignoring fetching additional builtin"],
		...["^Updating additional builtin", "^\\[reconnection-grace-time\\]", "^\\[AgentHost", "^\\[AccountPolicyGate\\]"],
		...["^\\[ChatModelSelection\\]", "^\\[Service Worker\\]", "^Timed out waiting for authentication provider"],
		...["^Loading development extension", "^Started local extension host", "^\\[DefaultAccount\\]", "^\\[chat-stt\\]"],
		...["^MCP migration", "^Request to 'http://127\\.0\\.0\\.1"],
	].join("|"),
);

/**
 * Opens `url` and answers the exit code that the extension host reports when its tests end.
 *
 * A test asks for a picture of the window with `console.log('@@picture {"file": "/absolute/file.png", "selectors": [".hover"]}')`: the
 * file appears when something visible has matched every selector, and is whole then. `"click"` is a selector of what is clicked before that,
 * `"type"` what is typed after it; the words of what `"read"` selects are put into a file of the same name that ends in `.txt`, or what its
 * `"attribute"` says; with `"spoken"` it is what a screen reader is told there: roles, names and states, as Playwright's `ariaSnapshot` writes them.
 * `browserType` is Playwright's, `chromium` the program to start. Names of pictures that are no paths lie in `pictures`; `before` is a script that each
 * frame runs before its own. `heard` is given each line of the
 * console and answers whether it was meant for nobody else.
 * Rejects when the page crashes, Chromium goes away or `timeout` milliseconds have passed.
 */
export async function runInWorkbench({ url, browserType, chromium, timeout, pictures = "", before, log, heard = () => false }) {
	const browser = await browserType.launch({
		executablePath: chromium,
		headless: true,
		...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
		args: CHROMIUM_ARGS,
	});
	let closing = false;
	try {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			permissions: ["clipboard-read", "clipboard-write"],
		});
		if (before) await context.addInitScript(before);
		const page = await context.newPage();
		// Nothing leaves the machine.
		await page.route(
			(address) => !/^127\.0\.0\.1$|^(?:[\w-]+\.)?localhost$/.test(address.hostname),
			(route) => route.abort(),
		);
		page.on("pageerror", (error) => log(`page error: ${error.message}`));
		await page.exposeFunction("codeAutomationLog", (type, args) => {
			const text = typeof args[0] === "string" ? format(...args) : args.map(String).join(" ");
			const request = /^@@picture (\{.*\})$/.exec(text);
			if (request) {
				const { file, ...wanted } = JSON.parse(request[1]);
				return void takePicture(page, { file: path.resolve(pictures, file), ...wanted });
			}
			if (heard(text)) return;
			if (NOISE.test(text)) return void log(text);
			(type === "error" || type === "warn" ? process.stderr : process.stdout).write(`${text}\n`);
		});
		const ended = new Promise((resolve, reject) => {
			page.exposeFunction("codeAutomationExit", resolve).catch(reject);
			page.on("crash", () => reject(new Error("the page crashed")));
			browser.on("disconnected", () => closing || reject(new Error("Chromium went away")));
			setTimeout(() => reject(new Error(`the tests did not end in ${timeout / 1000} s`)), timeout).unref();
		});
		ended.catch(() => {});
		await page.goto(url);
		log("page loaded");
		try {
			return await ended;
		} catch (error) {
			const picture = process.env.PLUMBLINE_LAST_PICTURE;
			if (picture) await takePicture(page, { file: picture });
			throw error;
		}
	} finally {
		closing = true;
		await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 5000).unref())]);
	}
}

async function takePicture(page, { file, click, press = [], type, read, attribute, spoken, selectors = [] }) {
	// A reader that waits for the name must never see half a file.
	const unfinished = path.join(path.dirname(file), `.${path.basename(file)}`);
	try {
		if (click) await page.locator(click).first().click({ timeout: 10_000 });
		for (const key of press) await page.keyboard.press(key);
		for (const selector of selectors) await page.locator(selector).first().waitFor({ state: "visible", timeout: 10_000 });
		if (type) await page.keyboard.type(type);
		if (read) {
			const found = page.locator(read);
			const told = attribute
				? await found.evaluateAll((all, name) => all.map((one) => one.getAttribute(name)), attribute)
				: await found.allInnerTexts();
			writeFileSync(file.replace(/png$/, "txt"), told.join("\n"));
		}
		if (spoken) writeFileSync(file.replace(/png$/, "txt"), await page.locator(spoken).first().ariaSnapshot());
		await page.screenshot({ path: unfinished, type: "png", timeout: 10_000 });
		renameSync(unfinished, file);
	} catch (error) {
		console.error(`no picture ${file}: ${error.message}`);
	}
}
