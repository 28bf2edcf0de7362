/// What the public page adds to the style of every page.
enum PublicStyle {
  static let css: StaticString = #"""
    [hidden]{display:none!important}
    .ask{max-width:32rem}
    .ask label{display:block;font-weight:600;margin-bottom:.3rem}
    .ask input{width:100%;font:inherit;font-size:1.15rem;color:var(--ink);background:var(--paper);border:2px solid var(--border);
    border-radius:6px;padding:.6rem .8rem;min-height:3rem}
    .hint{color:var(--soft);font-size:.9rem;margin:.4rem 0 .8rem}
    #said{font-weight:600;margin:.6rem 0;min-height:1.55em}
    .choices{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0;padding:0}
    .choices button,.found button{font:inherit;color:var(--link);background:var(--paper);border:1px solid var(--border);border-radius:6px;
    padding:.45rem .8rem;min-height:2.75rem;cursor:pointer;text-align:left}
    .choices button:hover,.found button:hover,.zoom button:hover{background:var(--wash)}
    .found{padding:0;margin:.6rem 0 0;list-style:none;display:grid;gap:.8rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
    .found li{border:1px solid var(--faint);border-left:4px solid var(--covered);border-radius:6px;padding:.7rem .9rem}
    .found .far{font-size:1.15rem;font-weight:700;font-variant-numeric:tabular-nums}
    .found strong,.found span,.found .where{display:block}
    .found button{margin-top:.5rem}
    .now{display:block;font-weight:600}
    .now:empty{display:none}
    .town{position:relative;height:clamp(20rem,70vh,44rem);border:1px solid var(--faint);border-radius:6px;overflow:hidden;background:var(--wash)}
    .town svg{position:absolute;top:0;left:0;width:100%;height:100%}
    .town path{fill:none;stroke-linejoin:round}
    .town .border{stroke:var(--border);stroke-width:1.6;fill:var(--paper)}
    .town .ways{stroke:var(--faint);stroke-width:.7}
    .town .streets{stroke:var(--walkable);stroke-width:1.3}
    .mark circle{fill:#0b4f79;stroke:#fff;stroke-width:1.5}
    .mark text{fill:#fff;font:700 10px system-ui,sans-serif;text-anchor:middle}
    .mark.on circle{fill:#8a3d00;stroke:#ffd84d;stroke-width:3}
    .spot{fill:#ffd84d;stroke:#1b2531;stroke-width:2}
    .zoom{position:absolute;top:.6rem;right:.6rem;display:flex;flex-direction:column;gap:.35rem}
    .zoom button{width:2.75rem;height:2.75rem;font:600 1.25rem/1 system-ui,sans-serif;color:var(--ink);background:var(--paper);
    border:1px solid var(--border);border-radius:6px;cursor:pointer;padding:0}
    .places th[scope=row]{min-width:9rem}
    .places .num:first-child{width:3rem}
    @media (min-width:48rem){.places{table-layout:fixed}.places th:nth-child(2){width:28%}.places th:nth-child(3){width:26%}}
    .scroll+.scroll{margin-top:1.4rem}
    @media print{#near,.zoom{display:none}.town{height:150mm;break-inside:avoid}.mark circle{-webkit-print-color-adjust:exact}}
    """#
}
