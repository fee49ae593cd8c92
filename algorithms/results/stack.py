"""Results above each other: what belongs on top lies on top, in every QGIS."""

from __future__ import annotations

from enum import IntEnum

import qgis.utils
from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer


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

    QGIS before 3.32 loads them by the names of their files, which are random. From
    3.38 on it puts each just above the layer that the user has chosen, and so under
    those before.
    """

    def __init__(self) -> None:
        self._levels: dict[str, int] = {}

    def add(self, layer: QgsMapLayer, level: int) -> None:
        """Bring a layer that QGIS has just added in order with those before it."""
        self._levels[layer.id()] = level
        project = layer.project()
        if project is None:
            return
        own = project.layerTreeRoot().findLayer(layer.id())
        if own is None:
            return
        group = own.parent()
        nodes = [node for node in group.children() if self._is_ours(node)]
        others = [node for node in nodes if node != own]
        above = [n for n in others if self._levels[n.layerId()] > level]
        if nodes.index(own) != len(above):
            _move(own, group, others, len(above))

    def _is_ours(self, node: object) -> bool:
        """Tell whether a node of the tree is a layer of the run."""
        return isinstance(node, QgsLayerTreeLayer) and node.layerId() in self._levels


def _move(
    node: QgsLayerTreeLayer,
    group: QgsLayerTreeGroup,
    others: list[QgsLayerTreeLayer],
    place: int,
) -> None:
    """Bring a node of a group to a place among others, and keep the chosen layer.

    The window chooses another one when the node of the chosen one goes.
    """
    window = qgis.utils.iface
    chosen = None if window is None else window.activeLayer()
    children = group.children()
    under = place == len(others)
    target = children.index(others[-1]) + 1 if under else children.index(others[place])
    group.insertChildNode(target, node.clone())
    group.removeChildNode(node)
    if chosen is not None:
        window.setActiveLayer(chosen)
