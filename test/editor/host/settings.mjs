/** Settings that keep a fresh editor quiet: no welcome, no updates, no chat, no telemetry, no search of its own in the network. */
export const QUIET_SETTINGS = {
	"chat.disableAIFeatures": true,
	"extensions.autoCheckUpdates": false,
	"extensions.autoUpdate": false,
	"extensions.ignoreRecommendations": true,
	// In its web form VS Code saves by itself, and what is saved can't be reverted.
	"files.autoSave": "off",
	"git.enabled": false,
	"security.workspace.trust.enabled": false,
	"telemetry.telemetryLevel": "off",
	"update.mode": "none",
	"workbench.enableExperiments": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.settings.enableNaturalLanguageSearch": false,
	"workbench.startupEditor": "none",
};
