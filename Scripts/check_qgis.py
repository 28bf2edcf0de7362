#!/usr/bin/python3
"""Opens a project of QGIS without a screen and checks what is in it.

usage: check_qgis.py FILE.qgz

Every layer is found and drawn, layers stand in groups, some have labels, and a page to print has a map, a title, a legend and a scale.
Needs Debian's python3-qgis. Prints each defect, then the counts; ends with 1 if there is any defect.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402
    QgsApplication, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemScaleBar, QgsProject)

defects = []


def check(holds, text):
    if not holds:
        defects.append(text)


def main(path):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    check(project.read(path), "the project cannot be read: " + project.error())
    layers = list(project.mapLayers().values())
    for layer in layers:
        check(layer.isValid(), f"{layer.name()}: its source is not found")
        check(layer.renderer() is not None, f"{layer.name()}: nothing draws it")
        check(layer.crs().isValid(), f"{layer.name()}: no reference system")
    groups = [node.name() for node in project.layerTreeRoot().children() if node.nodeType() == 0]
    check(len(groups) >= 2, f"groups: {groups}")
    check(any(layer.labelsEnabled() for layer in layers), "no layer has labels")
    shown = [node.name() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    check(0 < len(shown) < max(2, len(layers)), f"shown at once: {shown}")
    layouts = project.layoutManager().printLayouts()
    check(len(layouts) == 1, f"pages to print: {len(layouts)}")
    for layout in layouts:
        kinds = [type(item) for item in layout.items()]
        for kind in (QgsLayoutItemMap, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemScaleBar):
            check(kind in kinds, f"the page has no {kind.__name__}")
        for item in layout.items():
            if isinstance(item, QgsLayoutItemMap):
                check(item.extent().width() > 0 and item.extent().height() > 0, "the page's map shows nothing")
    check(project.crs().isValid(), "the project has no reference system")
    for defect in defects:
        print(defect)
    print(f"{len(layers)} layers, {len(groups)} groups, {len(layouts)} pages, {len(defects)} defects")
    sys.stdout.flush()
    # Leaving QGIS in order crashes some versions.
    os._exit(1 if defects else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
