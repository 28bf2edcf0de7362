/// How every page is printed: A4 with page numbers, black on white, nothing cut in the middle.
///
/// Covered and uncovered differ in greyscale too: thin and light against thick and dark.
enum PaperStyle {
  static let css: StaticString = #"""
    @media print{
    :root{--ink:#000;--soft:#333;--faint:#bbb;--wash:#fff;--paper:#fff;--link:#000;--covered:#5aa2d2;--uncertain:#777;--uncovered:#a33c00;--walkable:#aaa;--border:#555;--glow:transparent;--here:#fff;--veil:#fff}
    @page{size:A4;margin:11mm 13mm 13mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#333}}
    :focus-visible{outline:0!important}
    body{font-size:9pt;line-height:1.4}.page{max-width:none;padding:0}
    header{padding:0}h1{font-size:9pt}h1 .place{font-size:17pt}.answer{font-size:12.5pt;margin-top:2mm}
    h2{font-size:12pt;margin-bottom:1mm}section{padding:2.5mm 0}section:first-of-type{padding:3mm 0}section p{max-width:none;margin-bottom:1mm}
    .sheet{break-before:page;border-top:0;padding-top:0}
    .screen,.skip,.js .map-tools,.js .map-buttons,.js .map-help,.map-info,.map-tip,.js .scale,.legend input{display:none!important}.map-frame>.aim{display:none!important}
    .paper{display:block}p.remainder.paper{display:block}
    .js .static-scale{display:inline}
    .beside{display:block}.beside .scroll{margin-top:4mm}
    .map-frame{height:156mm;break-inside:avoid;border-color:#888}
    .map-frame .covered{stroke-width:1.1}.map-frame .uncovered{stroke-width:3}
    .map-shown{margin-top:2mm}.legend{font-size:8.5pt;margin-top:1.5mm}.legend label{min-height:0}
    .pair{grid-template-columns:56mm minmax(0,1fr);gap:5mm;align-items:start}
    #fragility,#costs{display:inline-block;width:47.5%;vertical-align:top;border-top:0}#fragility{margin-right:2.5%}#fragility.sheet,#costs.sheet{display:block;width:auto;margin:0}#fragility thead .num{min-width:19mm}.pair p,.scroll+p{margin:1mm 0 0}.pair p{font-size:8.5pt}#fragility tbody th,#costs tbody th{min-width:0}
    .chart figcaption{font-size:7.5pt;gap:0 3mm}
    .scroll,.scroll.long,.beside .scroll{max-height:none;overflow:visible;border:0}
    table{font-size:8pt;line-height:1.3}caption{padding:.5mm 0 1mm}tbody th{min-width:54mm}.pair tbody th{min-width:0}.num{width:1%}thead .num{min-width:12mm;max-width:21mm;white-space:normal}#districts caption,#schools caption,#gaps caption,#costs caption,#fragility caption{display:none}#schools-table th:nth-child(n+8),#schools-table td:nth-child(n+8){display:none}#first-gaps th:first-child,#first-gaps td:first-child{width:1%}#first-gaps thead .num{min-width:9mm;max-width:15mm}#first-gaps tbody th{width:100%}#first-gaps td{padding-left:.8mm;padding-right:.8mm}.num .bar{display:inline-block;width:10mm;min-width:0;height:1.7mm;margin:0 0 0 1.2mm;vertical-align:middle}th,td{padding:.5mm 1.2mm}.detail{font-size:7.5pt!important}thead th{font-size:7.5pt}
    thead{display:table-header-group}thead th{position:static}
    .remainder{padding:1mm 0;font-size:8pt}
    .figures{grid-template-columns:repeat(3,1fr);gap:4mm}.figures .value{font-size:15pt}.figures dt,.figures .explain{font-size:8.5pt}.detail{display:inline;font-size:inherit}.detail::before{content:" – "}
    #method ul{columns:2;column-gap:6mm;margin:0;padding-left:4mm;font-size:7.2pt;line-height:1.28}#method .paper p{font-size:7.5pt;margin:1mm 0 0}#method li{break-inside:avoid}
    tr,.statements>li,.figures div,figure,.day{break-inside:avoid}
    h2,h3,caption{break-after:avoid}
    a{text-decoration:none}
    footer{padding:2mm 0 0;font-size:7.5pt}footer p{margin:0}
    .bar,.bar i,.map-frame svg,.legend svg,.chart svg,.week i,.hours span,.hours .walk::after{-webkit-print-color-adjust:exact}
    tr[aria-current]>*{background:none!important}
    .glow,.picked,.glimpse{display:none}
    }

    """#
}
