"""Results above each other: what belongs on top lies on top, in every QGIS."""

from __future__ import annotations

from enum import IntEnum

from qgis.core import QgsLayerTreeLayer, QgsMapLayer


class Level(IntEnum):
    """Who lies above whom, of all the results that one run or one model opens."""

    GRID = 0
    MASK_OF_GRID = 1
    """Also a mask that is made by itself."""
    IMAGE = 2
    MASK_OF_IMAGE = 3
    OUTLINE = 4
    MESH = 5
    POINTS = 6


class Stack:
    """The layers of a run in the project, in order as they come.

    QGIS before 3.32 loads them by the names of their files, which are random.
    """

    def __init__(self) -> None:
        self._levels: dict[str, Level] = {}

    def add(self, layer: QgsMapLayer, level: Level) -> None:
        """Bring a layer that QGIS has just added, and those before it, in order."""
        self._levels[layer.id()] = level
        project = layer.project()
        if project is None:
            return
        own = project.layerTreeRoot().findLayer(layer.id())
        if own is None:
            return
        group = own.parent()
        nodes = [node for node in group.children() if self._is_ours(node)]
        # the new one last, so that it lies above those of its own level
        wanted = sorted(nodes, key=lambda node: -self._levels[node.layerId()])
        if wanted == nodes:
            return
        first = group.children().index(nodes[0])
        for place, node in enumerate(wanted):
            group.insertChildNode(first + place, node.clone())
        for node in nodes:
            group.removeChildNode(node)

    def _is_ours(self, node: object) -> bool:
        """Tell whether a node of the tree is a layer of the run."""
        return isinstance(node, QgsLayerTreeLayer) and node.layerId() in self._levels
