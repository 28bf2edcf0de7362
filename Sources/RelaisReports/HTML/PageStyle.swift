/// The style sheet of every page: system fonts, two columns from 62 rem. Paper has its own.
///
/// Covered is blue and thin, uncovered vermilion, thick and dashed: two of the colours Okabe and Ito
/// chose for readers who confuse others, told apart by width and dash as well.
enum PageStyle {
  static let css: StaticString = #"""
    :root{--ink:#1b2531;--soft:#4a5666;--faint:#dbe1e8;--wash:#f4f6f8;--paper:#fff;
    --link:#0b4f79;--covered:#0072b2;--uncertain:#9a3f78;--uncovered:#d55e00;--walkable:#9aa5b1;--border:#6b7684;--mark:#8a3d00;--glow:#ffd84d;--here:#fff3c4;--veil:rgba(255,255,255,.8)}
    @media (prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#b4bfcb;--faint:#39434f;--wash:#1d252e;--paper:#141a21;
    --link:#8cc8f0;--covered:#4fa8de;--uncertain:#e08fc0;--uncovered:#ff8a3d;--walkable:#5d6875;--border:#8e99a6;--mark:#8a3d00;--glow:#f2c200;--here:#5b4a12;--veil:rgba(20,26,33,.8)}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    .page{max-width:82rem;margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-999rem;background:var(--paper);padding:.5rem 1rem;z-index:9}
    .skip:focus{left:1rem;top:1rem}
    .vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    header{padding:1.6rem 0 .3rem}
    h1{font-size:1rem;font-weight:600;color:var(--soft);margin:0;line-height:1.4}
    h1 .place{display:block;color:var(--ink);font-size:clamp(1.6rem,4vw,2.1rem);letter-spacing:-.015em;line-height:1.2}
    .answer{font-size:clamp(1.15rem,2.4vw,1.45rem);line-height:1.4;max-width:60rem;margin:.5rem 0 0}
    h2{font-size:1.3rem;line-height:1.3;margin:0 0 .6rem;letter-spacing:-.01em}
    h3{font-size:1rem;margin:0 0 .25rem}
    section{padding:1.7rem 0;border-top:1px solid var(--faint)}
    section:first-of-type{border-top:0;padding:1.1rem 0 1.4rem}
    section p,section>ul{max-width:52rem}
    p{margin:0 0 .8rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem 2rem;margin:0 0 1.3rem}
    .figures div{border-left:3px solid var(--faint);padding-left:.9rem}
    .figures dt{color:var(--soft);font-size:.9rem}
    .figures dd{margin:0}
    .figures .value{font-size:1.6rem;font-weight:700;line-height:1.25;letter-spacing:-.01em;font-variant-numeric:tabular-nums}
    .figures .explain{color:var(--soft);font-size:.875rem;line-height:1.4}
    .beside{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)}
    @media (min-width:62rem){.beside{grid-template-columns:minmax(0,11fr) minmax(0,9fr);align-items:start}
    .beside .num{width:5.4rem}.beside th,.beside td{padding:.5rem .6rem}.beside .num:first-child{width:3.2rem}}
    .paper{display:none}
    .pair{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)}
    @media (min-width:62rem){.pair{grid-template-columns:repeat(2,minmax(0,1fr));align-items:start}}
    .scroll.long,.beside .scroll{max-height:75vh;overflow:auto}
    .scroll{position:relative;overflow-x:auto;border:1px solid var(--faint);border-radius:6px}
    table{border-collapse:collapse;width:100%;font-size:.925rem;line-height:1.4}
    caption{text-align:left;padding:.7rem .8rem;font-weight:600;caption-side:top}
    th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--faint)}
    thead th{position:sticky;top:0;background:var(--wash);font-size:.82rem;font-weight:600;color:var(--soft);vertical-align:bottom;border-top:0}
    tbody th{font-weight:600}
    .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    thead .num,.beside .num{white-space:normal}
    .detail{display:block;font-weight:400;font-size:.85rem;color:var(--soft);text-align:inherit;white-space:normal}
    tr[data-target]{scroll-margin:4rem}
    .js tr[data-target]{cursor:pointer}
    .js tr[data-target]:hover>*{background:var(--wash)}
    tr[aria-current]>*{background:var(--here)!important}
    .bar{display:block;height:.5rem;min-width:6rem;margin-top:.3rem;background:var(--faint);border-radius:2px;overflow:hidden}
    .bar i{display:block;height:100%;background:var(--covered)}
    .remainder{padding:.6rem .8rem;margin:0;font-size:.875rem;color:var(--soft);border-top:1px solid var(--faint)}
    .statements{overflow-wrap:anywhere;list-style:none;margin:0;padding:0;display:grid;gap:.9rem}
    .statements>li{border-left:4px solid var(--border);padding:.1rem 0 .1rem 1rem;max-width:52rem}
    .statements .warning{border-color:var(--uncovered)}
    .statements .error{border-color:var(--uncovered);border-left-width:8px}
    .statements .tone{display:block;font-size:.8rem;color:var(--soft)}
    .statements ul{margin:.2rem 0;padding-left:1.1rem}
    .statements p{margin:.2rem 0 0}
    .remedy{color:var(--soft)}
    .scroll+p,.week+.scroll{margin-top:1.4rem}
    .week{margin:.4rem 0 0;max-width:60rem}
    .day{display:grid;grid-template-columns:2.6rem 1fr;gap:.4rem;align-items:end;margin-bottom:.45rem}
    .day b{font-size:.85rem;font-weight:600;color:var(--soft)}
    .hours{display:grid;grid-template-columns:repeat(24,1fr);gap:1px;height:2.6rem;border-bottom:1px solid var(--border)}
    .hours span{position:relative;background:var(--wash)}
    .hours .walk::after{content:"";position:absolute;left:0;right:0;bottom:-4px;height:3px;background:var(--ink)}
    .hours i{position:absolute;left:0;right:0;bottom:0}
    .week .certain{background:var(--covered)}
    .week .possible{color:var(--covered);background:repeating-linear-gradient(135deg,currentColor,currentColor 1.5px,transparent 1.5px,transparent 4px);border-top:1px solid var(--covered)}
    .ticks>div{display:flex;justify-content:space-between;font-size:.78rem;color:var(--soft);font-variant-numeric:tabular-nums}
    .week figcaption{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;font-size:.875rem;margin-left:3rem}
    .week figcaption span{display:flex;align-items:center;gap:.5rem}
    .week figcaption i{width:1.4rem;height:1rem}
    .week figcaption .window{height:3px;background:var(--ink)}
    .chart{margin:0;max-width:34rem}
    .chart>svg{display:block;width:100%;height:auto}
    .chart path{fill:none;stroke:var(--ink);stroke-width:1}
    .chart .grid{stroke:var(--faint);stroke-width:.7}
    .chart .guide{stroke:var(--border);stroke-width:.8;stroke-dasharray:1 3}
    .chart text{font:11px system-ui,sans-serif;fill:var(--soft)}
    .chart .found{stroke:var(--covered);stroke-width:2}
    .chart circle.found{fill:var(--covered);stroke:none}
    .chart .bound{stroke:var(--uncovered);stroke-width:1.6;stroke-dasharray:6 3}
    .chart .other{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:1.5 2.5}
    .chart circle.other{fill:var(--paper);stroke-dasharray:none;stroke-width:1.2}
    .chart figcaption{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;font-size:.875rem}
    .chart figcaption span{display:flex;align-items:center;gap:.5rem}
    .chart figcaption svg{width:30px;height:12px;flex:none}
    footer{border-top:1px solid var(--faint);padding:1.4rem 0 3rem;color:var(--soft);font-size:.875rem}
    footer p{margin:0 0 .3rem}
    .map{margin:0}
    .map-tools{display:none;flex-wrap:wrap;gap:.6rem 1.2rem;margin-bottom:.7rem;align-items:end}
    .js .map-tools{display:flex}
    .map-tools label{display:block;font-size:.82rem;color:var(--soft);flex:1 1 9rem;max-width:18rem}
    .map-tools select,.map-tools input{display:block;width:100%;font:inherit;font-size:1rem;color:var(--ink);background:var(--paper);
    border:1px solid var(--border);border-radius:5px;padding:.4rem .6rem;min-height:2.6rem;margin-top:.15rem}
    .map-frame{position:relative;height:clamp(20rem,calc(100vh - 25.5rem),40rem);border:1px solid var(--faint);border-radius:6px;overflow:hidden;background:var(--wash)}
    .js .map-frame{touch-action:pan-y;cursor:grab}
    .js .map-frame.drag{cursor:grabbing}
    .map-frame svg{position:absolute;top:0;left:0;width:100%;height:100%;transform-origin:0 0;user-select:none;-webkit-user-select:none}
    .map-frame path{fill:none;stroke-linejoin:round;stroke-linecap:butt}
    .map-frame .study-area{stroke:var(--border);stroke-width:1.6;fill:var(--paper)}
    .map-frame .district{stroke:var(--border);stroke-width:1;stroke-dasharray:2 4}
    .map-frame .walkable{stroke:var(--walkable);stroke-width:.6}
    .map-frame .covered{stroke:var(--covered);stroke-width:1.7}
    .map-frame .uncertain{stroke:var(--uncertain);stroke-width:2.6;stroke-dasharray:2.5 2.5}
    .map-frame .uncovered{stroke:var(--uncovered);stroke-width:2.9;stroke-dasharray:12 1.8}
    .map-frame .glow{stroke:var(--glow);stroke-width:11;stroke-linecap:round;stroke-opacity:.85}
    .map-frame .glimpse{stroke:var(--glow);stroke-width:7;stroke-linecap:round;stroke-opacity:.7}
    .map-tip{position:absolute;margin:0;max-width:70%;padding:.2rem .5rem;background:var(--ink);color:var(--paper);border-radius:4px;font-size:.82rem;line-height:1.35;pointer-events:none}
    svg[data-hide~=covered] .covered,svg[data-hide~=uncertain] .uncertain,svg[data-hide~=uncovered] .uncovered,svg[data-hide~=walkable] .walkable,svg[data-hide~=district] .district,svg[data-hide~=study-area] .study-area,svg[data-hide~=relay] [data-style=relay],svg[data-hide~=unattached] [data-style=unattached],svg[data-hide~=school] [data-style=school],svg[data-hide~=rank] [data-style=rank]{display:none}
    .map-frame .picked{stroke:var(--ink);stroke-width:3;stroke-linecap:round}
    .relay{fill:var(--ink);stroke:var(--paper);stroke-width:1.6}
    .unattached{fill:var(--paper);stroke:var(--ink);stroke-width:1.8}
    .school,.map-frame path.school{fill:var(--ink);stroke:var(--paper);stroke-width:1.4}
    .rank{fill:var(--mark);stroke:#fff;stroke-width:1.4}
    .pt text{fill:#fff;font:700 11px system-ui,sans-serif;text-anchor:middle}
    .pt.on circle,.pt.on path{stroke:var(--glow);stroke-width:3.5}
    .static-scale{fill:var(--ink);font-family:system-ui,sans-serif}
    .map-frame .static-scale path{stroke:var(--ink);stroke-width:2}
    .js .static-scale{display:none}
    .map-buttons{position:absolute;top:.6rem;right:.6rem;display:none;gap:.35rem;flex-direction:column}
    .js .map-buttons{display:flex}
    .map-buttons button{width:2.75rem;height:2.75rem;font:600 1.25rem/1 system-ui,sans-serif;color:var(--ink);background:var(--paper);
    border:1px solid var(--border);border-radius:6px;cursor:pointer;padding:0}
    .map-buttons button:hover{background:var(--wash)}
    .map-buttons svg{position:static;width:1.2rem;height:1.2rem;vertical-align:middle}
    .map-buttons svg path{stroke:currentColor;stroke-width:2}
    .north{position:absolute;top:.6rem;left:.7rem;margin:0;font-weight:700;font-size:.8rem;line-height:1.1;text-align:center;pointer-events:none}
    .scale{position:absolute;left:.7rem;bottom:.6rem;margin:0;font-size:.8rem;line-height:1.2;pointer-events:none;display:none;
    padding:.1rem .3rem;background:var(--veil);border-radius:3px}
    .js .scale{display:block}
    .scale i{display:block;height:.35rem;border:2px solid var(--ink);border-top:0;margin-top:.1rem}
    .map-frame>.aim{position:absolute;top:50%;left:50%;width:26px;height:26px;margin:-13px 0 0 -13px;pointer-events:none;display:none}
    .map-frame:focus-visible>.aim{display:block}
    .map-frame:focus-visible{outline-offset:-3px}
    .aim path{stroke:var(--ink);stroke-width:2}
    .map .map-shown{max-width:none;margin:.6rem 0 0;font-weight:600;font-size:.925rem}
    .map-info{margin:.7rem 0 0;min-height:3.1em;padding:.55rem .8rem;background:var(--wash);border-radius:6px;max-width:none!important}
    .map-help{display:none;font-size:.85rem;color:var(--soft);margin:.6rem 0 0;max-width:none!important}
    .js .map-help{display:block}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:.7rem 0 0;padding:0;font-size:.875rem;max-width:none!important}
    .legend li,.legend label{display:flex;align-items:center;gap:.5rem}
    .legend input{width:1.1rem;height:1.1rem;margin:0;accent-color:var(--link)}
    .legend label{min-height:1.6rem;cursor:pointer}
    .legend li[hidden]{display:none}
    .legend svg{width:30px;height:16px;flex:none}
    .legend path{fill:none}
    .legend .covered{stroke:var(--covered);stroke-width:2}
    .legend .uncertain{stroke:var(--uncertain);stroke-width:2.8;stroke-dasharray:2.5 2.5}
    .legend .uncovered{stroke:var(--uncovered);stroke-width:3.4;stroke-dasharray:12 2}
    .legend .walkable{stroke:var(--walkable);stroke-width:1}
    .legend .study-area{stroke:var(--border);stroke-width:1.6}
    .legend .district{stroke:var(--border);stroke-dasharray:2 4}
    .legend .school{fill:var(--ink);stroke:none}
    .legend .unattached{fill:var(--paper);stroke:var(--ink)}
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    @media (max-width:30rem){.bar{min-width:4rem}.num:first-child{width:2.6rem}caption{padding:.6rem .55rem}.map-frame{height:min(55vh,115vw)}th,td{padding:.45rem .55rem}}
    @media screen and (max-width:44rem){header{padding-top:1rem}h1 .place{font-size:1.4rem}.answer{font-size:1.05rem}.figures{grid-template-columns:1fr;gap:.55rem}.figures div{display:grid;grid-template-columns:minmax(5.2rem,max-content) 1fr;gap:0 .8rem;padding-left:.7rem}.figures .value{font-size:1.3rem;grid-row:1/3;grid-column:1;align-self:center;max-width:9rem}.figures dt,.figures .explain{grid-column:2;line-height:1.3}}
    @media (forced-colors:active){.bar i,.week .certain,.hours .walk::after,.week figcaption .window{border:3px solid currentColor}.week .possible{border:1px dashed currentColor;background:none}.map-frame svg{background:linear-gradient(#fff,#fff)}}
    """#
}
