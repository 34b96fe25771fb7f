/**
 * The look of a report, on the screen and on paper. Verdicts differ by sign, word and line style as well as by colour; colours hold 4.5:1 against their
 * background in both schemes. `vscode-dark` and `vscode-light` are classes that VS Code gives to a page in one of its panels.
 */
export const css = `
:root{color-scheme:light dark;--ink:light-dark(#1c1c1e,#e6e6e6);--soft:light-dark(#5a5a60,#a8a8b0);--line:light-dark(#d9d9de,#44444c);--page:light-dark(#fff,#1b1b1f);--panel:light-dark(#f5f5f7,#26262c);--link:light-dark(#0b57a4,#8ab8f5);
--contradicted:light-dark(#b00020,#ff8a93);--inconsistent:light-dark(#a3006b,#f793d0);--disputed:light-dark(#6d3fb3,#c4a5f7);--outdated:light-dark(#8a5200,#f0b35c);--imprecise:light-dark(#6b5d00,#d9cb5b);--unreferenced:light-dark(#63636b,#a0a0a8);--supported:light-dark(#12692f,#7ed69a);--reviewed:light-dark(#0a6270,#6fd0de)}
body.vscode-dark,body.vscode-high-contrast{color-scheme:dark}body.vscode-light,body.vscode-high-contrast-light{color-scheme:light}
.contradicted{--c:var(--contradicted)}.inconsistent{--c:var(--inconsistent)}.disputed{--c:var(--disputed)}.outdated{--c:var(--outdated)}.imprecise{--c:var(--imprecise)}.unreferenced{--c:var(--unreferenced)}.supported{--c:var(--supported)}.reviewed{--c:var(--reviewed)}
*{box-sizing:border-box}
body{font:16px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem;color:var(--ink);background:var(--page);overflow-wrap:anywhere}
a{color:var(--link)}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.4rem;line-height:1.25;margin:0 0 .25rem}h3{font-size:1.05rem;margin:2rem 0 .5rem}h4{font-size:.95rem;margin:1.25rem 0 .4rem}
.about{color:var(--soft);margin:.1rem 0;font-size:.9rem}
.count{font-weight:600;margin:1rem 0 .5rem}
.progress{display:block;width:100%;height:auto;border-radius:4px;margin:.5rem 0}
.progress rect{fill:var(--c);stroke:var(--page);stroke-width:2}.progress text{fill:var(--page);font:600 22px system-ui,sans-serif}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;margin:.25rem 0 0;padding:0;font-size:.9rem}.legend li>span{color:var(--c);font-weight:700}
.piece{margin-top:3rem;padding-top:1.5rem;border-top:2px solid var(--line)}
.prose{font-family:Georgia,"Times New Roman",serif;font-size:1.06rem;line-height:1.7;padding:.25rem 1.25rem;border:1px solid var(--line);border-radius:6px;margin-top:1rem}
.prose h3,.prose h4,.prose h5,.prose h6{font-family:inherit;margin:1.2rem 0 .5rem;line-height:1.35}.prose h3{font-size:1.45rem}.prose h4{font-size:1.15rem}
.prose p{margin:.8rem 0}.prose .item{margin:.3rem 0 .3rem 1.6rem;text-indent:-1.2rem}.prose blockquote{margin:.8rem 0 .8rem 1rem;padding-left:.8rem;border-left:3px solid var(--line)}
.prose table{margin:1rem 0}
mark{background:none;color:inherit;text-decoration:underline 2px var(--c);text-underline-offset:.22em;text-decoration-skip-ink:none}
mark.contradicted,mark.inconsistent{background:color-mix(in srgb,var(--c) 14%,transparent);text-decoration-style:double}
mark.outdated,mark.imprecise,mark.disputed{background:color-mix(in srgb,var(--c) 10%,transparent);text-decoration-style:dashed}
mark.unreferenced{text-decoration-style:dotted;text-decoration-thickness:1px}
mark.supported,mark.reviewed{text-decoration-thickness:1px}
mark.more{padding-left:0}
mark sup{font:700 .62em/1 system-ui,sans-serif;text-indent:0}mark sup a{color:var(--c);text-decoration:none;padding:0 .12em}
.verdict{color:var(--c);font-weight:700;white-space:nowrap}
.claim{display:grid;grid-template-columns:2.8rem 1fr;gap:0 .5rem;padding:.7rem .2rem .75rem;border-bottom:1px solid var(--line);break-inside:avoid}
.claim:target,mark:target{outline:2px solid var(--c);outline-offset:2px}
.claim .number{font-weight:700;white-space:nowrap;color:var(--c);text-align:right;font-variant-numeric:tabular-nums}.claim .number a{color:inherit;text-decoration:none}
.claim .words{font-family:Georgia,"Times New Roman",serif;font-weight:600}.claim .kind{color:var(--soft);font-size:.82rem;margin-left:.4rem}
.claim p{margin:.2rem 0}.working{font-family:ui-monospace,Consolas,monospace;font-size:.86rem}
.facts{list-style:none;margin:.3rem 0 0;padding:0;font-size:.86rem}.facts li{margin:.15rem 0;padding-left:.7rem;border-left:2px solid var(--line)}.facts .where{color:var(--soft)}
.open{columns:2;column-gap:2rem;list-style:none;margin:.3rem 0;padding:0;font-size:.92rem}.open li{break-inside:avoid;padding:.18rem 0 .18rem 2.2rem;text-indent:-2.2rem}.open .number{display:inline-block;min-width:1.8rem;text-indent:0;color:var(--soft);font-variant-numeric:tabular-nums}.open .number a{color:inherit;text-decoration:none}
.wide{overflow-x:auto}.where a{overflow-wrap:anywhere}
table{border-collapse:collapse;font-size:.9rem;width:100%;overflow-wrap:normal}td,th{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line)}th{font-size:.82rem;color:var(--soft)}
.prose th{font-size:.95rem;color:inherit}.prose td,.prose th{font-family:inherit}
.index{margin-top:1.25rem}.index td:nth-child(2){min-width:7rem;width:35%}.index .progress{height:.9rem;margin:.3rem 0}.number-cell{text-align:right;font-variant-numeric:tabular-nums}
tr{break-inside:avoid}thead{display:table-header-group}
.sign{display:none}
@media (max-width:34rem){.index td:nth-child(2),.index th:nth-child(2){display:none}body{padding:1rem .8rem 3rem}.prose{padding:.1rem .8rem}.open{columns:1}.claim{grid-template-columns:2.5rem 1fr;gap:0 .35rem}.legend{gap:.1rem .8rem}}
@page{margin:18mm 16mm 20mm}
@media print{:root,body{color-scheme:light!important}body{font-size:10.5pt;padding:0;max-width:none}h2,h3,h4{break-after:avoid}.piece{margin-top:0;padding-top:0;border:0}.piece+.piece,.overview+.piece{break-before:page}.prose{border:0;padding:0;font-size:11pt;line-height:1.6;orphans:3;widows:3}
a{color:inherit;text-decoration:none}.progress,.progress *,mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}.open{columns:3}
.sign{display:flex;gap:2rem;margin-top:2.5rem;break-inside:avoid;font-size:9.5pt}.sign span{flex:2;border-top:1px solid #000;padding-top:.2rem}.sign span:last-child{flex:1}}`;
