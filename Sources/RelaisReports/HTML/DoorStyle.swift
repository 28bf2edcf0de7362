/// What a page of doors and sketches has beside ``PageStyle``: cards with room for a thumb on the
/// screen, a sheet to tick on paper.
enum DoorStyle {
  static let css: StaticString = #"""
    .sketch{margin:0 0 1rem;max-width:36rem}
    .sketch>svg{display:block;width:100%;height:auto;border:1px solid var(--faint);border-radius:6px;background:var(--paper)}
    .sketch path{fill:none;stroke-linejoin:round}
    .sketch .street{stroke:var(--walkable);stroke-width:1}
    .sketch .gap{stroke:var(--uncovered);stroke-width:2.6;stroke-dasharray:7 3}
    .sketch .way{stroke:var(--covered);stroke-width:4.5;stroke-linecap:round;stroke-opacity:.85}
    .sketch .name{font:500 10px system-ui,sans-serif;text-anchor:middle;dominant-baseline:central;fill:var(--ink)}
    .sketch .halo{stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
    .sketch .here{fill:var(--ink);stroke:var(--paper);stroke-width:1}
    .sketch path.instead{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}
    .sketch path.start{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
    .sketch .stop{fill:var(--mark);stroke:#fff;stroke-width:1.5}
    .sketch g text{fill:#fff;font:700 12px system-ui,sans-serif;text-anchor:middle}
    .sketch .rule path{stroke:var(--ink);stroke-width:1.5}
    .sketch .rule text{fill:var(--ink);font:500 10px system-ui,sans-serif;text-anchor:start}
    .doors{list-style:none;margin:0 0 1.4rem;padding:0;display:grid;gap:1rem;max-width:44rem}
    .doors>li{border:1px solid var(--border);border-radius:10px;padding:1rem}
    .doors h3{display:flex;gap:.7rem;align-items:center;font-size:1.15rem;line-height:1.3;margin:0 0 .3rem}
    .doors h4{font-size:1rem;margin:0 0 .1rem}
    .doors .no{flex:none;min-width:2rem;height:2rem;padding:0 .3rem;border-radius:1rem;background:var(--mark);color:#fff;display:grid;place-content:center;font-weight:700}
    .doors p{margin:0 0 .5rem}
    .doors .place{color:var(--soft)}
    .doors .why{font-weight:600}
    .doors summary{padding:.65rem 0;min-height:2.75rem;cursor:pointer;color:var(--link);font-weight:600}
    .doors details{border-top:1px solid var(--faint)}
    .doors ul{margin:0;padding-left:1.2rem}
    .doors .reasons{margin-bottom:.7rem}
    .doors .others>ul{list-style:none;padding:0;display:grid;gap:1rem;margin-bottom:.7rem}
    .doors .others>ul>li{border-left:4px solid var(--faint);padding-left:.8rem}
    .doors fieldset{border:0;margin:0 0 .6rem;padding:0;min-width:0}
    .doors legend{padding:0;font-size:.85rem;color:var(--soft)}
    .doors fieldset>div{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.4rem,1fr));gap:.4rem;margin-top:.25rem}
    .doors label{display:flex;align-items:center;gap:.6rem;min-height:2.9rem;padding:.3rem .7rem;border:1px solid var(--border);border-radius:8px;cursor:pointer;line-height:1.25}
    .doors label:focus-within{outline:3px solid var(--link);outline-offset:2px}
    .doors input{width:1.35rem;height:1.35rem;margin:0;flex:none;accent-color:var(--link)}
    .doors input:focus-visible{outline:0}
    .doors code{font-size:.85rem;overflow-wrap:anywhere}
    .tick-sheet{display:none}
    @media screen and (min-width:62rem){
    section[id^=round-]{display:grid;grid-template-columns:minmax(0,44rem) minmax(0,1fr);grid-auto-rows:min-content;column-gap:2rem}
    section[id^=round-]>*{grid-column:1}
    section[id^=round-]>.sketch{grid-column:2;grid-row:1/span 5;position:sticky;top:1rem;align-self:start}
    }
    @media print{
    .doors{display:none}.tick-sheet{display:table;font-size:8.5pt;margin-top:3mm}
    .tick-sheet th,.tick-sheet td{border:.3mm solid #777;padding:1.1mm 1.6mm}
    .tick-sheet thead th{color:#000;font-size:7.5pt}
    .tick-sheet .box{width:13mm;text-align:center;vertical-align:middle;font-weight:400;padding:1mm .5mm;hyphens:auto}
    .tick-sheet .box i{display:inline-block;width:4.2mm;height:4.2mm;border:.35mm solid #000}
    .tick-sheet .no{font-weight:700;text-align:center}
    .tick-sheet tbody th{font-weight:700}.tick-sheet .other th{font-weight:400;padding-left:5mm}
    .tick-sheet th span{display:block;font-weight:400;font-size:7.5pt;line-height:1.3}
    .tick-sheet th .lead{display:inline;font-style:italic}
    .sketch{max-width:none;display:flex;gap:6mm;margin:0}.sketch>svg{width:auto;max-width:75%;height:76mm;-webkit-print-color-adjust:exact}
    .sketch .legend{flex-direction:column;gap:1mm;margin:0}
    section[id^=round-]>.scroll{display:none}
    section[id^=round-]+section[id^=round-]{break-before:page}
    }
    """#
}
